using Appui.Diagnosis.Benchmark;
using Appui.Diagnosis.Evidence;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis;

/// <summary>An answer as somebody gives it.</summary>
/// <param name="ItemCode">Which item.</param>
/// <param name="Choice">Option code, number or list; "unknown" for "I don't know".</param>
/// <param name="Note">A precision in the person's own words, 1 000 characters at most.</param>
/// <param name="SeenRevision">Revision of the answer the person had before their eyes; 0 when there was none.</param>
public sealed record GivenAnswer(string ItemCode, string? Choice, string? Note, int SeenRevision);

/// <summary>Keeps one answer at once. When another window saved another answer meanwhile, nothing is overwritten and both are shown.</summary>
public sealed class SaveAnswer(AppuiDb db, FindDiagnosis find, CurrentActor current, TimeProvider clock)
{
    /// <summary>Saves an answer of the newest diagnosis of the actor's organisation.</summary>
    public async Task<Outcome<DiagnosisAnswer>> Run(GivenAnswer given, Actor actor, CancellationToken stop)
    {
        if (DiagnosisAccess.MayAnswer(actor) is { } forbidden)
            return forbidden;
        if (await find.Run(null, stop) is not { } open)
            return DiagnosisRefusals.NoDiagnosis;
        if (open.Asked.FirstOrDefault(i => i.Code == given.ItemCode) is not { } item)
            return DiagnosisRefusals.UnknownItem;
        if (AnswerRules.Check(item, given) is { } refusal)
            return refusal;

        var note = NoteOf(given);
        var answer = open.Answers.GetValueOrDefault(item.Code);
        if (answer is not null && answer.Choice == given.Choice && answer.Note == note)
            return answer;
        if (answer is not null && answer.Revision != given.SeenRevision)
            return Changed(item, answer);

        if (answer is null)
            db.DiagnosisAnswers.Add(answer = NewAnswer(open.Diagnosis, item, given.Choice!, actor));
        if (answer.Evidence != EvidenceLevel.Declared)
            answer.Evidence = EvidenceRules.LevelOf(given.Choice!, await BackingOf(answer, stop));
        answer.Choice = given.Choice!;
        answer.Note = note;
        answer.Revision++;
        answer.AnsweredAt = clock.Now();
        answer.AnsweredBy = actor.PersonId;
        open.Diagnosis.Revision++;
        if (open.Diagnosis.CompletedAt is null && IsComplete(open, answer))
        {
            open.Diagnosis.CompletedAt = answer.AnsweredAt;
            db.Record(actor, DiagnosisKinds.Finished, answer.AnsweredAt, open.Diagnosis.Id);
        }

        await KeepScores.Run(db, open, answer, stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException race) when (race is DbUpdateConcurrencyException || IsDuplicate(race))
        {
            // Another window saved between our read and our write: read again and judge again, once.
            db.ChangeTracker.Clear();
            return await RunAfterRace(given, item, actor, stop);
        }

        return answer;
    }

    private async Task<Outcome<DiagnosisAnswer>> RunAfterRace(GivenAnswer given, InstrumentItem item, Actor actor, CancellationToken stop)
    {
        var open = await find.Run(null, stop);
        var saved = open?.Answers.GetValueOrDefault(item.Code);
        if (saved is not null && saved.Revision != given.SeenRevision && (saved.Choice != given.Choice || saved.Note != NoteOf(given)))
            return Changed(item, saved);
        db.ChangeTracker.Clear();
        return await Run(given, actor, stop);
    }

    private Task<List<AnswerEvidence>> BackingOf(DiagnosisAnswer answer, CancellationToken stop) =>
        db.Evidence.Where(e => e.DiagnosisId == answer.DiagnosisId && e.ItemCode == answer.ItemCode).ToListAsync(stop);

    private Refusal Changed(InstrumentItem item, DiagnosisAnswer saved) =>
        DiagnosisRefusals.ChangedElsewhere.With(Show.Time(saved.AnsweredAt, current.Zone), ItemForm.Say(item, saved.Choice));

    private DiagnosisAnswer NewAnswer(MaturityDiagnosis diagnosis, InstrumentItem item, string choice, Actor actor) =>
        new()
        {
            DiagnosisId = diagnosis.Id,
            OrganisationId = actor.OrganisationId,
            ItemCode = item.Code,
            ItemVersion = item.Version,
            Choice = choice,
            Revision = 0,
            AnsweredAt = clock.Now(),
        };

    private static string? NoteOf(GivenAnswer given) => string.IsNullOrWhiteSpace(given.Note) ? null : given.Note.Trim();

    private static bool IsComplete(OpenDiagnosis open, DiagnosisAnswer answer)
    {
        var choices = new Dictionary<string, string>(open.Choices, StringComparer.Ordinal) { [answer.ItemCode] = answer.Choice };
        return ScoringRules
            .Asked(open.Instrument, open.Diagnosis.Profile, choices, open.Diagnosis.DeepenedDimensions)
            .All(i => choices.ContainsKey(i.Code));
    }

    private static bool IsDuplicate(DbUpdateException fault) =>
        fault.InnerException
            is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 }
                or Npgsql.PostgresException { SqlState: "23505" };
}
