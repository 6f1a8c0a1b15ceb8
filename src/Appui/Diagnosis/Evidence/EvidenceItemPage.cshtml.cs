using Appui.Shared;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Evidence;

/// <summary>One answer with what backs it: add a document, an address or a dated fact, or take one back.</summary>
[RequestSizeLimit(21 * FileLimits.Megabyte)]
[RequestFormLimits(MultipartBodyLengthLimit = 21 * FileLimits.Megabyte)]
public sealed class EvidenceItemPageModel(FindDiagnosis find, AddEvidence add, AppuiDb db, CurrentActor current) : AppuiPage
{
    /// <summary>What it is, as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Its day, as typed.</summary>
    [BindProperty]
    public string? DatedOn { get; set; }

    /// <summary>Its address, as typed.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>The item.</summary>
    public InstrumentItem Item { get; private set; } = null!;

    /// <summary>The answer in words.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>How far it is backed.</summary>
    public EvidenceLevel Level { get; private set; }

    /// <summary>What backs it.</summary>
    public IReadOnlyList<AnswerEvidence> Evidence { get; private set; } = [];

    /// <summary>Address of all evidence.</summary>
    public string Back => $"{current.Prefix}/diagnostic/preuves";

    /// <summary>Shows the answer.</summary>
    public async Task<IActionResult> OnGet(string item, CancellationToken stop) =>
        DiagnosisAccess.MayManage(current.Actor) is null && await Show(item, stop) ? Page() : NotFound();

    /// <summary>Adds an evidence.</summary>
    public async Task<IActionResult> OnPost(string item, IFormFile? file, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(current.Actor) is not null || !await Show(item, stop))
            return NotFound();
        await using var content = file?.OpenReadStream();
        var given = new GivenEvidence(item, Name, Typed.Day(DatedOn), Address, file?.FileName, content);
        return (await add.Run(given, current.Actor, stop)).Is(out _, out var refusal) ? Redirect($"{Back}/{item}") : Refused(refusal);
    }

    /// <summary>Takes one back.</summary>
    public async Task<IActionResult> OnPostRemove([FromServices] RemoveEvidence remove, string item, Guid id, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(current.Actor) is not null || !await Show(item, stop))
            return NotFound();
        var outcome = await remove.Run(id, current.Actor, stop);
        return outcome.Refusal switch
        {
            null => Redirect($"{Back}/{item}"),
            { Kind: RefusalKind.Unknown } => NotFound(),
            { } refusal => Refused(refusal),
        };
    }

    private async Task<bool> Show(string code, CancellationToken stop)
    {
        if (await find.Run(null, stop) is not { } open || open.Asked.FirstOrDefault(i => i.Code == code) is not { } item)
            return false;
        if (open.Answers.GetValueOrDefault(code) is not { } answer)
            return false;
        (Item, Answer, Level) = (item, ItemForm.Say(item, answer.Choice), answer.Evidence);
        Evidence = await db
            .Evidence.Where(e => e.DiagnosisId == open.Diagnosis.Id && e.ItemCode == code)
            .OrderByDescending(e => e.DatedOn)
            .ToListAsync(stop);
        return true;
    }
}
