using System.Collections.Concurrent;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignIn;

/// <summary>
/// Knows which sessions are alive without asking the database at every request: an answer is kept half a minute at most.
/// Ending a session here is felt at once; on another node, within that half minute.
/// </summary>
public sealed class SessionBook(TimeProvider clock)
{
    private const int Most = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, (Guid Person, DateTime Until)> alive = new();

    /// <summary>True while the session may be used by that person.</summary>
    public async Task<bool> IsAlive(AppuiDb db, Guid sessionId, Guid personId, CancellationToken stop)
    {
        var now = clock.Now();
        if (alive.TryGetValue(sessionId, out var known) && known.Until > now)
            return known.Person == personId;
        var oldest = now - Session.Life;
        var session = await db
            .Sessions.Where(s => s.Id == sessionId && s.PersonId == personId && s.EndedAt == null && s.SeenAt > oldest)
            .Select(s => new { s.SeenAt })
            .SingleOrDefaultAsync(stop);
        if (session is null)
        {
            alive.TryRemove(sessionId, out _);
            return false;
        }

        if (now - session.SeenAt > SeenEvery)
            await db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop);
        if (alive.Count >= Most)
            alive.Clear();
        alive[sessionId] = (personId, now + Kept);
        return true;
    }

    /// <summary>The session was ended: ask the database again.</summary>
    public void Forget(Guid sessionId) => alive.TryRemove(sessionId, out _);

    /// <summary>Ask the database again about every session.</summary>
    public void ForgetAll() => alive.Clear();

    /// <summary>All sessions of a person were ended.</summary>
    public void ForgetPerson(Guid personId)
    {
        foreach (var (session, entry) in alive)
        {
            if (entry.Person == personId)
                alive.TryRemove(session, out _);
        }
    }
}
