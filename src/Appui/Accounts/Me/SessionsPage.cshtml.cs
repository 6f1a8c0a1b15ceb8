using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Me;

/// <summary>Where a person is signed in, and one button to end each.</summary>
[Authorize]
public sealed class SessionsPageModel(AppuiDb db, EndSession end, TimeProvider clock) : PageModel
{
    /// <summary>Open sessions, the last used first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>The session this page is seen from.</summary>
    public Guid? This => User.Session();

    /// <summary>How a session began, in words.</summary>
    public string Method(Session session) =>
        AccountsTexts.ResourceManager.GetString($"Method_{session.Method}", System.Globalization.CultureInfo.CurrentUICulture) ?? "";

    /// <summary>Shows them.</summary>
    public async Task OnGet(CancellationToken stop)
    {
        var oldest = clock.Now() - Session.Life;
        Sessions = await db
            .Sessions.Where(s => s.PersonId == User.PersonId() && s.EndedAt == null && s.SeenAt > oldest)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(stop);
    }

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPost(Guid session, CancellationToken stop)
    {
        var outcome = await end.Run(User.PersonId()!.Value, session, AccountEventKind.SessionEnded, HttpContext.Origin(), stop);
        if (outcome.Refusal is null)
            return Redirect("/compte/sessions");
        await OnGet(stop);
        return this.Refused(outcome.Refusal);
    }
}
