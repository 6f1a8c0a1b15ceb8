using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Journal;

/// <summary>A line of the audit as a person reads it.</summary>
/// <param name="Sequence">Place in the chain; null while it waits to be sealed.</param>
/// <param name="At">When, UTC.</param>
/// <param name="What">What happened.</param>
/// <param name="Detail">To what, and how; says so when it was erased.</param>
/// <param name="Who">Who did it.</param>
/// <param name="OnBehalfOf">For whom, when a deputy did it.</param>
/// <param name="Via">By which door.</param>
/// <param name="Hash">Hash of the line in the chain.</param>
public sealed record JournalLine(
    long? Sequence,
    DateTime At,
    string What,
    string Detail,
    string Who,
    string? OnBehalfOf,
    AuditVia Via,
    string? Hash
);

/// <summary>Lines of the audit of the actor's organisation, newest first, with the names that the organisation knows.</summary>
public sealed class ListJournal(AppuiDb db, ListAudit audit, IEnumerable<AuditKind> kinds)
{
    private readonly Dictionary<string, AuditKind> kinds = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);

    /// <summary>Kinds one may filter by.</summary>
    public IEnumerable<AuditKind> Kinds => kinds.Values.OrderBy(k => k.Label(), StringComparer.CurrentCulture);

    /// <summary>Members, past ones included, by id.</summary>
    public Task<Dictionary<Guid, string>> Members(CancellationToken stop) =>
        db.Memberships.ToDictionaryAsync(m => m.PersonId, m => m.DisplayName, stop);

    /// <summary>A page of lines, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<JournalLine> Lines, int Count)> Run(AuditFilter filter, int skip, int take, CancellationToken stop)
    {
        var (lines, count) = await audit.Run(filter, skip, take, stop);
        var members = await Members(stop);
        var clients = await db.ApiClients.ToDictionaryAsync(c => c.Id, c => c.Name, stop);
        return ([.. lines.Select(l => Line(l.Entry, l.Payload, members, clients))], count);
    }

    private JournalLine Line(AuditEntry entry, AuditPayload? payload, Dictionary<Guid, string> members, Dictionary<Guid, string> clients)
    {
        var kind = kinds.GetValueOrDefault(entry.Kind);
        var detail =
            payload is null ? AccountsTexts.Journal_Erased
            : AuditRecord.FactsOf(payload) is { Count: > 0 } facts ? (kind?.Tell ?? (f => string.Join(" · ", f.Values)))(facts)
            : "";
        string Name(Guid id) => members.GetValueOrDefault(id) ?? AccountsTexts.Journal_Stranger;
        var who =
            entry.ClientId is { } client ? clients.GetValueOrDefault(client) ?? AccountsTexts.Journal_Stranger
            : entry.PersonId is { } person ? Name(person)
            : entry.Via == AuditVia.Link ? AccountsTexts.Journal_Visitor
            : AccountsTexts.Journal_Platform;
        return new JournalLine(
            entry.Sequence,
            entry.At,
            kind?.Label() ?? entry.Kind,
            detail,
            who,
            entry.OnBehalfOf is { } other ? Name(other) : null,
            entry.Via,
            entry.Hash
        );
    }
}
