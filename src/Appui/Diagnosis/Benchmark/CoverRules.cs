namespace Appui.Diagnosis.Benchmark;

/// <summary>What subtracting smaller groups from a larger one leaves, over every way to lay them side by side. Pure.</summary>
public static class CoverRules
{
    /// <summary>The groups subtracted that leave one to nine providers of a larger group; null when none do.</summary>
    /// <param name="larger">The group whose figures are shown.</param>
    /// <param name="cover">How well each group below it is known.</param>
    /// <param name="regions">The regions there are, 0 included when some did not say.</param>
    public static IReadOnlyList<PeerCell>? Leak(PeerCell larger, Func<PeerCell, Cover> cover, IReadOnlyList<int> regions) =>
        !larger.IsSmallest && Lay(larger, cover, regions).Some is { Left: < BenchmarkRules.Fewest } rest ? rest.Subtracted : null;

    private static Ways Lay(PeerCell larger, Func<PeerCell, Cover> cover, IReadOnlyList<int> regions)
    {
        Ways One(PeerCell cell)
        {
            var known = cover(cell);
            var rest = known.Left is { } left ? new Rest(left, [cell]) : null;
            return known == Cover.Exact ? new Ways(rest, null) : new Ways(null, rest);
        }

        Ways Either(PeerCell part) => Better(One(part), Lay(part, cover, regions));
        var byRegion = regions.Select(r => larger with { Region = r });
        var bySize = BenchmarkRules.Sizes.Select(s => larger with { Size = s });
        return larger.Size != PeerCell.Any ? Sum(byRegion.Select(One))
            : larger.Region != PeerCell.Any ? Sum(bySize.Select(One))
            : Better(Sum(byRegion.Select(Either)), Sum(bySize.Select(Either)));
    }

    // Beside each other: nothing is left when nothing is left of each; else at least one of them leaves something.
    private static Ways Sum(IEnumerable<Ways> parts)
    {
        var sum = new Ways(new Rest(0, []), null);
        foreach (var part in parts)
        {
            sum = new Ways(
                Add(sum.Nothing, part.Nothing),
                Less(Add(sum.Some, part.Some), Less(Add(sum.Nothing, part.Some), Add(sum.Some, part.Nothing)))
            );
        }

        return sum;
    }

    private static Ways Better(Ways one, Ways other) => new(one.Nothing ?? other.Nothing, Less(one.Some, other.Some));

    private static Rest? Add(Rest? one, Rest? other) =>
        one is null || other is null ? null : new Rest(one.Left + other.Left, [.. one.Subtracted, .. other.Subtracted]);

    private static Rest? Less(Rest? one, Rest? other) =>
        one is null ? other
        : other is null || one.Left <= other.Left ? one
        : other;

    private sealed record Rest(int Left, IReadOnlyList<PeerCell> Subtracted);

    // The best way that leaves nothing at all, and the best of those that leave something.
    private sealed record Ways(Rest? Nothing, Rest? Some);
}
