using Microsoft.AspNetCore.Html;

namespace Appui.Home;

/// <summary>How a person wants pages to look. Kept in this browser by cookies that change nothing else.</summary>
/// <param name="Theme">light, dark, or null to follow the system.</param>
/// <param name="Reading">Larger, wider letters.</param>
public sealed record Look(string? Theme, bool Reading)
{
    /// <summary>Cookie of the theme.</summary>
    public const string ThemeCookie = "theme";

    /// <summary>Cookie of the reading mode.</summary>
    public const string ReadingCookie = "lecture";

    /// <summary>Cookie of the language.</summary>
    public const string LanguageCookie = "langue";

    // Set at sign-in from the person's account: the reading mode follows them to another browser.
    private const string ReadingClaim = "appui:reading";

    /// <summary>The same as attributes of the page, for the style sheet.</summary>
    public HtmlString Attributes => new((Theme is null ? "" : $" data-theme=\"{Theme}\"") + (Reading ? " data-reading" : ""));

    /// <summary>The look asked by a request.</summary>
    public static Look Of(HttpContext http) =>
        new(
            http.Request.Cookies[ThemeCookie] is ("light" or "dark") and var theme ? theme : null,
            http.Request.Cookies[ReadingCookie] is { } reading ? reading == "1" : http.User.HasClaim(ReadingClaim, "1")
        );
}
