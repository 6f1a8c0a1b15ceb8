using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Evidence;

/// <summary>An evidence as a manager gives it: a name, a day, and an address or a file or neither.</summary>
public sealed record GivenEvidence(string ItemCode, string? Title, DateOnly? DatedOn, string? Url, string? FileName, Stream? File);

/// <summary>A manager backs an answer of the newest diagnosis.</summary>
public sealed class AddEvidence(AppuiDb db, FindDiagnosis find, StoreFile store, TimeProvider clock)
{
    /// <summary>Keeps it; the answer is documented from then on.</summary>
    public async Task<Outcome<AnswerEvidence>> Run(GivenEvidence given, Actor actor, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (await find.Run(null, stop) is not { } open || open.Instrument.Find(given.ItemCode) is null)
            return EvidenceRefusals.Unknown;
        if (open.Answers.GetValueOrDefault(given.ItemCode) is not { } answer || !EvidenceRules.CanBeBacked(answer.Choice))
            return EvidenceRefusals.AnswerFirst;
        if (EvidenceRules.Check(given.Title, given.DatedOn, given.Url, clock.Today()) is { } wrong)
            return wrong;
        var others = await db.Evidence.Where(e => e.DiagnosisId == open.Diagnosis.Id && e.ItemCode == given.ItemCode).ToListAsync(stop);
        if (others.Count >= EvidenceRules.Most)
            return EvidenceRefusals.TooMany.With(EvidenceRules.Most);
        Guid? file = null;
        if (given.File is { } content)
        {
            if (!(await store.Run(EvidenceFiles.Use, given.FileName ?? "", content, actor, stop)).Is(out var kept, out var refusal))
                return refusal.On(EvidenceFiles.Field);
            file = kept.Id;
        }

        var evidence = new AnswerEvidence
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            DiagnosisId = open.Diagnosis.Id,
            ItemCode = given.ItemCode,
            Title = given.Title!.Trim(),
            DatedOn = given.DatedOn!.Value,
            Url = string.IsNullOrWhiteSpace(given.Url) ? null : given.Url.Trim(),
            FileId = file,
            AddedBy = actor.PersonId,
            AddedAt = clock.Now(),
        };
        db.Evidence.Add(evidence);
        answer.Evidence = EvidenceRules.LevelOf(answer.Choice, [.. others, evidence]);
        answer.Revision++;
        open.Diagnosis.Revision++;
        db.Record(actor, DiagnosisKinds.EvidenceAdded, clock.Now(), open.Diagnosis.Id, ("item", given.ItemCode), ("title", evidence.Title));
        return await db.TrySave(stop) ? evidence : EvidenceRefusals.AnswerChanged;
    }
}

/// <summary>A manager takes an evidence back; its file goes with the nightly collection.</summary>
public sealed class RemoveEvidence(AppuiDb db, FindDiagnosis find, TimeProvider clock)
{
    /// <summary>Removes it by its id, from the newest diagnosis.</summary>
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (await db.Evidence.SingleOrDefaultAsync(e => e.Id == id, stop) is not { } evidence)
            return EvidenceRefusals.Unknown;
        if (await find.Run(evidence.DiagnosisId, stop) is not { } open || !open.IsNewest)
            return DiagnosisRefusals.Kept;
        var others = await db
            .Evidence.Where(e => e.DiagnosisId == evidence.DiagnosisId && e.ItemCode == evidence.ItemCode && e.Id != id)
            .ToListAsync(stop);
        db.Evidence.Remove(evidence);
        if (open.Answers.GetValueOrDefault(evidence.ItemCode) is { } answer)
        {
            answer.Evidence = EvidenceRules.LevelOf(answer.Choice, others);
            answer.Revision++;
        }

        open.Diagnosis.Revision++;
        db.Record(
            actor,
            DiagnosisKinds.EvidenceRemoved,
            clock.Now(),
            open.Diagnosis.Id,
            ("item", evidence.ItemCode),
            ("title", evidence.Title)
        );
        return await db.TrySave(stop) ? Outcome.Done : EvidenceRefusals.AnswerChanged;
    }
}

/// <summary>Saves that may meet another window.</summary>
internal static class EvidenceSave
{
    /// <summary>Saves, or says that somebody changed the answer meanwhile: nothing is saved then.</summary>
    public static async Task<bool> TrySave(this AppuiDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
