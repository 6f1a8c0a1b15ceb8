using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Appui.Shared.Web;

/// <summary>
/// Answers from <see cref="PageCache"/>, or keeps what comes back. Runs twice, both times outside of compression:
/// before sign-in for visitors, after it for pages kept per actor.
/// </summary>
public sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache, bool perActor)
{
    private const int LongestQuery = 200;
    private const int LargestPage = 512 * 1024;
    private static readonly object TagsKey = new();

    /// <summary>Adds a tag to the page being made.</summary>
    public static void Tag(HttpContext http, string tag) => Tags(http).Add(tag);

    /// <summary>Finds, or makes and keeps.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var policy = http.GetEndpoint()?.Metadata.GetMetadata<PageCachedAttribute>();
        if (policy is null || !HttpMethods.IsGet(http.Request.Method) || Key(http, policy) is not { } key)
            return next(http);
        return cache.Find(key) is { } page ? Send(http, page) : MakeAndKeep(http, key, policy);
    }

    private string? Key(HttpContext http, PageCachedAttribute policy)
    {
        var request = http.Request;
        var preferences = "";
        var session = false;
        foreach (var (name, value) in request.Cookies)
        {
            if (name == PageCache.SessionCookie)
                session = true;
            else if (!PageCache.PreferenceCookies.Contains(name, StringComparer.Ordinal) || value.Length > 20)
                return null; // an unknown cookie may carry anything, a message to show once for instance
            else
                preferences += $"{name}={value};";
        }

        if (session != perActor || (perActor && !policy.PerActor) || request.QueryString.Value is { Length: > LongestQuery })
            return null;
        if (request.Headers.Authorization.Count > 0)
            return null;
        var who = "";
        if (perActor)
        {
            var actor = http.RequestServices.GetRequiredService<CurrentActor>().Actor;
            who = $"{actor.PersonId}|{actor.OrganisationId}|{(int)actor.Roles}|{actor.OnBehalfOf}";
        }

        var language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var part = request.Headers.ContainsKey("HX-Request") ? "part" : "";
        return $"{request.Path.Value}|{request.QueryString.Value}|{language}|{preferences}|{Encoding(request)}|{part}|{who}";
    }

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br"
            : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip"
            : "";
    }

    private async Task MakeAndKeep(HttpContext http, string key, PageCachedAttribute policy)
    {
        var madeAt = cache.Moment;
        var body = http.Response.Body;
        using var made = new MemoryStream();
        http.Response.Body = made;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var response = http.Response;
        if (
            response.StatusCode == StatusCodes.Status200OK
            && made.Length is > 0 and <= LargestPage
            && !response.Headers.ContainsKey(HeaderNames.SetCookie)
            // A file is sent with more headers than are kept.
            && response.ContentType is { } type
            && type.StartsWith("text/html", StringComparison.Ordinal)
        )
        {
            var bytes = made.ToArray();
            var actor = http.RequestServices.GetRequiredService<CurrentActor>().Actor;
            List<string> tags = [.. policy.Tags, .. Tags(http)];
            if (actor.OrganisationId != Guid.Empty)
                tags.Add(PageCache.TagOf(actor.OrganisationId));
            var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
            var encoding = response.Headers.ContentEncoding is { Count: > 0 } e ? e.ToString() : null;
            var page = new KeptPage(bytes, type, encoding, etag, tags, madeAt);
            cache.Keep(key, page, policy.KeptFor);
            await Send(http, page);
            return;
        }

        if (made.Length > 0)
        {
            made.Position = 0;
            await made.CopyToAsync(body, http.RequestAborted);
        }
    }

    private static Task Send(HttpContext http, KeptPage page)
    {
        var response = http.Response;
        response.Headers.ETag = page.ETag;
        response.Headers.Vary = "Accept-Encoding, Cookie, Accept-Language";
        if (http.Request.Headers.IfNoneMatch.ToString() == page.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Remove(HeaderNames.ContentEncoding);
            response.ContentType = null;
            return Task.CompletedTask;
        }

        response.ContentType = page.ContentType;
        response.Headers.ContentEncoding = page.Encoding;
        response.ContentLength = page.Body.Length;
        return response.BodyWriter.WriteAsync(page.Body, http.RequestAborted).AsTask();
    }

    private static HashSet<string> Tags(HttpContext http)
    {
        if (http.Items.TryGetValue(TagsKey, out var tags))
            return (HashSet<string>)tags!;
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        http.Items[TagsKey] = fresh;
        return fresh;
    }
}
