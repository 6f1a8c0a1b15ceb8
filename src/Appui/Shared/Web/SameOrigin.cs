namespace Appui.Shared.Web;

/// <summary>
/// Refuses writes that another site's page made the browser send: a browser says where a request comes from
/// (<c>Sec-Fetch-Site</c>, or <c>Origin</c> where that is missing). Calls of programs carry no cookie and are let through.
/// </summary>
public sealed class SameOrigin(RequestDelegate next, AppuiSettings settings)
{
    /// <summary>Lets a request go on or answers 403.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || IsProgram(http.Request) || IsOurs(http.Request))
            return next(http);
        http.Refuse(SharedRefusals.OtherSite);
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    // Without a cookie there is no authority a foreign page could borrow.
    private static bool IsProgram(HttpRequest request) =>
        request.Headers.Cookie.Count == 0 && (request.Headers.Authorization.Count > 0 || Problems.IsMachinePath(request.Path));

    private bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && (
                string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
                || (settings.PublicUrl.Length > 0 && string.Equals(origin, settings.BaseUrl, StringComparison.OrdinalIgnoreCase))
            );
    }
}
