using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Home;

/// <summary>Colours, reading mode and language of this browser. Works without script and without an account.</summary>
public sealed class DisplayPageModel : PageModel
{
    private static readonly string[] Languages = ["fr", "en"];

    /// <summary>The look now.</summary>
    public Look Look { get; private set; } = new(null, false);

    /// <summary>Where one came from.</summary>
    public string Back { get; private set; } = "/";

    /// <summary>Shows the choices.</summary>
    public void OnGet(string? retour)
    {
        Look = Look.Of(HttpContext);
        Back = Local(retour);
    }

    /// <summary>Keeps the choices given; what is not sent stays as it is.</summary>
    public IActionResult OnPost(string? theme, string? lecture, string? langue, string? retour)
    {
        if (theme is not null)
            Keep(Look.ThemeCookie, theme is "light" or "dark" ? theme : null);
        if (lecture is not null)
            Keep(Look.ReadingCookie, lecture == "1" ? "1" : "0");
        if (langue is not null && Languages.Contains(langue, StringComparer.Ordinal))
            Keep(Look.LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(langue)));
        return LocalRedirect(Local(retour));
    }

    private string Local(string? retour) => Url.IsLocalUrl(retour) ? retour! : "/";

    private void Keep(string name, string? value)
    {
        var options = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = Request.IsHttps,
            IsEssential = true,
        };
        if (value is null)
            Response.Cookies.Delete(name, options);
        else
            Response.Cookies.Append(name, value, options);
    }
}
