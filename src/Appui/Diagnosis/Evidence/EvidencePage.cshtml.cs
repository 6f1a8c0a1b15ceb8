using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Evidence;

/// <summary>What backs each answer of the newest diagnosis, and who may read it from elsewhere.</summary>
public sealed class EvidencePageModel(FindDiagnosis find, ShareEvidence share, AppuiDb db, CurrentActor current) : AppuiPage
{
    /// <summary>An answer and how far it is backed.</summary>
    public sealed record Line(InstrumentItem Item, string Answer, EvidenceLevel Level, int Count);

    /// <summary>For whom a link is made, as typed.</summary>
    [BindProperty]
    public string? ForWhom { get; set; }

    /// <summary>The diagnosis; null when there is none yet.</summary>
    public OpenDiagnosis? Open { get; private set; }

    /// <summary>The answers that can be backed, in order.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The links that still open.</summary>
    public IReadOnlyList<EvidenceShare> Shares { get; private set; } = [];

    /// <summary>Secret of the link just made; shown once.</summary>
    public string? Secret { get; private set; }

    /// <summary>Address of this page.</summary>
    public string Here => $"{current.Prefix}/diagnostic/preuves";

    /// <summary>Where the organisation's clocks are.</summary>
    public TimeZoneInfo Zone => current.Zone;

    /// <summary>Shows the answers.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop) =>
        DiagnosisAccess.MayManage(current.Actor) is null ? await Show(stop) : NotFound();

    /// <summary>Makes a link for a reader.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var outcome = await share.Run(ForWhom, current.Actor, stop);
        if (outcome.Refusal is { Kind: RefusalKind.Forbidden })
            return NotFound();
        await Show(stop);
        if (!outcome.Is(out var secret, out var refusal))
            return Refused(refusal);
        Secret = secret;
        return Page();
    }

    /// <summary>Takes a link back.</summary>
    public async Task<IActionResult> OnPostRevoke(Guid id, CancellationToken stop) =>
        (await share.Revoke(id, current.Actor, stop)).Refusal is null ? Redirect(Here) : NotFound();

    private async Task<IActionResult> Show(CancellationToken stop)
    {
        Open = await find.Run(null, stop);
        if (Open is not { } open)
            return Page();
        var counts = await db
            .Evidence.Where(e => e.DiagnosisId == open.Diagnosis.Id)
            .GroupBy(e => e.ItemCode)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, stop);
        Lines =
        [
            .. from item in open.Asked
            let answer = open.Answers.GetValueOrDefault(item.Code)
            where answer is not null && EvidenceRules.CanBeBacked(answer.Choice) && item.Type != ItemType.Perception
            select new Line(item, ItemForm.Say(item, answer.Choice), answer.Evidence, counts.GetValueOrDefault(item.Code)),
        ];
        Shares = await db
            .EvidenceShares.Where(s => s.DiagnosisId == open.Diagnosis.Id && s.RevokedAt == null)
            .OrderBy(s => s.CreatedAt)
            .ToListAsync(stop);
        return Page();
    }
}
