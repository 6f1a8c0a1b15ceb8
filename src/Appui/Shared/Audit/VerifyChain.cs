using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Audit;

/// <summary>What the verification of a chain found.</summary>
/// <param name="Head">The end of the chain, null when nothing was sealed yet.</param>
/// <param name="Erased">Entries whose content was erased.</param>
/// <param name="Outside">The newest head kept outside that the chain was compared with.</param>
/// <param name="Faults">What is wrong; none when the chain verifies.</param>
public sealed record AuditReport(AuditHead? Head, long Erased, AuditHead? Outside, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>Nothing was altered, taken out or rewritten.</summary>
    public bool IsSound => Faults.Count == 0;
}

/// <summary>Walks over an organisation's whole chain and compares it with the heads kept outside the database.</summary>
public sealed class VerifyChain(AppuiDb db, AuditHeads heads)
{
    /// <summary>Verifies the chain of the actor's organisation. <paramref name="given"/>: heads that an auditor kept, beside those of the folder.</summary>
    public async Task<AuditReport> Run(Actor actor, IEnumerable<AuditHead>? given, CancellationToken stop)
    {
        var outside = heads.Read(actor.OrganisationId).Concat((given ?? []).Where(h => h.OrganisationId == actor.OrganisationId)).ToList();
        var walk = new ChainWalk(outside);
        // One moment for both reads: entries sealed meanwhile are not missed.
        var chain = await db.AuditChains.AsNoTracking().SingleOrDefaultAsync(stop);
        var last = chain?.Sequence ?? long.MaxValue;
        var entries =
            from e in db.AuditEntries.AsNoTracking()
            where e.Sequence != null && e.Sequence <= last
            join p in db.AuditPayloads.AsNoTracking() on e.Id equals p.EntryId into found
            from p in found.DefaultIfEmpty()
            orderby e.Sequence
            select new { e, p };
        await foreach (var line in entries.AsAsyncEnumerable().WithCancellation(stop))
            walk.Step(line.e, line.p);
        walk.End(chain);
        return new AuditReport(
            chain is null || walk.Sequence == 0 ? null : new AuditHead(chain.SealedAt, actor.OrganisationId, walk.Sequence, walk.Hash),
            walk.Erased,
            outside.MaxBy(h => h.Sequence),
            walk.Faults
        );
    }
}
