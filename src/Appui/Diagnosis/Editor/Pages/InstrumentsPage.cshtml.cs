using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Editor;

/// <summary>The versions of the questionnaire: which is asked, since when, by how many diagnoses; and beginning the next one.</summary>
[RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class InstrumentsPageModel(FindInstruments find, BeginDraft begin, CurrentActor current) : AppuiPage
{
    private const int LargestForm = 12_000_000;

    /// <summary>Drafts, then versions.</summary>
    public IReadOnlyList<InstrumentLine> Lines { get; private set; } = [];

    /// <summary>May this person begin a draft?</summary>
    public bool MayBegin => EditorAccess.MayEdit(current) is null;

    /// <summary>Address of this page.</summary>
    public string Here => $"{current.Prefix}/instruments";

    /// <summary>The version asked today.</summary>
    public InstrumentLine? InForce => Lines.FirstOrDefault(l => l.IsInForce);

    /// <summary>The draft changed last.</summary>
    public InstrumentLine? Draft => Lines.FirstOrDefault(l => l.State == InstrumentState.Draft);

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (EditorAccess.MayRead(current) is not null)
            return NotFound();
        Lines = await find.List(current.Actor, stop);
        return Page();
    }

    /// <summary>Copies a version as the next one.</summary>
    public async Task<IActionResult> OnPostCopy(string? from, CancellationToken stop) =>
        EditorAccess.MayEdit(current) is not null ? NotFound() : Opened(await begin.Copy(from ?? "", current.Actor, stop));

    /// <summary>Begins from a whole file.</summary>
    public async Task<IActionResult> OnPostImport(IFormFile? file, CancellationToken stop)
    {
        if (EditorAccess.MayEdit(current) is not null)
            return NotFound();
        Outcome<InstrumentVersion> outcome;
        if (file is null || file.Length > InstrumentVersion.Largest)
        {
            outcome = (file is null ? Shared.Files.FileRefusals.Missing : EditorRefusals.Full).On("File");
        }
        else
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, stop);
            outcome = await begin.Import(file.FileName, bytes.ToArray(), current.Actor, stop);
        }

        if (outcome.Refusal is { } refusal)
        {
            Lines = await find.List(current.Actor, stop);
            return Refused(refusal);
        }

        return Opened(outcome);
    }

    private IActionResult Opened(Outcome<InstrumentVersion> outcome) =>
        outcome.Is(out var draft, out _) ? Redirect($"{Here}/{draft.Id}") : NotFound();
}
