using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Diagnosis.Voices;

/// <summary>The questions of a voice on one page, on any phone, without script, without a name.</summary>
public sealed class ReplyPageModel(FindDoorway doorway, ReplyToVoice reply) : AppuiPage
{
    /// <summary>What is asked; null when it cannot be answered any more.</summary>
    public VoiceAsk? Ask { get; private set; }

    /// <summary>The questions with what was chosen.</summary>
    public IReadOnlyList<ItemForm> Forms { get; private set; } = [];

    /// <summary>Why nothing can be answered here.</summary>
    public string? Closed { get; private set; }

    /// <summary>About how many minutes it takes.</summary>
    public int Minutes => Math.Max(1, (int)Math.Ceiling(Forms.Count * 20 / 60.0));

    /// <summary>Shows the questions.</summary>
    public async Task<IActionResult> OnGet(string key, CancellationToken stop) =>
        await Open(key, new Dictionary<string, string?>(StringComparer.Ordinal), stop) ?? Page();

    /// <summary>Keeps the answers, all at once.</summary>
    public async Task<IActionResult> OnPost(string key, CancellationToken stop)
    {
        if (!(await doorway.Run(key, stop)).Is(out var ask, out var closed))
            return Shut(closed);
        var given = ask.Items.ToDictionary(
            i => i.Code,
            i => ItemForm.Read(i, [.. Request.Form[i.Code].Select(v => v ?? "")]),
            StringComparer.Ordinal
        );
        foreach (var item in ask.Items.Where(i => given[i.Code] is not null && !AnswerRules.IsChoice(i, given[i.Code])))
            ModelState.AddModelError(item.Code, AnswerRules.Wrong(item).Sentence);
        if (!ModelState.IsValid)
            return await Open(key, given, stop) ?? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var choices = given.Where(g => g.Value is not null).ToDictionary(g => g.Key, g => g.Value!, StringComparer.Ordinal);
        var outcome = await reply.Run(key, choices, stop);
        if (outcome.Refusal is not { } refusal)
            return Redirect("/repondre/merci");
        if (refusal.Kind != RefusalKind.Invalid)
            return Shut(refusal);
        return await Open(key, given, stop) ?? Refused(refusal);
    }

    private async Task<IActionResult?> Open(string key, Dictionary<string, string?> given, CancellationToken stop)
    {
        if (!(await doorway.Run(key, stop)).Is(out var ask, out var closed))
            return Shut(closed);
        Ask = ask;
        Forms = [.. ask.Items.Select(i => new ItemForm(i, ask.Round.Voice, given.GetValueOrDefault(i.Code), i.Code, ErrorOf(i.Code)))];
        return null;
    }

    private PageResult Shut(Refusal refusal)
    {
        Closed = refusal.Sentence;
        return new PageResult { StatusCode = refusal.Status };
    }
}
