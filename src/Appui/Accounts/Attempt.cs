using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts;

/// <summary>How often something that can be guessed was tried: an address, a trainee's PIN, a machine on the network. Known or not, alike.</summary>
public sealed class Attempt
{
    /// <summary>SHA-256 of what is counted: the table holds no address.</summary>
    public required string Key { get; init; }

    public int Count { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime? LockedUntil { get; set; }

    /// <summary>Locks in a row: each is twice as long as the one before.</summary>
    public int Locks { get; set; }
}

/// <summary>Something that is counted, and how much of it is too much within a quarter of an hour.</summary>
public sealed record AttemptLimit(string Kind, string Value, int Most)
{
    /// <summary>Key in the table.</summary>
    public string Key { get; } = Ids.HashOf($"{Kind}|{Value}");

    /// <summary>Passwords tried for an address, known or not.</summary>
    public static AttemptLimit Address(string normalizedEmail) => new("mail", normalizedEmail, 8);

    /// <summary>
    /// Wrong PINs in one organisation, known or not. More than a class that arrives all at once, whose attempts are counted before they are judged;
    /// few against a million PINs. Cards go on working meanwhile.
    /// </summary>
    public static AttemptLimit Pins(string organisation) => new("pin", organisation, 40);

    /// <summary>Failures from one machine; a classroom often shares one address.</summary>
    public static AttemptLimit Machine(string address) => new("ip", address, 60);

    /// <summary>Mails sent to an address.</summary>
    public static AttemptLimit Mail(string normalizedEmail) => new("post", normalizedEmail, 4);

    /// <summary>SIRETs looked up from one machine.</summary>
    public static AttemptLimit Lookup(string address) => new("siret", address, 60);

    /// <summary>Accounts made from one machine; a meeting room shares one address too.</summary>
    public static AttemptLimit SignUp(string address) => new("new", address, 60);
}

/// <summary>
/// Counts attempts in the database, so that every node and every restart agree. An attempt is counted before it is judged:
/// a thousand at once are a thousand, not one.
/// </summary>
public sealed class Attempts(AppuiDb db, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Counts one attempt, or refuses while it is locked.</summary>
    public async Task<Refusal?> Count(AttemptLimit limit, CancellationToken stop)
    {
        var now = clock.Now();
        for (var again = 0; again < 3; again++)
        {
            if (await Increment(limit.Key, now, stop))
                return await LockWhenTooMany(limit, now, stop);
            var locked = await db.Attempts.AsNoTracking().SingleOrDefaultAsync(a => a.Key == limit.Key, stop);
            if (locked?.LockedUntil > now)
                return TooMany(locked.LockedUntil.Value - now);
            await Begin(limit.Key, now, stop);
        }

        return TooMany(Window);
    }

    /// <summary>Forgets what was counted: the right person came.</summary>
    public Task Forget(AttemptLimit limit, CancellationToken stop) => db.Attempts.Where(a => a.Key == limit.Key).ExecuteDeleteAsync(stop);

    /// <summary>Takes one attempt back: it was not a failure.</summary>
    public Task Refund(AttemptLimit limit, CancellationToken stop) =>
        db
            .Attempts.Where(a => a.Key == limit.Key && a.Count > 0)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Count, x => x.Count - 1), stop);

    private async Task<bool> Increment(string key, DateTime now, CancellationToken stop)
    {
        var old = now - Window;
        return await db
                .Attempts.Where(a => a.Key == key && (a.LockedUntil == null || a.LockedUntil <= now))
                .ExecuteUpdateAsync(
                    a =>
                        a.SetProperty(x => x.Count, x => x.StartedAt < old ? 1 : x.Count + 1)
                            .SetProperty(x => x.StartedAt, x => x.StartedAt < old ? now : x.StartedAt),
                    stop
                ) > 0;
    }

    private async Task<Refusal?> LockWhenTooMany(AttemptLimit limit, DateTime now, CancellationToken stop)
    {
        var attempt = await db.Attempts.AsNoTracking().SingleAsync(a => a.Key == limit.Key, stop);
        // Another attempt may have locked it between the count and this look.
        if (attempt.LockedUntil > now)
            return TooMany(attempt.LockedUntil.Value - now);
        if (attempt.Count <= limit.Most)
            return null;
        var pause = PauseAfter(attempt.Locks);
        var until = now + pause;
        await db
            .Attempts.Where(a => a.Key == limit.Key && a.Locks == attempt.Locks)
            .ExecuteUpdateAsync(
                a => a.SetProperty(x => x.LockedUntil, until).SetProperty(x => x.Locks, x => x.Locks + 1).SetProperty(x => x.Count, 0),
                stop
            );
        return TooMany(pause);
    }

    /// <summary>A quarter of an hour, then twice as long each time, a day at most.</summary>
    public static TimeSpan PauseAfter(int locks) => Window * Math.Min(1 << Math.Min(locks, 10), 96);

    // Two requests may begin the same count: one row is kept. Instants are integers on the embedded engine.
    private Task Begin(string key, DateTime now, CancellationToken stop)
    {
        object startedAt = db.IsSqlite ? (long)(now - DateTime.UnixEpoch).TotalMilliseconds : now;
        return db.Database.ExecuteSqlAsync(
            $"""INSERT INTO accounts_attempt ("Key", "Count", "StartedAt", "Locks") VALUES ({key}, 0, {startedAt}, 0) ON CONFLICT DO NOTHING""",
            stop
        );
    }

    private static Refusal TooMany(TimeSpan pause) => AccountsRefusals.TooManyAttempts.With((int)Math.Ceiling(pause.TotalMinutes));
}
