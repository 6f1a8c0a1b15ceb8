using System.Diagnostics;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace Appui.Shared.Web;

/// <summary>
/// The edge for everything that went wrong: an exception or a bare status becomes a page in the visitor's language,
/// or JSON for programs, with a reference that leads to the log. What the person typed comes back with the page.
/// </summary>
public sealed partial class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    /// <summary>Runs the rest and looks at what came out.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            Understand(http, error);
        }

        var response = http.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null)
            await Answer(http, ErrorNotice.For(http));
    }

    private void Understand(HttpContext http, Exception error)
    {
        if (StorageFailures.Of(error) is { } refusal)
        {
            http.Refuse(refusal);
            Refused(log, refusal.Code, error.GetBaseException().Message);
        }
        else if (error is BadHttpRequestException bad)
        {
            http.Response.StatusCode = bad.StatusCode;
            if (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
                http.Refuse(SharedRefusals.TooLarge);
        }
        else if (error is InvalidDataException && http.Request.HasFormContentType)
        {
            http.Refuse(SharedRefusals.TooLarge); // bounds of FormOptions
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            var reference = (Activity.Current?.TraceId.ToHexString() ?? Ids.NewSecret())[..8];
            http.Items[ErrorNotice.ReferenceKey] = reference;
            Failed(log, error, reference, http.Request.Method, SafePath.Of(http.Request.Path));
        }
    }

    private async Task Answer(HttpContext http, ErrorNotice notice)
    {
        if (Problems.WantsJson(http.Request))
        {
            await Problems.WriteJson(http, notice.Status, notice.Title, notice.Text, notice.Code, notice.Field, notice.Reference);
            return;
        }

        var (path, query, method) = (http.Request.Path, http.Request.QueryString, http.Request.Method);
        http.Features.Set(notice with { Retry = await RetryForm.Of(http) });
        try
        {
            // Runs the page of errors as a plain GET, with no route left over from the first run.
            http.SetEndpoint(null);
            http.Features.Get<IRouteValuesFeature>()?.RouteValues?.Clear();
            http.Request.Path = "/erreur";
            http.Request.QueryString = QueryString.Empty;
            http.Request.Method = HttpMethods.Get;
            await next(http);
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            // The page itself could not be made (no database, say): plain words, nothing else.
            PageFailed(log, error);
            http.Response.Clear();
            http.Response.StatusCode = notice.Status;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"{notice.Title}\n\n{notice.Text}\n", http.RequestAborted);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method) = (path, query, method);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed: reference {Reference}, {Method} {Path}")]
    private static partial void Failed(ILogger log, Exception error, string reference, string method, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Request refused: {Code}: {Cause}")]
    private static partial void Refused(ILogger log, string code, string cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The error page could not be made")]
    private static partial void PageFailed(ILogger log, Exception error);
}
