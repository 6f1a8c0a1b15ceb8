using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.SignIn;

/// <summary>Signing out ends the session itself, not only the cookie.</summary>
public sealed class SignOutPageModel(EndSession end) : PageModel
{
    /// <summary>True when nobody is signed in any more.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Asks.</summary>
    public void OnGet() => IsDone = User.PersonId() is null;

    /// <summary>Signs out.</summary>
    public async Task OnPost(CancellationToken stop)
    {
        if (User.PersonId() is { } person && User.Session() is { } session)
            await end.Run(person, session, AccountEventKind.SignedOut, HttpContext.Origin(), stop);
        await HttpContext.SignOutAsync();
        HttpContext.User = new System.Security.Claims.ClaimsPrincipal();
        IsDone = true;
    }
}
