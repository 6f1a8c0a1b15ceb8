using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Audit;

/// <summary>The few reads of the audit that look across organisations: for the platform itself, never for a page.</summary>
public static class AuditAccess
{
    private static readonly string[] Tenant = [AppuiDb.TenantFilter];

    /// <summary>Organisations with entries that wait to be sealed.</summary>
    internal static Task<List<Guid>> Unsealed(AppuiDb db, CancellationToken stop) =>
        db
            .AuditEntries.IgnoreQueryFilters(Tenant)
            .Where(e => e.Sequence == null)
            .Select(e => e.OrganisationId)
            .Distinct()
            .ToListAsync(stop);

    /// <summary>The head of every chain, by organisation.</summary>
    public static Task<List<AuditHead>> Heads(AppuiDb db, CancellationToken stop) =>
        db
            .AuditChains.IgnoreQueryFilters(Tenant)
            .OrderBy(c => c.OrganisationId)
            .Select(c => new AuditHead(c.SealedAt, c.OrganisationId, c.Sequence, c.Hash))
            .ToListAsync(stop);

    /// <summary>Payloads past their time, of every organisation.</summary>
    internal static Task<int> ErasePayloads(AppuiDb db, DateTime before, CancellationToken stop) =>
        db.AuditPayloads.IgnoreQueryFilters(Tenant).Where(p => p.At < before).ExecuteDeleteAsync(stop);

    /// <summary>
    /// Erases what entries about some subjects say, in every organisation: somebody's name goes when they are erased, the lines and their
    /// chain stay. That it was done is an entry of each organisation. Saved by the caller.
    /// </summary>
    public static async Task EraseAbout(AppuiDb db, IReadOnlyCollection<Guid> subjects, DateTime now, CancellationToken stop)
    {
        var entries = await db
            .AuditEntries.IgnoreQueryFilters(Tenant)
            .Where(e => e.SubjectId != null && subjects.Contains(e.SubjectId.Value))
            .Select(e => new { e.Id, e.OrganisationId })
            .ToListAsync(stop);
        foreach (var organisation in entries.GroupBy(e => e.OrganisationId, e => e.Id))
        {
            var ids = organisation.ToList();
            var erased = await db.AuditPayloads.IgnoreQueryFilters(Tenant).Where(p => ids.Contains(p.EntryId)).ExecuteDeleteAsync(stop);
            if (erased > 0)
                db.Record(Actor.Nobody with { OrganisationId = organisation.Key }, AuditKind.Erased, now);
        }
    }
}
