using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.SignIn;

/// <summary>Choosing a new password by the link received.</summary>
public sealed class NewPasswordPageModel(AppuiDb db, ResetPassword reset, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>True while the link can be used.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Shows the form, or says that the link is closed.</summary>
    public async Task<IActionResult> OnGet(string secret, CancellationToken stop)
    {
        IsOpen = await db.FindLink(secret, MailedLinkKind.Reset, stop) is { } link && link.IsOpen(clock.Now());
        return IsOpen ? Page() : this.Refused(AccountsRefusals.LinkClosed);
    }

    /// <summary>Sets the password and signs in.</summary>
    public async Task<IActionResult> OnPost(string secret, CancellationToken stop)
    {
        var outcome = await reset.Run(secret, Password, HttpContext.Origin(), stop);
        if (!outcome.Is(out var arrival, out var refusal))
        {
            IsOpen = refusal.Kind == RefusalKind.Invalid;
            return this.Refused(refusal);
        }

        await SessionCookie.Write(HttpContext, arrival.Person, arrival.Session);
        return Redirect(await AccountsAccess.Landing(db, arrival.Person.Id, stop));
    }
}
