using System.Globalization;
using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Me;

/// <summary>What happened on somebody's account, in plain words, and one button for when it was not them.</summary>
[Authorize]
public sealed class SecurityPageModel(AppuiDb db, SecureAccount secure) : PageModel
{
    private const int Most = 100;

    /// <summary>A sentence, its instant, and the device when one was there.</summary>
    public sealed record Line(string Sentence, string When, string? Device);

    /// <summary>The last hundred, newest first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGet(CancellationToken stop)
    {
        var events = await db
            .AccountEvents.Where(e => e.PersonId == User.PersonId())
            .OrderByDescending(e => e.At)
            .Take(Most)
            .ToListAsync(stop);
        Lines = [.. events.Select(e => new Line(Sentence(e), Show.Instant(e.At, Clock.Paris), e.Device is "" ? null : e.Device))];
    }

    /// <summary>« Ce n’était pas moi ».</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var sent = await secure.Run(User.PersonId()!.Value, HttpContext.Origin(), stop);
        await HttpContext.SignOutAsync();
        return Redirect(sent ? "/compte/protege?courriel=1" : "/compte/protege");
    }

    private static string Sentence(AccountEvent happened) =>
        string.Format(
            CultureInfo.CurrentCulture,
            AccountsTexts.ResourceManager.GetString($"Event_{happened.Kind}", CultureInfo.CurrentUICulture) ?? "",
            happened.Detail
        );
}
