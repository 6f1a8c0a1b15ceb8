using System.Diagnostics;

namespace Appui.Shared.Web;

/// <summary>One line per write, failure or slow answer; ordinary reads stay silent.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>Times the request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var took = Stopwatch.GetElapsedTime(started);
            var read = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            if (!read || http.Response.StatusCode >= 500 || took > Slow)
                Answered(log, http.Request.Method, SafePath.Of(http.Request.Path), http.Response.StatusCode, (long)took.TotalMilliseconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string path, int status, long milliseconds);
}
