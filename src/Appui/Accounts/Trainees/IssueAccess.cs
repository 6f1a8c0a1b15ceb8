using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Trainees;

/// <summary>Draws PINs and card secrets for trainees and keeps their hashes; saved by the action that asks.</summary>
public sealed class IssueAccess(AppuiDb db, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>New PINs and cards, in the order of the accesses.</summary>
    public async Task<IReadOnlyList<TraineeCard>> Run(
        IReadOnlyList<(TraineeAccess Access, string Name)> whose,
        Actor actor,
        CancellationToken stop
    )
    {
        var pins = await FreePins(whose.Count, actor.OrganisationId, stop);
        List<TraineeCard> cards = [];
        foreach (var ((access, name), (pin, hash)) in whose.Zip(pins))
        {
            var secret = Ids.NewSecret();
            access.Issue(hash, Ids.HashOf(secret), clock.Now());
            cards.Add(new TraineeCard(name, pin, $"{settings.BaseUrl}/q/{secret}"));
        }

        return cards;
    }

    // Hashing is slow on purpose: several at a time, and again only for the few that somebody has already.
    private async Task<List<(string Pin, string Hash)>> FreePins(int count, Guid organisation, CancellationToken stop)
    {
        List<(string Pin, string Hash)> free = [];
        while (free.Count < count)
        {
            var drawn = Pins.Draw(count - free.Count).AsParallel().Select(pin => (Pin: pin, Hash: Pins.Hash(organisation, pin))).ToList();
            var hashes = drawn.ConvertAll(d => d.Hash);
            var taken = await db.TraineeAccesses.Where(a => hashes.Contains(a.PinHash!)).Select(a => a.PinHash!).ToListAsync(stop);
            taken.AddRange(free.Select(f => f.Hash));
            free.AddRange(drawn.Where(d => !taken.Contains(d.Hash, StringComparer.Ordinal)));
        }

        return free;
    }
}
