using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Work;

/// <summary>The moves of a row of the work table, each one statement, so that several nodes may make them at once.</summary>
public sealed class WorkQueue(AppuiDb db, TimeProvider clock)
{
    /// <summary>Takes the oldest due row, or one whose worker died; null when there is none.</summary>
    public async Task<WorkItem?> Take(TimeSpan lease, CancellationToken stop)
    {
        var now = clock.Now();
        // On SQLite an update takes the write lock even when it finds nothing: look first.
        if (db.IsSqlite && !await Due(now).AnyAsync(stop))
            return null;
        var skip = db.IsSqlite ? "" : " FOR UPDATE SKIP LOCKED";
        var sql = $"""
            UPDATE shared_work SET "State" = 'Running', "Attempts" = "Attempts" + 1, "LeaseUntil" = @p0, "Lease" = @p1
            WHERE "Id" = (
                SELECT "Id" FROM shared_work
                WHERE ("State" = 'Waiting' AND "DueAt" <= @p2) OR ("State" = 'Running' AND "LeaseUntil" < @p2)
                ORDER BY "DueAt", "Id" LIMIT 1{skip}
            )
            RETURNING *
            """;
        var taken = await db.Work.FromSqlRaw(sql, db.Stored(now + lease), Ids.New(), db.Stored(now)).AsNoTracking().ToListAsync(stop);
        return taken.SingleOrDefault();
    }

    /// <summary>Keeps the row for longer; false when it was lost to another worker.</summary>
    public async Task<bool> Renew(WorkItem item, TimeSpan lease, CancellationToken stop)
    {
        var until = clock.Now() + lease;
        return await Held(item).ExecuteUpdateAsync(s => s.SetProperty(w => w.LeaseUntil, until), stop) == 1;
    }

    /// <summary>Writes how far it is.</summary>
    public Task Report(WorkItem item, int percent, string text, CancellationToken stop) =>
        Held(item).ExecuteUpdateAsync(s => s.SetProperty(w => w.Percent, percent).SetProperty(w => w.Progress, text), stop);

    /// <summary>It is done; what it was about is forgotten.</summary>
    public Task End(WorkItem item, string? result, CancellationToken stop)
    {
        var now = clock.Now();
        return Held(item)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(w => w.State, WorkState.Done)
                        .SetProperty(w => w.Percent, 100)
                        .SetProperty(w => w.Payload, "{}")
                        .SetProperty(w => w.Result, result)
                        .SetProperty(w => w.Error, (string?)null)
                        .SetProperty(w => w.EndedAt, now)
                        .SetProperty(w => w.LeaseUntil, (DateTime?)null)
                        .SetProperty(w => w.Lease, (Guid?)null),
                stop
            );
    }

    /// <summary>It failed: tried again later, or given up.</summary>
    public Task Fail(WorkItem item, string error, bool isFinal, CancellationToken stop)
    {
        var now = clock.Now();
        var due = isFinal ? item.DueAt : now + WorkHandler.Wait(item.Attempts);
        var state = isFinal ? WorkState.Failed : WorkState.Waiting;
        DateTime? ended = isFinal ? now : null;
        return Held(item)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(w => w.State, state)
                        .SetProperty(w => w.DueAt, due)
                        .SetProperty(w => w.Error, error)
                        .SetProperty(w => w.EndedAt, ended)
                        .SetProperty(w => w.LeaseUntil, (DateTime?)null)
                        .SetProperty(w => w.Lease, (Guid?)null),
                stop
            );
    }

    /// <summary>Puts the row back as if it had not been taken: the platform stops.</summary>
    public Task Release(WorkItem item, CancellationToken stop) =>
        Held(item)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(w => w.State, WorkState.Waiting)
                        .SetProperty(w => w.Attempts, w => w.Attempts - 1)
                        .SetProperty(w => w.LeaseUntil, (DateTime?)null)
                        .SetProperty(w => w.Lease, (Guid?)null),
                stop
            );

    /// <summary>The embedded engine serves one process: what runs at start was left by one that died.</summary>
    public Task TakeBackAll(CancellationToken stop) =>
        db.Work.Where(w => w.State == WorkState.Running).ExecuteUpdateAsync(s => s.SetProperty(w => w.State, WorkState.Waiting), stop);

    /// <summary>Inserts the row of a schedule unless its key is there.</summary>
    public Task<int> InsertDue(string kind, string key, CancellationToken stop)
    {
        var now = db.Stored(clock.Now());
        return db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO shared_work ("Id", "Key", "Kind", "Payload", "OrganisationId", "Roles", "Language", "State", "Attempts", "DueAt", "Percent", "CreatedAt")
            VALUES (@p0, @p1, @p2, '{{}}', @p3, 0, 'fr', 'Waiting', 0, @p4, 0, @p4)
            ON CONFLICT ("Key") DO NOTHING
            """,
            [Ids.New(), key, kind, Guid.Empty, now],
            stop
        );
    }

    private IQueryable<WorkItem> Due(DateTime now) =>
        db.Work.Where(w => (w.State == WorkState.Waiting && w.DueAt <= now) || (w.State == WorkState.Running && w.LeaseUntil < now));

    private IQueryable<WorkItem> Held(WorkItem item) =>
        db.Work.Where(w => w.Id == item.Id && w.Lease == item.Lease && w.State == WorkState.Running);
}
