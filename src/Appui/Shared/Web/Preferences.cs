namespace Appui.Shared.Web;

/// <summary>Choices of how pages look, kept in the browser by cookies that change nothing else.</summary>
public static class Preferences
{
    /// <summary>Keeps a choice for a year, or forgets it when there is no value.</summary>
    public static void Prefer(this HttpContext http, string name, string? value)
    {
        var options = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        };
        if (value is null)
            http.Response.Cookies.Delete(name, options);
        else
            http.Response.Cookies.Append(name, value, options);
    }
}
