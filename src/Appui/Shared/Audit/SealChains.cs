using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Audit;

/// <summary>Gives new entries their place in their organisation's chain. Several nodes may try at once: each chain is sealed by one at a time.</summary>
public sealed class SealChains(AppuiDb db, CurrentActor current, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    /// <summary>Seals what waits; the number of entries sealed.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var count = 0;
        foreach (var organisation in await AuditAccess.Unsealed(db, stop))
        {
            current.Actor = Actor.Nobody with { OrganisationId = organisation };
            int sealedNow;
            do
            {
                sealedNow = await Seal(organisation, stop);
                count += sealedNow;
            } while (sealedNow == MostAtOnce);
        }

        return count;
    }

    private async Task<int> Seal(Guid organisation, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var chain = await Lock(organisation, stop);
        // Read under the lock: what another node sealed a moment ago is not seen as waiting.
        var waiting = await db
            .AuditEntries.AsNoTracking()
            .Where(e => e.Sequence == null)
            .OrderBy(e => e.Place)
            .Take(MostAtOnce)
            .ToListAsync(stop);
        var (sequence, hash) = (chain.Sequence, chain.Hash);
        foreach (var entry in waiting)
        {
            var (next, previous) = (sequence + 1, hash);
            var own = ChainRules.HashOf(entry, next, previous);
            await db
                .AuditEntries.Where(e => e.Place == entry.Place)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(e => e.Sequence, next).SetProperty(e => e.PreviousHash, previous).SetProperty(e => e.Hash, own),
                    stop
                );
            (sequence, hash) = (next, own);
        }

        var now = clock.Now();
        await db.AuditChains.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Sequence, sequence).SetProperty(c => c.Hash, hash).SetProperty(c => c.SealedAt, now),
            stop
        );
        await transaction.CommitAsync(stop);
        return waiting.Count;
    }

    // On PostgreSQL the row is the lock; on SQLite the transaction is, it began by taking the one write lock.
    private async Task<AuditChain> Lock(Guid organisation, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO shared_audit_chain ("OrganisationId", "Sequence", "Hash", "SealedAt") VALUES (@p0, 0, @p1, @p2)
            ON CONFLICT ("OrganisationId") DO NOTHING
            """,
            [organisation, ChainRules.Beginning, db.Stored(clock.Now())],
            stop
        );
        var sql = """SELECT * FROM shared_audit_chain WHERE "OrganisationId" = @p0""" + (db.IsSqlite ? "" : " FOR UPDATE");
        return (await db.AuditChains.FromSqlRaw(sql, organisation).AsNoTracking().ToListAsync(stop)).Single();
    }
}
