using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: so does its database, and it is not stopping.</summary>
public sealed class Health(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Answers the two addresses before anything else runs.</summary>
    public Task InvokeAsync(HttpContext http) =>
        http.Request.Path.Value switch
        {
            "/health/live" => Say(http, StatusCodes.Status200OK, "live"),
            "/health/ready" => Ready(http),
            _ => next(http),
        };

    private async Task Ready(HttpContext http)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await Say(http, StatusCodes.Status503ServiceUnavailable, "stopping");
            return;
        }

        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            patience.CancelAfter(Patience);
            var db = http.RequestServices.GetRequiredService<AppuiDb>();
            await db.Database.ExecuteSqlRawAsync("SELECT 1", patience.Token).WaitAsync(patience.Token);
            await Say(http, StatusCodes.Status200OK, "ready");
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested && error is not OutOfMemoryException)
        {
            await Say(http, StatusCodes.Status503ServiceUnavailable, "database away");
        }
    }

    private static Task Say(HttpContext http, int status, string word)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(word, http.RequestAborted);
    }
}
