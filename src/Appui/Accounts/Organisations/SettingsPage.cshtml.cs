using Appui.Accounts.PublicList;
using Appui.Shared;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Organisations;

/// <summary>What the organisation says of itself: its manager reads and corrects it.</summary>
[RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class SettingsPageModel(AppuiDb db, ChangeOrganisation change, CurrentActor current, TimeProvider clock) : PageModel
{
    // Above what a logo may have, so that a photograph is refused beside the field rather than by a page of errors.
    private const int LargestForm = 32_000_000;

    [BindProperty]
    public OrganisationForm Organisation { get; set; } = new();

    /// <summary>"Saved at…" after a save.</summary>
    public string? Saved { get; private set; }

    /// <summary>"Saved at…" after the logo changed.</summary>
    public string? LogoSaved { get; private set; }

    /// <summary>Address of the logo, when there is one.</summary>
    public string? LogoAddress { get; private set; }

    /// <summary>The code that trainees type.</summary>
    public string Code => current.OrganisationCode ?? "";

    /// <summary>Where programs are given access.</summary>
    public string Api => $"{current.Prefix}/organisme/api";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        Fill(await Own(stop));
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        List<Refusal> problems = [];
        var outcome = await change.Run(Organisation, current.Actor, problems, stop);
        if (!outcome.Is(out var organisation, out var refusal))
        {
            if (refusal.Kind == RefusalKind.Forbidden)
                return this.Closed(refusal);
            ShowLogo(await Own(stop));
            return this.Refused(problems);
        }

        current.Zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone);
        Saved = SavedNow();
        Fill(organisation);
        return Page();
    }

    /// <summary>Keeps a logo.</summary>
    public async Task<IActionResult> OnPostLogo([FromServices] ChangeLogo changeLogo, IFormFile? logo, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        if (!ChosenFile.IsThere(logo, Request, OrganisationLogo.Use, AccountsTexts.Logo, out var missing))
            return await LogoRefused(missing.On(OrganisationLogo.Field), stop);
        await using var content = logo.OpenReadStream();
        var outcome = await changeLogo.Run(logo.FileName, content, current.Actor, stop);
        return outcome.Is(out var organisation, out var refusal) ? LogoChanged(organisation) : await LogoRefused(refusal, stop);
    }

    /// <summary>Takes it away.</summary>
    public async Task<IActionResult> OnPostNoLogo([FromServices] RemoveLogo removeLogo, CancellationToken stop) =>
        (await removeLogo.Run(current.Actor, stop)).Is(out var organisation, out var refusal)
            ? LogoChanged(organisation)
            : this.Closed(refusal);

    /// <summary>Fills what is empty from the public list; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostFill([FromServices] FillFromSiret fill, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        ShowLogo(await Own(stop));
        if (!(await fill.Run(Organisation, HttpContext.Origin(), stop)).Is(out var said, out var refusal))
            return this.Refused(refusal);
        ModelState.Clear(); // what was filled shows, not what was typed
        Organisation.Filled = said;
        return Page();
    }

    private Task<Organisation> Own(CancellationToken stop) => db.Organisations.SingleAsync(o => o.Id == current.Actor.OrganisationId, stop);

    private void Fill(Organisation organisation)
    {
        ModelState.Clear();
        Organisation = OrganisationForm.Of(organisation);
        ShowLogo(organisation);
    }

    private void ShowLogo(Organisation organisation) =>
        LogoAddress = organisation.LogoId is { } logo ? $"{current.Prefix}/organisme/logo/{logo}" : null;

    private IActionResult LogoChanged(Organisation organisation)
    {
        LogoSaved = SavedNow();
        Fill(organisation);
        return Page();
    }

    private async Task<IActionResult> LogoRefused(Refusal refusal, CancellationToken stop)
    {
        Fill(await Own(stop));
        return this.Refused(refusal);
    }

    private string SavedNow() =>
        string.Format(System.Globalization.CultureInfo.CurrentCulture, AccountsTexts.Saved_At, Show.Time(clock.Now(), current.Zone));
}
