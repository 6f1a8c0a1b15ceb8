using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Evidence;

/// <summary>An adviser or expert from elsewhere reads the evidence of a provider that gave them the link, and says what each shows.</summary>
[Authorize]
public sealed class VerifyPageModel(FindShare find, JudgeEvidence judge) : AppuiPage
{
    /// <summary>What is read; null when the link opens nothing.</summary>
    public SharedEvidence? Shared { get; private set; }

    /// <summary>Why nothing opens.</summary>
    public string? Closed { get; private set; }

    /// <summary>The items that have evidence, with their answer and evidence.</summary>
    public IEnumerable<(InstrumentItem Item, DiagnosisAnswer Answer, IReadOnlyList<AnswerEvidence> Evidence)> Backed =>
        from item in Shared!.Open.Asked
        let answer = Shared.Open.Answers.GetValueOrDefault(item.Code)
        let evidence = Shared.Evidence.Where(e => e.ItemCode == item.Code).ToList()
        where answer is not null && evidence.Count > 0
        select (item, answer, (IReadOnlyList<AnswerEvidence>)evidence);

    /// <summary>Shows the evidence.</summary>
    public async Task<IActionResult> OnGet(string secret, CancellationToken stop)
    {
        if ((await find.Run(secret, User, stop)).Is(out var shared, out var refusal))
        {
            Shared = shared;
            return Page();
        }

        Closed = refusal.Sentence;
        return new Microsoft.AspNetCore.Mvc.RazorPages.PageResult { StatusCode = refusal.Status };
    }

    /// <summary>Keeps a verdict.</summary>
    public async Task<IActionResult> OnPost(string secret, Guid id, string verdict, string? choice, string? remark, CancellationToken stop)
    {
        var given = new GivenVerdict(id, verdict == "shows", choice, remark);
        if ((await judge.Run(secret, given, User, stop)).Is(out _, out var refusal))
            return Redirect($"/verifier/{secret}#e-{id}");
        return await OnGet(secret, stop) is { } page && Shared is null ? page : Refused(refusal);
    }
}
