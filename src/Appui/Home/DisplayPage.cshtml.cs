using Appui.Shared.Web;
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
            HttpContext.Prefer(Look.ThemeCookie, theme is "light" or "dark" ? theme : null);
        if (lecture is not null)
            HttpContext.Prefer(Look.ReadingCookie, lecture == "1" ? "1" : "0");
        if (langue is not null && Languages.Contains(langue, StringComparer.Ordinal))
            HttpContext.Prefer(Look.LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(langue)));
        return LocalRedirect(Local(retour));
    }

    private string Local(string? retour) => Url.IsLocalUrl(retour) ? retour! : "/";
}
