using Appui.Shared;
using Appui.Shared.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Editor;

/// <summary>One version: its questions by dimension, what is left to correct, and everything that can be done with it.</summary>
public sealed class VersionPageModel(FindInstruments find, Instruments instruments, CurrentActor current, TimeProvider clock)
    : EditorPage(find, current)
{
    /// <summary>What is left to correct.</summary>
    public IReadOnlyList<DraftFault> Faults { get; private set; } = [];

    /// <summary>What the draft changes to the version in force.</summary>
    public Differences? Differences { get; private set; }

    /// <summary>The items of a dimension, and those of none at the end.</summary>
    public IEnumerable<(string Code, string Name, List<ItemFile> Items)> Groups
    {
        get
        {
            var dimensions = Open.File.Dimensions ?? [];
            var items = Open.File.Items ?? [];
            foreach (var dimension in dimensions.DistinctBy(d => d.Code, StringComparer.Ordinal))
                yield return (dimension.Code, $"{dimension.Code} {dimension.Name}", [.. items.Where(i => i.Dimension == dimension.Code)]);
            var lost = items.Where(i => dimensions.All(d => d.Code != i.Dimension)).ToList();
            if (lost.Count > 0)
                yield return ("", DiagnosisTexts.Editor_NoDimension, lost);
        }
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(string key, CancellationToken stop) => await Read(key, stop) ? Page() : NotFound();

    /// <summary>The whole as a file.</summary>
    public async Task<IActionResult> OnGetExport(string key, CancellationToken stop) =>
        await Find(key, stop) ? File(Open.File.ToFile(), "application/json", $"{Open.File.Code}-{Open.File.Version}.json") : NotFound();

    /// <summary>The questions as a table, to be sent back.</summary>
    public async Task<IActionResult> OnGetTable(string key, string? format, CancellationToken stop)
    {
        if (!await Find(key, stop))
            return NotFound();
        var sheet = ItemColumns.Sheet(Open.File);
        return format == "xlsx"
            ? File(
                Spreadsheet.Render(Name, Organisation, clock.Now(), sheet),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "questions.xlsx"
            )
            : File(CsvTable.Render(sheet), "text/csv; charset=utf-8", "questions.csv");
    }

    /// <summary>One place up or down.</summary>
    public Task<IActionResult> OnPostMove(
        string key,
        string? code,
        bool up,
        int revision,
        [FromServices] ArrangeItems arrange,
        CancellationToken stop
    ) => Changed(key, async id => (await arrange.Move(id, code ?? "", up, revision, Actor, stop)).Refusal, $"#{code}", stop);

    /// <summary>Puts a removed question back.</summary>
    public Task<IActionResult> OnPostBack(string key, string? code, [FromServices] ArrangeItems arrange, CancellationToken stop) =>
        Changed(key, async id => (await arrange.PutBack(id, code ?? "", Actor, stop)).Refusal, $"#{code}", stop);

    /// <summary>Throws the draft away.</summary>
    public async Task<IActionResult> OnPostDelete(string key, int revision, [FromServices] DeleteDraft delete, CancellationToken stop)
    {
        if (!await FindOwn(key, stop))
            return NotFound();
        if ((await delete.Run(Open.Row!.Id, revision, Actor, stop)).Refusal is not { } refusal)
            return Redirect(List);
        await Read(key, stop);
        return Say(refusal);
    }

    /// <summary>Retires a published version.</summary>
    public Task<IActionResult> OnPostRetire(string key, [FromServices] RetireInstrument retire, CancellationToken stop) =>
        Changed(key, async id => (await retire.Run(id, Actor, stop)).Refusal, "", stop);

    private async Task<IActionResult> Changed(string key, Func<Guid, Task<Refusal?>> change, string at, CancellationToken stop)
    {
        if (!await FindOwn(key, stop))
            return NotFound();
        if (await change(Open.Row!.Id) is not { } refusal)
            return Redirect(Here + at);
        return await Read(key, stop) ? Say(refusal) : NotFound();
    }

    private async Task<bool> Read(string key, CancellationToken stop)
    {
        if (!await Find(key, stop))
            return false;
        if (!Open.IsDraft)
            return true;
        var inForce = InForceRules.On(instruments.Released(Instruments.Maturity), clock.Today()).File;
        Faults = PublishRules.FaultsOf(Open.File, inForce);
        Differences = PublishRules.Between(inForce, Open.File);
        return true;
    }
}
