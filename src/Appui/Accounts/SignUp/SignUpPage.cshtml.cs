using System.Globalization;
using Appui.Accounts.Organisations;
using Appui.Accounts.PublicList;
using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.SignUp;

/// <summary>
/// An account and an organisation, in one form. Under <c>/essai/{link}/garder</c> the provisional space becomes that organisation;
/// somebody already signed in gives the organisation only.
/// </summary>
public sealed class SignUpPageModel(AppuiDb db, OpenAccount signUp, KeepSpace keep, CurrentActor current) : PageModel
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public OrganisationForm Organisation { get; set; } = new();

    /// <summary>True when a provisional space is kept.</summary>
    public bool Keeps => current.Link is not null;

    /// <summary>True when the person has signed in already, for more than one organisation.</summary>
    public bool IsKnown => User.PersonId() is not null && User.OnlyOrganisation() is null;

    /// <summary>This page, to come back to after signing in.</summary>
    public string Here => Keeps ? $"{current.Prefix}/garder" : "/inscription";

    /// <summary>Shows the form, with what the provisional space already knows.</summary>
    public async Task OnGet(CancellationToken stop)
    {
        if (current.Link is { } link && await AccountsAccess.SpaceOf(db, link, stop) is { } space)
            Organisation = OrganisationForm.Of(space);
    }

    /// <summary>Signs up, or keeps the space.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        List<Refusal> problems = [];
        if (IsKnown)
        {
            var kept = await keep.Run(User.PersonId()!.Value, Organisation, current.Link, problems, stop);
            return kept.Is(out var organisation, out var no) ? Redirect($"/o/{organisation.Code}") : Again(problems, no);
        }

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var request = new SignUpRequest(FullName, Email, Password, language, Organisation);
        var outcome = await signUp.Run(request, current.Link, HttpContext.Origin(), problems, stop);
        if (!outcome.Is(out var arrival, out var refusal))
            return Again(problems, refusal);
        await SessionCookie.Write(HttpContext, arrival.Person, arrival.Session);
        return Redirect($"/o/{arrival.OrganisationCode}");
    }

    /// <summary>Fills the form from the public list; nothing is kept.</summary>
    public async Task<IActionResult> OnPostFill([FromServices] FillFromSiret fill, CancellationToken stop)
    {
        if (!(await fill.Run(Organisation, HttpContext.Origin(), stop)).Is(out var said, out var refusal))
            return this.Refused(refusal);
        ModelState.Clear(); // what was filled shows, not what was typed
        Organisation.Filled = said;
        return Page();
    }

    private IActionResult Again(List<Refusal> problems, Refusal refusal) => this.Refused(problems.Count > 0 ? problems : [refusal]);
}
