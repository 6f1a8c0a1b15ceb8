using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.SignIn;

/// <summary>Bringing a space made with a known address into the account that has it, with its owner's consent.</summary>
public sealed class JoinPageModel(JoinSpace join) : PageModel
{
    /// <summary>True while the link can be used.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True when the one the link was sent to is signed in.</summary>
    public bool IsTheRightPerson { get; private set; }

    /// <summary>Asks for consent, or for sign-in first.</summary>
    public async Task<IActionResult> OnGet(string secret, CancellationToken stop)
    {
        if (!(await join.Find(secret, stop)).Is(out var owner, out var refusal))
            return this.Refused(refusal);
        IsOpen = true;
        IsTheRightPerson = User.PersonId() == owner && User.OnlyOrganisation() is null;
        return Page();
    }

    /// <summary>Brings it over.</summary>
    public async Task<IActionResult> OnPost(string secret, CancellationToken stop)
    {
        if (User.PersonId() is not { } person || User.OnlyOrganisation() is not null)
            return Redirect(Request.Path);
        return (await join.Run(secret, person, stop)).Refusal is { } refusal ? this.Refused(refusal) : Redirect("/organismes");
    }
}
