using System.Globalization;
using Appui.Accounts.SignIn;
using Appui.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.Team;

/// <summary>What an invitation leads to: join with the account one is signed in to, sign in first, or make an account.</summary>
public sealed class AcceptPageModel(AcceptInvitation accept, AcceptAsNewcomer acceptAsNewcomer) : PageModel
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The invitation, or null when its link is closed.</summary>
    public InvitationCard? Card { get; private set; }

    /// <summary>True when somebody is signed in who may join with their account.</summary>
    public bool IsKnown => User.PersonId() is not null && User.OnlyOrganisation() is null;

    /// <summary>Sign-in that comes back here.</summary>
    public string SignInHref => $"/connexion?retour={Uri.EscapeDataString(Request.Path)}";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(string secret, CancellationToken stop)
    {
        var outcome = await accept.Find(secret, stop);
        if (!outcome.Is(out var card, out var refusal))
            return this.Refused(refusal);
        (Card, FullName) = (card, card.Name);
        return Page();
    }

    /// <summary>Joins with the account one is signed in to.</summary>
    public async Task<IActionResult> OnPostJoin(string secret, CancellationToken stop)
    {
        if (!IsKnown)
            return Redirect(SignInHref);
        var outcome = await accept.Run(secret, User.PersonId()!.Value, HttpContext.Origin(), stop);
        return outcome.Is(out var code, out var refusal) ? Redirect($"/o/{code}") : await Again(secret, refusal, stop);
    }

    /// <summary>Joins with a new account.</summary>
    public async Task<IActionResult> OnPostNew(string secret, CancellationToken stop)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var outcome = await acceptAsNewcomer.Run(secret, FullName, Password, language, HttpContext.Origin(), stop);
        if (!outcome.Is(out var arrival, out var refusal))
            return await Again(secret, refusal, stop);
        await SessionCookie.Write(HttpContext, arrival.Person, arrival.Session);
        return Redirect($"/o/{arrival.OrganisationCode}");
    }

    private async Task<IActionResult> Again(string secret, Refusal refusal, CancellationToken stop)
    {
        Card = (await accept.Find(secret, stop)).Is(out var card, out _) ? card : null;
        return this.Refused(refusal);
    }
}
