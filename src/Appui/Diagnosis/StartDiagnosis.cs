using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;

namespace Appui.Diagnosis;

/// <summary>Begins a round of answers to the instrument in force. The previous one, if any, is kept as it is.</summary>
public sealed class StartDiagnosis(AppuiDb db, Instruments instruments, OrganisationDirectory organisations, TimeProvider clock)
{
    /// <summary>Starts in the actor's organisation.</summary>
    public async Task<Outcome<MaturityDiagnosis>> Run(Actor actor, CancellationToken stop)
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
        db.Record(actor, DiagnosisKinds.Started, clock.Now(), diagnosis.Id);
        await db.SaveChangesAsync(stop);
        return diagnosis;
    }
}
