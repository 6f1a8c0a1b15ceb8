using System.Security.Claims;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;

namespace Appui.Diagnosis.Evidence;

/// <summary>What a reader says of one evidence.</summary>
/// <param name="SeenChoice">The answer that stood on the reader's page.</param>
/// <param name="Remark">Why; asked for when it does not show what the answer says.</param>
public sealed record GivenVerdict(Guid Evidence, bool Shows, string? SeenChoice, string? Remark);

/// <summary>An adviser or expert says whether an evidence shows what the answer says. The provider sees it at once, with the reader's organisation.</summary>
public sealed class JudgeEvidence(AppuiDb db, FindShare find, TimeProvider clock)
{
    /// <summary>Keeps the verdict.</summary>
    public async Task<Outcome<SharedEvidence>> Run(string secret, GivenVerdict given, ClaimsPrincipal user, CancellationToken stop)
    {
        if (!(await find.Run(secret, user, stop)).Is(out var shared, out var closed))
            return closed;
        if (shared.Evidence.FirstOrDefault(e => e.Id == given.Evidence) is not { } evidence)
            return EvidenceRefusals.Unknown;
        if (shared.Open.Answers.GetValueOrDefault(evidence.ItemCode) is not { } answer || answer.Choice != given.SeenChoice)
            return EvidenceRefusals.AnswerChanged;
        var remark = string.IsNullOrWhiteSpace(given.Remark) ? null : given.Remark.Trim();
        if ((!given.Shows && remark is null) || remark?.Length > EvidenceRules.LongestRemark)
            return EvidenceRefusals.SayWhy.With(EvidenceRules.LongestRemark);

        evidence.Verdict = given.Shows ? EvidenceVerdict.Shows : EvidenceVerdict.ShowsNot;
        evidence.ReadWith = answer.Choice;
        evidence.ReadFor = shared.ReadsFor;
        evidence.ReadBy = shared.Reader.PersonId;
        evidence.ReadAt = clock.Now();
        evidence.Remark = remark;
        answer.Evidence = EvidenceRules.LevelOf(answer.Choice, shared.Evidence.Where(e => e.ItemCode == evidence.ItemCode));
        answer.Revision++;
        shared.Open.Diagnosis.Revision++;
        db.Record(
            shared.Reader,
            DiagnosisKinds.EvidenceRead,
            clock.Now(),
            shared.Open.Diagnosis.Id,
            ("item", evidence.ItemCode),
            ("name", shared.ReadsFor)
        );
        return await db.TrySave(stop) ? shared : EvidenceRefusals.AnswerChanged;
    }
}
