using Appui.Accounts.Contract;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Benchmark;

/// <summary>A group that a provider may compare itself with.</summary>
/// <param name="Key">Short word in the address of the page.</param>
/// <param name="Name">Who is in it, in words.</param>
public sealed record BenchmarkGroup(string Key, string Name);

/// <summary>One dimension: the provider's own score beside the middle half of its peers.</summary>
/// <param name="Own">0 to 100, of the express items alone; null where there is none.</param>
/// <param name="Peers">What is shown of the others; null when too few have a score.</param>
public sealed record BenchmarkLine(string Name, double? Own, BenchmarkFigure? Peers);

/// <summary>How a provider stands among its peers, for the result page. Never a rank.</summary>
/// <param name="Chosen">The group compared with; null when none has enough providers yet.</param>
/// <param name="Groups">Every group that could be chosen, smallest first.</param>
public sealed record BenchmarkView(BenchmarkGroup? Chosen, IReadOnlyList<BenchmarkGroup> Groups, IReadOnlyList<BenchmarkLine> Lines)
{
    /// <summary>At least so many in every dimension shown.</summary>
    public int AtLeast => Lines.Min(l => l.Peers?.AtLeast) ?? 0;

    /// <summary>The newest month that a figure is of.</summary>
    public DateOnly Month => Lines.Max(l => l.Peers?.FiguresOf) ?? default;
}

/// <summary>Finds the smallest group of peers that is shown, and what is shown of it beside the provider's own scores.</summary>
public sealed class FindBenchmark(AppuiDb db, OrganisationDirectory organisations)
{
    private static readonly string[] Keys = ["taille-region", "taille", "region", "tous"];

    /// <summary>For the organisation of a diagnosis; <paramref name="wanted"/> names a group, the smallest one when it is not there.</summary>
    public async Task<BenchmarkView> Run(OpenDiagnosis open, string? wanted, CancellationToken stop)
    {
        if (await organisations.Find(open.Diagnosis.OrganisationId, stop) is not { } card)
            return new BenchmarkView(null, [], []);
        var groups = PeerCellCode.Of(card.Profile, card.RegionCode).Groups.Zip(Keys, (cell, key) => (Key: key, Cell: cell)).ToList();
        var codes = groups.ConvertAll(g => g.Cell.Code());
        var newest = await db.BenchmarkSnapshots.OrderByDescending(s => s.Month).Select(s => s.Month).FirstOrDefaultAsync(stop);
        var figures = await db.BenchmarkFigures.AsNoTracking().Where(f => f.Month == newest && codes.Contains(f.Cell)).ToListAsync(stop);
        var byCell = figures.ToLookup(f => f.Cell, StringComparer.Ordinal);
        groups.RemoveAll(g => !byCell.Contains(g.Cell.Code()));
        if (groups.Count == 0)
            return new BenchmarkView(null, [], []);

        var chosen = groups.Find(g => g.Key == wanted) is { Key: not null } named ? named : groups[0];
        var peers = byCell[chosen.Cell.Code()].ToDictionary(f => f.Dimension, StringComparer.Ordinal);
        var own = ComparableRules.Score(open.Instrument, open.Diagnosis.Profile, open.Choices).Dimensions;
        return new BenchmarkView(
            Group(chosen),
            groups.ConvertAll(Group),
            [
                .. open.Instrument.Dimensions.Select(d => new BenchmarkLine(
                    d.Name.ToString(),
                    own.GetValueOrDefault(d.Code),
                    peers.GetValueOrDefault(d.Code)
                )),
            ]
        );
    }

    private static BenchmarkGroup Group((string Key, PeerCell Cell) group) => new(group.Key, NameOf(group.Cell));

    private static string NameOf(PeerCell cell)
    {
        var size = cell.SizeCode() is { } code ? Text($"Size_{code}") : BenchmarkTexts.Sizes;
        var region = cell.RegionCode() is { } inRegion
            ? string.Format(BenchmarkTexts.Region, Places.RegionName(inRegion))
            : BenchmarkTexts.Regions;
        return $"{size}, {region}";
    }

    private static string Text(string key) => BenchmarkTexts.ResourceManager.GetString(key, BenchmarkTexts.Culture)!;
}
