using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Appui.Shared.Web;

/// <summary>How an answer says no: a status and a refusal here, a page or JSON (RFC 9457) at the edge.</summary>
public static class Problems
{
    private static readonly object Key = new();

    /// <summary>Answers with the status of a refusal; the edge adds the page or the JSON.</summary>
    public static void Refuse(this HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal == SharedRefusals.TooLarge ? StatusCodes.Status413PayloadTooLarge : refusal.Status;
        http.Items[Key] = refusal;
    }

    /// <summary>A refusal as the answer of an endpoint: a page for people, problem+json for programs.</summary>
    public static IResult ToResult(this Refusal refusal) => new RefusalResult(refusal);

    /// <summary>The refusal this answer stands for, when one was given.</summary>
    public static Refusal? Refusal(this HttpContext http) => http.Items[Key] as Refusal;

    /// <summary>Addresses that programs call: they never get a page.</summary>
    public static bool IsMachinePath(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal)
        || path.StartsWithSegments("/oauth", StringComparison.Ordinal)
        || path.StartsWithSegments("/xapi", StringComparison.Ordinal);

    /// <summary>True when the caller reads JSON rather than a page.</summary>
    public static bool WantsJson(HttpRequest request)
    {
        if (IsMachinePath(request.Path))
            return true;
        var accept = request.Headers[HeaderNames.Accept].ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes the refusal as <c>application/problem+json</c>.</summary>
    public static Task WriteJson(HttpContext http, int status, string title, string detail, string code, string? field, string? reference)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        return http.Response.WriteAsync(
            JsonSerializer.Serialize(
                new
                {
                    type = $"urn:appui:{code}",
                    title,
                    status,
                    detail,
                    code,
                    field,
                    reference,
                },
                Readable
            ),
            http.RequestAborted
        );
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <summary>Answers with a refusal.</summary>
public sealed class RefusalResult(Refusal refusal) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Refuse(refusal);
        return Task.CompletedTask;
    }
}
