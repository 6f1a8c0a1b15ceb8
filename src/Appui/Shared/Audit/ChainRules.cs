using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Appui.Shared.Audit;

/// <summary>What is wrong with a chain.</summary>
public enum AuditFaultKind
{
    /// <summary>The entry is not what was sealed.</summary>
    Altered,

    /// <summary>What the entry says is not what was written down.</summary>
    PayloadAltered,

    /// <summary>An entry was taken out.</summary>
    Missing,

    /// <summary>The entry does not follow the one before.</summary>
    Unlinked,

    /// <summary>The chain is not the one whose head was kept outside the database.</summary>
    Rewritten,
}

/// <summary>Something wrong, and where.</summary>
public sealed record AuditFault(AuditFaultKind Kind, long Sequence);

/// <summary>How hashes of the audit are made. An auditor can make them again with any tool: SHA-256 of lines of text.</summary>
public static class ChainRules
{
    /// <summary>What the first entry follows.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>Hash of a payload: SHA-256 of the salt followed by the text in UTF-8.</summary>
    public static string HashOf(ReadOnlySpan<byte> salt, string content) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content)]));

    /// <summary>Hash of an entry at its place: SHA-256 of its fields, one a line, the hash of the entry before among them.</summary>
    public static string HashOf(AuditEntry entry, long sequence, string previous)
    {
        var text = new StringBuilder("appui-audit-1");
        void Line(string? value) => text.Append('\n').Append(value);
        Line(entry.OrganisationId.ToString());
        Line(sequence.ToString(CultureInfo.InvariantCulture));
        Line(previous);
        Line(entry.Id.ToString());
        Line(entry.Kind);
        Line(((long)(entry.At - DateTime.UnixEpoch).TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        Line(entry.PersonId?.ToString());
        Line(entry.ClientId?.ToString());
        Line(entry.OnBehalfOf?.ToString());
        Line(entry.SubjectId?.ToString());
        Line(entry.Via.ToString());
        Line(entry.PayloadHash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Follows a chain from its first entry, one entry after the other, and remembers what is wrong.</summary>
public sealed class ChainWalk(IEnumerable<AuditHead> outside)
{
    private const int MostFaults = 50;
    private readonly ILookup<long, AuditHead> outside = outside.ToLookup(h => h.Sequence);
    private readonly List<AuditFault> faults = [];

    /// <summary>Entries walked over.</summary>
    public long Sequence { get; private set; }

    /// <summary>Hash of the last one.</summary>
    public string Hash { get; private set; } = ChainRules.Beginning;

    /// <summary>Entries whose payload was erased.</summary>
    public long Erased { get; private set; }

    /// <summary>What is wrong, the first fifty faults.</summary>
    public IReadOnlyList<AuditFault> Faults => faults;

    /// <summary>The next entry of the chain, with its payload when it is still there.</summary>
    public void Step(AuditEntry entry, AuditPayload? payload)
    {
        var at = entry.Sequence!.Value;
        if (at != Sequence + 1)
            Fault(AuditFaultKind.Missing, Sequence + 1);
        else if (entry.PreviousHash != Hash)
            Fault(AuditFaultKind.Unlinked, at);
        if (ChainRules.HashOf(entry, at, entry.PreviousHash ?? "") != entry.Hash)
            Fault(AuditFaultKind.Altered, at);
        if (payload is null)
            Erased++;
        else if (ChainRules.HashOf(payload.Salt, payload.Content) != entry.PayloadHash)
            Fault(AuditFaultKind.PayloadAltered, at);
        if (outside[at].Any(h => h.Hash != entry.Hash))
            Fault(AuditFaultKind.Rewritten, at);
        (Sequence, Hash) = (at, entry.Hash ?? "");
    }

    /// <summary>The last entry was walked over: was it the last one sealed?</summary>
    public void End(AuditChain? chain)
    {
        if (chain is not null && chain.Sequence > Sequence)
            Fault(AuditFaultKind.Missing, Sequence + 1);
        else if ((chain?.Sequence ?? 0) != Sequence || (chain is not null && chain.Hash != Hash))
            Fault(AuditFaultKind.Altered, Sequence);
        if (outside.Where(h => h.Key > Sequence).MinBy(h => h.Key) is { } beyond)
            Fault(AuditFaultKind.Rewritten, beyond.Key);
    }

    private void Fault(AuditFaultKind kind, long sequence)
    {
        if (faults.Count < MostFaults)
            faults.Add(new AuditFault(kind, sequence));
    }
}
