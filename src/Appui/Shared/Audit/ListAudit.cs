using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Audit;

/// <summary>Which lines of the audit are asked for; null is all.</summary>
public sealed record AuditFilter(string? Kind, Guid? PersonId, DateTime? From, DateTime? Before);

/// <summary>An entry, and what it says unless that was erased.</summary>
public sealed record AuditLine(AuditEntry Entry, AuditPayload? Payload);

/// <summary>Lines of the audit of the actor's organisation, newest first.</summary>
public sealed class ListAudit(AppuiDb db)
{
    /// <summary>A page of lines, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, int Count)> Run(AuditFilter filter, int skip, int take, CancellationToken stop)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.Kind is { } kind)
            entries = entries.Where(e => e.Kind == kind);
        if (filter.PersonId is { } person)
            entries = entries.Where(e => e.PersonId == person || e.OnBehalfOf == person);
        if (filter.From is { } from)
            entries = entries.Where(e => e.At >= from);
        if (filter.Before is { } before)
            entries = entries.Where(e => e.At < before);
        var page =
            from e in entries.OrderByDescending(e => e.Place).Skip(skip).Take(take)
            join p in db.AuditPayloads.AsNoTracking() on e.Id equals p.EntryId into found
            from p in found.DefaultIfEmpty()
            orderby e.Place descending
            select new AuditLine(e, p);
        return (await page.ToListAsync(stop), await entries.CountAsync(stop));
    }
}
