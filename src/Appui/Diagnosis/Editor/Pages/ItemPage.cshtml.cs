using Appui.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Editor;

/// <summary>One question of a version: read by all, written in a draft. What another window saved meanwhile is never written over unseen.</summary>
public sealed class ItemPageModel(FindInstruments find, SaveItem save, Instruments instruments, CurrentActor current)
    : EditorPage(find, current)
{
    /// <summary>The question as typed.</summary>
    [BindProperty]
    public ItemInput Input { get; set; } = new();

    /// <summary>Mark of the question that the page shows; null for a new one.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The question as it is kept; null for a new one.</summary>
    public ItemFile? Item { get; private set; }

    /// <summary>What is left to correct in it.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Did people answer this question in a version?</summary>
    public bool WasAnswered { get; private set; }

    /// <summary>Was it just kept?</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Shows a question, or an empty one.</summary>
    public async Task<IActionResult> OnGet(string key, string? code, string? dimension, bool ok, CancellationToken stop)
    {
        if (!await Find(key, stop) || (code is not null && Open.File.Find(code) is null) || (code is null && !MayChange))
            return NotFound();
        Know(code);
        IsSaved = ok;
        Seen = Item is null ? null : SaveItem.MarkOf(Item);
        Input = ItemInput.Of(Item ?? ItemFile.Empty(null, dimension));
        return Page();
    }

    /// <summary>Keeps what was typed.</summary>
    public async Task<IActionResult> OnPost(string key, string? code, CancellationToken stop)
    {
        if (!await FindOwn(key, stop))
            return NotFound();
        Know(code);
        Input.Code = code ?? Input.Code?.Trim();
        var (item, fault) = ItemRowRules.Read(Input.ToRow(), Item ?? ItemFile.Empty(Input.Code, null));
        if (fault is not null)
            return Kept(new Refusal(RefusalKind.Invalid, nameof(DiagnosisTexts.Editor_Fault), DiagnosisTexts.ResourceManager).With(fault));
        var outcome = await save.Run(
            Open.Row!.Id,
            new WrittenItem(item!, code is null ? null : Seen ?? "", Input.SameQuestion),
            Actor,
            stop
        );
        if (!outcome.Is(out var kept, out var refusal))
        {
            await Find(key, stop);
            Know(code);
            return Kept(refusal);
        }

        return Redirect($"{Here}/question/{Uri.EscapeDataString(kept.Code!)}?ok=true");
    }

    /// <summary>Takes it out of the draft.</summary>
    public async Task<IActionResult> OnPostRemove(string key, string? code, [FromServices] ArrangeItems arrange, CancellationToken stop)
    {
        if (!await FindOwn(key, stop))
            return NotFound();
        var outcome = await arrange.Remove(Open.Row!.Id, code ?? "", null, Actor, stop);
        return outcome.Refusal is { Kind: not RefusalKind.Conflict } refusal ? Say(refusal) : Redirect(Here);
    }

    // What stands on the page is what was typed; the mark is the one of what is kept, so that saving again replaces it knowingly.
    private IActionResult Kept(Refusal refusal)
    {
        ModelState.Remove(nameof(Seen));
        Seen = Item is null ? null : SaveItem.MarkOf(Item);
        return Say(refusal);
    }

    private void Know(string? code)
    {
        Item = code is null ? null : Open.File.Find(code);
        Faults = Item is null ? [] : [.. ItemRules.FaultsOf(Open.File, Item).Select(f => f.Sentence).Distinct(StringComparer.Ordinal)];
        WasAnswered = code is not null && ItemVersionRules.Of(instruments.Released(Instruments.Maturity), code).Count > 0;
    }
}
