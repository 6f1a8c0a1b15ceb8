using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Diagnosis;

/// <summary>One question at a time, kept at every answer. Works as a plain form; a script only saves earlier.</summary>
public sealed class QuestionPageModel(FindDiagnosis find, SaveAnswer save, CurrentActor current, AppuiSettings settings) : AppuiPage
{
    /// <summary>A dimension on the map of progress.</summary>
    public sealed record Step(string Name, string Count, string Href, bool IsHere, bool IsDone);

    private OpenDiagnosis open = null!;

    /// <summary>Place of the question, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The item asked.</summary>
    public InstrumentItem Item { get; private set; } = null!;

    /// <summary>Choice shown: the saved one, or the one just refused, so that nothing typed is lost.</summary>
    public string? Choice { get; private set; }

    /// <summary>The question asked, with its choice, as the management reads it.</summary>
    public ItemForm Form => new(Item, Voice.Management, Choice, "choice", ErrorOf("choice"));

    /// <summary>Note shown.</summary>
    public string? Note { get; private set; }

    /// <summary>Revision of the answer that this page shows.</summary>
    public int Seen { get; private set; }

    /// <summary>When the shown answer was saved: 14 h 32.</summary>
    public string? SavedAt { get; private set; }

    /// <summary>The items asked.</summary>
    public IReadOnlyList<InstrumentItem> Asked => open.Asked;

    /// <summary>Name of the item's dimension.</summary>
    public string DimensionName => open.Instrument.Dimension(Item.Dimension).Name.ToString();

    /// <summary>Address to come back to, for somebody without an account.</summary>
    public string? ResumeLink => current.Link is { } link ? $"{settings.BaseUrl}/essai/{link}" : null;

    /// <summary>Where "leave" goes.</summary>
    public string QuitHref => current.Link is null ? current.Prefix : $"{current.Prefix}/diagnostic/resultat";

    /// <summary>About how long the rest takes, in words.</summary>
    public string Remaining =>
        string.Format(DiagnosisTexts.Question_Remaining, Math.Max(1, (int)Math.Ceiling((Asked.Count - Number + 1) * 25 / 60.0)));

    /// <summary>The map of progress.</summary>
    public IEnumerable<Step> Steps =>
        from dimension in open.Instrument.Dimensions
        let items = Asked.Where(i => i.Dimension == dimension.Code).ToList()
        where items.Count > 0
        let done = items.Count(i => open.Answers.ContainsKey(i.Code))
        let first = Asked.ToList().IndexOf(items.FirstOrDefault(i => !open.Answers.ContainsKey(i.Code)) ?? items[0]) + 1
        select new Step(
            dimension.ShortName.ToString(),
            string.Format(DiagnosisTexts.Question_Count, done, items.Count),
            HrefOf(first),
            Item.Dimension == dimension.Code,
            done == items.Count
        );

    /// <summary>Address of a question.</summary>
    public string HrefOf(int number) => $"{current.Prefix}/diagnostic/question/{number}";

    /// <summary>Shows a question with its saved answer.</summary>
    public async Task<IActionResult> OnGet(int number, CancellationToken stop)
    {
        if (DiagnosisAccess.MayAnswer(current.Actor) is not null)
            return NotFound();
        if (await find.Run(null, stop) is not { } found)
            return Redirect($"{current.Prefix}/diagnostic");
        if (number < 1 || number > found.Asked.Count)
            return Redirect($"{current.Prefix}/diagnostic");
        Show(found, found.Asked[number - 1]);
        return Page();
    }

    /// <summary>Keeps the answer, then asks the next question.</summary>
    public async Task<IActionResult> OnPost(
        int number,
        string item,
        string[] choice,
        string? note,
        int seen,
        string? unknown,
        CancellationToken stop
    )
    {
        var autosave = Request.Headers.ContainsKey("X-Appui-Autosave");
        if (await find.Run(null, stop) is not { } before || before.Instrument.Find(item) is not { } asked)
            return NotFound();
        var given = new GivenAnswer(item, unknown is null ? ItemForm.Read(asked, choice) : ScoringRules.Unknown, note, seen);
        var outcome = await save.Run(given, current.Actor, stop);
        var found = (await find.Run(null, stop))!;
        if (!outcome.Is(out var answer, out var refusal))
            return autosave ? Problem(refusal) : Again(found, asked, given, refusal);
        if (autosave)
            return new JsonResult(new { savedAt = Shared.Show.Time(answer.AnsweredAt, current.Zone), revision = answer.Revision });

        return Redirect(After(found, asked) is { } there ? HrefOf(there) : $"{current.Prefix}/diagnostic/resultat");
    }

    // The express questions in a row; whoever looks closer at a dimension is done with its last question.
    private static int? After(OpenDiagnosis found, InstrumentItem item)
    {
        var place = found.Asked.ToList().FindIndex(i => i.Code == item.Code);
        var next = place + 1 < found.Asked.Count ? found.Asked[place + 1] : null;
        if (next is null || (!item.Express && next.Dimension != item.Dimension))
            return found.NextQuestion;
        return place + 2;
    }

    private PageResult Again(OpenDiagnosis found, InstrumentItem asked, GivenAnswer given, Refusal refusal)
    {
        Show(found, asked);
        // What stands on the page is not what was saved.
        (Choice, Note, SavedAt) = (given.Choice, given.Note, null);
        return Refused(refusal);
    }

    private JsonResult Problem(Refusal refusal) =>
        new(new { code = refusal.Code, message = refusal.Kind == RefusalKind.Conflict ? null : refusal.Sentence })
        {
            StatusCode = refusal.Status,
        };

    private void Show(OpenDiagnosis found, InstrumentItem item)
    {
        open = found;
        Item = item;
        Number = found.Asked.ToList().FindIndex(i => i.Code == item.Code) + 1;
        if (!found.Answers.TryGetValue(item.Code, out var answer))
            return;
        Choice = answer.Choice;
        Note = answer.Note;
        Seen = answer.Revision;
        SavedAt = Shared.Show.Time(answer.AnsweredAt, current.Zone);
    }
}
