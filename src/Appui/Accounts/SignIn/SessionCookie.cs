using System.Security.Claims;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Localization;

namespace Appui.Accounts.SignIn;

/// <summary>What the browser holds of a session: ids and two preferences, encrypted. Whether it is still good is asked of the session's row.</summary>
public static class SessionCookie
{
    /// <summary>Gives the browser its session, and the person's language and reading mode where pages look for them.</summary>
    public static async Task Write(HttpContext http, Person person, Session session)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, person.Id.ToString()),
            new(ClaimTypes.Name, person.FullName),
            new(AccountsClaims.Session, session.Id.ToString()),
        ];
        if (session.OnlyOrganisationId is { } only)
            claims.Add(new Claim(AccountsClaims.OnlyOrganisation, only.ToString()));
        if (person.Language is { } language)
            http.Prefer("langue", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
        if (person.ReadingMode)
            http.Prefer("lecture", "1");

        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = session.Method is not (SignInMethod.Pin or SignInMethod.Demonstration) }
        );
    }

    /// <summary>Asked at each request: a session that was ended opens nothing, whatever the cookie says.</summary>
    public static async Task Check(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var isAlive =
            context.Principal is { } user
            && user.Session() is { } session
            && user.PersonId() is { } person
            && await services
                .GetRequiredService<SessionBook>()
                .IsAlive(services.GetRequiredService<AppuiDb>(), session, person, context.HttpContext.RequestAborted);
        if (isAlive)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Id of the signed-in person, or null.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Id of the session, or null.</summary>
    public static Guid? Session(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(AccountsClaims.Session), out var id) ? id : null;

    /// <summary>The only organisation the session is good for, or null.</summary>
    public static Guid? OnlyOrganisation(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(AccountsClaims.OnlyOrganisation), out var id) ? id : null;
}
