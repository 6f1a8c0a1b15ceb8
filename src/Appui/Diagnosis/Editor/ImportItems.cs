using Appui.Shared;

namespace Appui.Diagnosis.Editor;

/// <summary>What became of a table of questions.</summary>
public sealed record ImportReport(int Added, int Changed, int Same, IReadOnlyList<BadLine> Bad);

/// <summary>An adviser sends questions as a table: good lines are taken, the others explained. The same table twice changes nothing.</summary>
public sealed class ImportItems(ChangeDraft change, Instruments instruments)
{
    /// <summary>Most questions of a draft: a stock to choose from. What is published has at most <see cref="InstrumentRules.MostItems"/>.</summary>
    public const int MostItems = 6000;

    /// <summary>Takes the table into a draft.</summary>
    public async Task<Outcome<ImportReport>> Run(Guid draft, Stream table, Actor actor, CancellationToken stop)
    {
        if (EditorAccess.MayEdit(actor) is { } forbidden)
            return forbidden;
        if (!(await ReadTable.Run(table, stop)).Is(out var rows, out var refusal))
            return refusal;
        var released = instruments
            .Released(Instruments.Maturity)
            .SelectMany(r => r.File.Items ?? [])
            .ToLookup(i => i.Code ?? "", StringComparer.Ordinal);
        ImportReport report = new(0, 0, 0, []);
        var outcome = await change.Run(
            draft,
            null,
            file =>
            {
                (var taken, report) = TableRules.Take(file, rows, code => [.. released[code]]);
                return new DraftChange(
                    taken,
                    EditorKinds.Imported,
                    ("added", $"+{report.Added}"),
                    ("changed", $"~{report.Changed}"),
                    ("left", $"−{report.Bad.Count}")
                );
            },
            actor,
            stop
        );
        return outcome.Refusal is { } no ? no : report;
    }
}
