using Appui.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Editor;

/// <summary>Questions sent as a table: the columns explained, a template to take away, and what became of each line.</summary>
[RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class ImportPageModel(FindInstruments find, CurrentActor current) : EditorPage(find, current)
{
    private const int LargestForm = 24_000_000;

    /// <summary>What became of the table just sent.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>Explains.</summary>
    public async Task<IActionResult> OnGet(string key, CancellationToken stop) =>
        await FindOwn(key, stop) && Open.IsDraft ? Page() : NotFound();

    /// <summary>Takes the table.</summary>
    public async Task<IActionResult> OnPost(string key, IFormFile? file, [FromServices] ImportItems import, CancellationToken stop)
    {
        if (!await FindOwn(key, stop))
            return NotFound();
        if (file is null)
            return Refused(Shared.Files.FileRefusals.Missing.On("File"));
        await using var content = file.OpenReadStream();
        var outcome = await import.Run(Open.Row!.Id, content, Actor, stop);
        if (!outcome.Is(out var report, out var refusal))
            return Say(refusal);
        Report = report;
        await Find(key, stop);
        return Page();
    }
}
