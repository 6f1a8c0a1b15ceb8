using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.SignIn;

/// <summary>Sign-in by address and password; in the demonstration, by one click as well.</summary>
[PageCached(30)]
public sealed class SignInPageModel(AppuiDb db, SignInWithPassword signIn, SignInToDemonstration demonstration) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards, on this site.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>People offered with one click; empty outside the demonstration.</summary>
    public IReadOnlyList<DemonstrationPerson> Demonstration { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGet(CancellationToken stop) => Demonstration = await demonstration.Offer(stop);

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop) =>
        await Arrive(await signIn.Run(Email, Password, HttpContext.Origin(), stop), stop);

    /// <summary>Signs in as a person of the demonstration.</summary>
    public async Task<IActionResult> OnPostDemo(CancellationToken stop) =>
        await Arrive(await demonstration.Run(Email, HttpContext.Origin(), stop), stop);

    private async Task<IActionResult> Arrive(Outcome<Arrival> outcome, CancellationToken stop)
    {
        if (!outcome.Is(out var arrival, out var refusal))
        {
            Demonstration = await demonstration.Offer(stop);
            return this.Refused(refusal);
        }

        await SessionCookie.Write(HttpContext, arrival.Person, arrival.Session);
        return Redirect(this.Local(Retour) ?? await AccountsAccess.Landing(db, arrival.Person.Id, stop));
    }
}
