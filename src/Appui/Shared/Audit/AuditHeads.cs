using System.Globalization;

namespace Appui.Shared.Audit;

/// <summary>
/// Heads of chains kept outside the database: one file per organisation in the instance's folder, a line added each day that it moved.
/// A line is <c>instant organisation sequence hash</c>; the mail to the auditor holds the same lines.
/// </summary>
public sealed class AuditHeads(AppuiSettings settings)
{
    private string Folder => Path.Combine(settings.Dir, "audit");

    /// <summary>The heads kept of an organisation, oldest first.</summary>
    public IReadOnlyList<AuditHead> Read(Guid organisation)
    {
        var file = FileOf(organisation);
        return File.Exists(file) ? Parse(File.ReadLines(file)) : [];
    }

    /// <summary>Adds a head, safe from a power cut before it returns.</summary>
    public void Add(AuditHead head)
    {
        Directory.CreateDirectory(Folder);
        using var stream = new FileStream(FileOf(head.OrganisationId), FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(Line(head) + "\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>A head as a line of text.</summary>
    public static string Line(AuditHead head) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{head.At:yyyy-MM-ddTHH:mm:ss.fffZ} {head.OrganisationId} {head.Sequence} {head.Hash}"
        );

    /// <summary>The heads in lines of text; other lines (of a mail, say) are passed over.</summary>
    public static IReadOnlyList<AuditHead> Parse(IEnumerable<string> lines)
    {
        List<AuditHead> heads = [];
        foreach (var line in lines)
        {
            if (
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    is [var at, var id, var n, { Length: 64 } hash]
                && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
                && Guid.TryParse(id, out var organisation)
                && long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            )
                heads.Add(new AuditHead(instant, organisation, sequence, hash));
        }

        return heads;
    }

    private string FileOf(Guid organisation) => Path.Combine(Folder, $"{organisation}.txt");
}
