using System.Text.Json;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Voices;

/// <summary>How far a voice is heard.</summary>
/// <param name="Asked">Codes handed out, or people an open address is for.</param>
/// <param name="Answered">Answers so far.</param>
/// <param name="IsOpen">Can somebody still answer?</param>
/// <param name="View">What they said, once it is closed and enough did.</param>
public sealed record VoiceState(VoiceRound Round, int Asked, int Answered, bool IsOpen, VoiceView? View);

/// <summary>The voices of a diagnosis and where they see things differently.</summary>
public sealed class FindVoices(AppuiDb db, CurrentActor current, TimeProvider clock)
{
    /// <summary>Every round of a diagnosis, in the order of the voices.</summary>
    public async Task<IReadOnlyList<VoiceState>> Run(OpenDiagnosis open, CancellationToken stop)
    {
        var rounds = await db.VoiceRounds.Where(r => r.DiagnosisId == open.Diagnosis.Id).ToListAsync(stop);
        if (rounds.Count == 0)
            return [];
        var today = clock.Today(current.Zone);
        List<VoiceState> states = [];
        foreach (var round in rounds.OrderBy(r => r.Voice).ThenBy(r => r.Door))
        {
            var asked = await Asked(round, stop);
            if (round.IsOpenOn(today))
            {
                states.Add(new VoiceState(round, asked, await db.VoiceReplies.CountAsync(r => r.RoundId == round.Id, stop), true, null));
                continue;
            }

            var replies = await db.VoiceReplies.Where(r => r.RoundId == round.Id).Select(r => r.Choices).ToListAsync(stop);
            var choices = replies.Select(r => JsonSerializer.Deserialize<Dictionary<string, string>>(r)!).ToList();
            states.Add(
                new VoiceState(round, asked, replies.Count, false, VoiceRules.ViewOf(open.Instrument, round.Voice, round.Door, choices))
            );
        }

        return states;
    }

    /// <summary>One round by its id, without what was said; null when it is not there.</summary>
    public async Task<VoiceState?> One(Guid id, CancellationToken stop)
    {
        if (await db.VoiceRounds.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round)
            return null;
        var answered = await db.VoiceReplies.CountAsync(r => r.RoundId == id, stop);
        return new VoiceState(round, await Asked(round, stop), answered, round.IsOpenOn(clock.Today(current.Zone)), null);
    }

    private async Task<int> Asked(VoiceRound round, CancellationToken stop) =>
        round.Headcount ?? await db.VoiceCodes.CountAsync(c => c.RoundId == round.Id, stop);
}
