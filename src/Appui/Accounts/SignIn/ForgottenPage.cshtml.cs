using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.SignIn;

/// <summary>Somebody forgot their password.</summary>
public sealed class ForgottenPageModel(AskReset ask) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>True when the mail has left, if the address is known.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Sends the link.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if ((await ask.Run(Email, HttpContext.Origin(), stop)).Refusal is { } refusal)
            return this.Refused(refusal);
        IsSent = true;
        return Page();
    }
}
