using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.SignIn;

/// <summary>Proving an address. The link asks for one click more: programs that read mail open links too.</summary>
public sealed class ConfirmPageModel(AppuiDb db, ConfirmAddress confirm, TimeProvider clock) : PageModel
{
    /// <summary>The address, once proven.</summary>
    public string? Proven { get; private set; }

    /// <summary>Asks for the click, or says that the link is closed.</summary>
    public async Task<IActionResult> OnGet(string secret, CancellationToken stop) =>
        await db.FindLink(secret, MailedLinkKind.Confirm, stop) is { } link && link.IsOpen(clock.Now())
            ? Page()
            : this.Refused(AccountsRefusals.LinkClosed);

    /// <summary>Proves it.</summary>
    public async Task<IActionResult> OnPost(string secret, CancellationToken stop)
    {
        var outcome = await confirm.Run(secret, HttpContext.Origin(), stop);
        if (!outcome.Is(out var person, out var refusal))
            return this.Refused(refusal);
        Proven = person.Email;
        return Page();
    }
}
