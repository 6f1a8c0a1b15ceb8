using Appui.Accounts.PublicList;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Organisations;

/// <summary>What the organisation says of itself: its manager reads and corrects it.</summary>
public sealed class SettingsPageModel(AppuiDb db, ChangeOrganisation change, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public OrganisationForm Organisation { get; set; } = new();

    /// <summary>"Saved at…" after a save.</summary>
    public string? Saved { get; private set; }

    /// <summary>The code that trainees type.</summary>
    public string Code => current.OrganisationCode ?? "";

    /// <summary>Where programs are given access.</summary>
    public string Api => $"{current.Prefix}/organisme/api";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        Organisation = OrganisationForm.Of(await db.Organisations.SingleAsync(o => o.Id == current.Actor.OrganisationId, stop));
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        List<Refusal> problems = [];
        var outcome = await change.Run(Organisation, current.Actor, problems, stop);
        if (!outcome.Is(out var organisation, out var refusal))
            return refusal.Kind == RefusalKind.Forbidden ? this.Closed(refusal) : this.Refused(problems);
        ModelState.Clear();
        Organisation = OrganisationForm.Of(organisation);
        current.Zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone);
        Saved = string.Format(
            System.Globalization.CultureInfo.CurrentCulture,
            AccountsTexts.Saved_At,
            Show.Time(clock.Now(), current.Zone)
        );
        return Page();
    }

    /// <summary>Fills what is empty from the public list; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostFill([FromServices] FillFromSiret fill, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        if (!(await fill.Run(Organisation, HttpContext.Origin(), stop)).Is(out var said, out var refusal))
            return this.Refused(refusal);
        ModelState.Clear(); // what was filled shows, not what was typed
        Organisation.Filled = said;
        return Page();
    }
}
