using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Voices;

/// <summary>A manager closes a voice: nobody can answer any more, and what was said is shown if enough people did. It is not opened again.</summary>
public sealed class CloseVoice(AppuiDb db, TimeProvider clock)
{
    /// <summary>Closes a round by its id.</summary>
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (await db.VoiceRounds.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round)
            return VoicesRefusals.UnknownRound;
        if (round.ClosedAt is not null)
            return Outcome.Done;
        round.ClosedAt = clock.Now();
        db.Record(actor, DiagnosisKinds.VoiceClosed, clock.Now(), round.Id, ("voice", $"{round.Voice}"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
