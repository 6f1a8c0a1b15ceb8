using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Trainees;

/// <summary>A trainee: correct the name, give a new PIN and card, take them away, or end the training.</summary>
public sealed class TraineePageModel(AppuiDb db, CurrentActor current) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Name as it stands.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The new card; shown once.</summary>
    public TraineeCard? Card { get; private set; }

    /// <summary>When PIN and card were given, or null when they have none.</summary>
    public DateTime? IssuedAt { get; private set; }

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    /// <summary>Where the organisation's clocks are.</summary>
    public TimeZoneInfo Zone => current.Zone;

    /// <summary>Address of the list.</summary>
    public string List => $"{current.Prefix}/organisme/stagiaires";

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGet(Guid member, CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(current.Actor) is { } no)
            return this.Closed(no);
        return await Load(member, stop) ? Page() : NotFound();
    }

    /// <summary>Corrects the name.</summary>
    public async Task<IActionResult> OnPost(Guid member, [FromServices] RenameTrainee rename, CancellationToken stop) =>
        await Answer(member, (await rename.Run(member, Name, current.Actor, stop)).Refusal, AccountsTexts.Trainee_Said_Renamed, stop);

    /// <summary>Gives a new PIN and card and shows them, once.</summary>
    public async Task<IActionResult> OnPostReissue(Guid member, [FromServices] ReissueAccess reissue, CancellationToken stop)
    {
        var outcome = await reissue.Run(member, current.Actor, stop);
        if (outcome.Is(out var card, out var refusal))
        {
            Response.Headers.CacheControl = "no-store";
            Card = card;
        }

        return await Answer(member, refusal, null, stop);
    }

    /// <summary>Takes PIN and card away.</summary>
    public async Task<IActionResult> OnPostRevoke(Guid member, [FromServices] RevokeAccess revoke, CancellationToken stop) =>
        await Answer(member, (await revoke.Run(member, current.Actor, stop)).Refusal, AccountsTexts.Trainee_Said_Revoked, stop);

    /// <summary>Ends the training.</summary>
    public async Task<IActionResult> OnPostEnd(Guid member, [FromServices] EndTrainee end, CancellationToken stop) =>
        (await end.Run(member, current.Actor, stop)).Refusal is { } refusal
            ? await Answer(member, refusal, null, stop)
            : Redirect($"{List}?fait=sortie");

    private async Task<IActionResult> Answer(Guid member, Refusal? refusal, string? said, CancellationToken stop)
    {
        if (refusal is { Kind: RefusalKind.Forbidden })
            return this.Closed(refusal);
        var typed = Name;
        if (!await Load(member, stop))
            return NotFound();
        if (refusal is null)
        {
            Said = said;
            ModelState.Clear();
            return Page();
        }

        Name = typed ?? Name;
        return this.Refused(refusal);
    }

    private async Task<bool> Load(Guid member, CancellationToken stop)
    {
        if (await db.Trainee(member, stop) is not { } trainee)
            return false;
        (Title, Name) = (trainee.DisplayName, trainee.DisplayName);
        IssuedAt = await db.TraineeAccesses.Where(a => a.MembershipId == member).Select(a => a.IssuedAt).SingleOrDefaultAsync(stop);
        return true;
    }
}
