using System.Text.Json;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Voices;

/// <summary>What somebody with a code or an open address is asked.</summary>
/// <param name="Key">The code or the secret, as it stands in the address.</param>
public sealed record VoiceAsk(
    string Key,
    VoiceRound Round,
    Instrument Instrument,
    IReadOnlyList<InstrumentItem> Items,
    string Organisation
);

/// <summary>Somebody without an account answers for their voice, once per code. What they say carries no name.</summary>
public sealed class ReplyToVoice(AppuiDb db, FindDoorway doorway, CurrentActor current, PageCache pages)
{
    /// <summary>Keeps the answers (item code → choice) and uses the code up; both or neither.</summary>
    public async Task<Outcome> Run(string key, IReadOnlyDictionary<string, string> choices, CancellationToken stop)
    {
        if (!(await doorway.Run(key, stop)).Is(out var ask, out var closed))
            return closed;
        var kept = choices
            .Where(c => ask.Items.Any(i => i.Code == c.Key && AnswerRules.IsChoice(i, c.Value)))
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        if (!kept.Values.Any(v => v != ScoringRules.Unknown))
            return VoicesRefusals.AnswerOne;

        current.Actor = new Actor(null, null, ask.Round.OrganisationId, Roles.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (ask.Round.Door == VoiceDoor.Codes)
        {
            var hash = Ids.HashOf(key);
            // Two phones with the same slip: the row goes from free to used once.
            if (
                await db
                    .VoiceCodes.Where(c => c.Hash == hash && !c.IsUsed)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.IsUsed, true), stop) == 0
            )
                return VoicesRefusals.CodeUsed;
        }

        // Closed between the page and the answer: nothing is kept beside what is shown already. Written, not read, so that closing waits.
        if (
            await db
                .VoiceRounds.Where(r => r.Id == ask.Round.Id && r.ClosedAt == null)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.ClosesOn, x => x.ClosesOn), stop) == 0
        )
            return VoicesRefusals.Over;
        db.VoiceReplies.Add(
            new VoiceReply
            {
                Id = Ids.Random(),
                OrganisationId = ask.Round.OrganisationId,
                RoundId = ask.Round.Id,
                Choices = JsonSerializer.Serialize(kept),
            }
        );
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        pages.Evict(PageCache.TagOf(ask.Round.OrganisationId));
        return Outcome.Done;
    }
}

/// <summary>What a code or an open address lets somebody answer, or why it does not.</summary>
public sealed class FindDoorway(
    AppuiDb db,
    Instruments instruments,
    Accounts.Contract.OrganisationDirectory organisations,
    TimeProvider clock
)
{
    /// <summary>Finds it. A code that does not exist and an address that does not are the same.</summary>
    public async Task<Outcome<VoiceAsk>> Run(string key, CancellationToken stop)
    {
        var hash = Ids.HashOf(key);
        var found = await VoicesAccess.ByCode(db, hash, stop) ?? await VoicesAccess.ByLink(db, hash, stop);
        if (found is null)
            return VoicesRefusals.UnknownCode;
        var organisation = (await organisations.Find(found.Round.OrganisationId, stop))!;
        if (!found.Round.IsOpenOn(clock.Today(TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone))))
            return VoicesRefusals.Over;
        if (found.IsUsed)
            return VoicesRefusals.CodeUsed;
        var instrument = instruments.Exactly(found.Diagnosis.InstrumentCode, found.Diagnosis.InstrumentVersion);
        return new VoiceAsk(key, found.Round, instrument, instrument.For(found.Diagnosis.Profile, found.Round.Voice), organisation.Name);
    }
}
