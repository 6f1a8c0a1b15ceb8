using Appui.Accounts.Contract;
using Appui.Diagnosis.Benchmark;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;

namespace Appui.Diagnosis;

/// <summary>Begins a round of answers to the instrument in force. The previous one, if any, is kept as it is.</summary>
public sealed class StartDiagnosis(AppuiDb db, Instruments instruments, OrganisationDirectory organisations, TimeProvider clock)
{
    /// <summary>Starts in the actor's organisation.</summary>
    /// <param name="from">An earlier round whose answers are taken over where the question is still the same; null to begin anew.</param>
    public async Task<Outcome<MaturityDiagnosis>> Run(Actor actor, CancellationToken stop, OpenDiagnosis? from = null)
    {
        if (DiagnosisAccess.MayAnswer(actor) is { } forbidden)
            return forbidden;
        if (await organisations.Find(actor.OrganisationId, stop) is not { } organisation)
            return DiagnosisRefusals.NoDiagnosis;

        var instrument = instruments.InForce(clock.Today());
        var diagnosis = new MaturityDiagnosis
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            InstrumentCode = instrument.Code,
            InstrumentVersion = instrument.Version,
            Profile = organisation.Profile.Code(),
            StartedAt = clock.Now(),
        };
        db.Diagnoses.Add(diagnosis);
        if (from is not null)
            CarryOver(from, diagnosis, instrument);
        db.Record(actor, DiagnosisKinds.Started, clock.Now(), diagnosis.Id);
        await db.SaveChangesAsync(stop);
        return diagnosis;
    }

    private void CarryOver(OpenDiagnosis from, MaturityDiagnosis into, Instrument instrument)
    {
        foreach (var answer in from.Answers.Values.Where(a => instrument.Find(a.ItemCode)?.Version == a.ItemVersion))
        {
            db.DiagnosisAnswers.Add(
                new DiagnosisAnswer
                {
                    DiagnosisId = into.Id,
                    OrganisationId = into.OrganisationId,
                    ItemCode = answer.ItemCode,
                    ItemVersion = answer.ItemVersion,
                    Choice = answer.Choice,
                    Note = answer.Note,
                    Revision = 1,
                    AnsweredAt = answer.AnsweredAt,
                    AnsweredBy = answer.AnsweredBy,
                }
            );
        }

        var choices = from.Choices;
        if (
            from.Diagnosis.CompletedAt is null
            || !ScoringRules.Asked(instrument, into.Profile, choices).All(i => choices.ContainsKey(i.Code))
        )
            return;
        into.CompletedAt = clock.Now();
        db.DiagnosisScores.Add(KeepScores.Of(into, instrument, choices));
    }
}
