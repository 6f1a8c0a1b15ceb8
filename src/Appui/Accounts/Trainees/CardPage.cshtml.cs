using Appui.Accounts.SignIn;
using Appui.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.Trainees;

/// <summary>Where the QR code of a card leads. One press more signs in: programs that preview links open them too.</summary>
public sealed class CardPageModel(SignInTrainee signIn) : PageModel
{
    /// <summary>Name of the organisation, or null when the card opens nothing.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Asks for the press.</summary>
    public async Task<IActionResult> OnGet(string secret, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (!(await signIn.FindCard(secret, stop)).Is(out var organisation, out var refusal))
            return this.Refused(refusal);
        Organisation = organisation;
        return Page();
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPost(string secret, CancellationToken stop)
    {
        var outcome = await signIn.ByCard(secret, HttpContext.Origin(), stop);
        if (!outcome.Is(out var arrival, out var refusal))
            return this.Refused(refusal);
        await SessionCookie.Write(HttpContext, arrival.Person, arrival.Session);
        return Redirect($"/o/{arrival.OrganisationCode}");
    }
}
