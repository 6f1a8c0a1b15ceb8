namespace Appui.Diagnosis.Benchmark;

/// <summary>A month whose figures somebody may have kept: the groups shown then for the first time as they were, and how well its groups are known since.</summary>
public sealed record ShownMonth(IReadOnlySet<PeerCell> Shown, IReadOnlyDictionary<PeerCell, Cover> Covers, PeerRelation Relation);

/// <summary>What is shown anew this month, and how well this month and each earlier one are known after it.</summary>
public sealed record ShownNow(
    IReadOnlySet<PeerCell> Shown,
    IReadOnlyDictionary<PeerCell, Cover> Covers,
    IReadOnlyList<IReadOnlyDictionary<PeerCell, Cover>> Earlier
);

/// <summary>Which rules are held; all of them, except where a test shows what one is for.</summary>
[Flags]
public enum BenchmarkGuards
{
    None = 0,

    /// <summary>No two figures ever shown differ by one to nine providers.</summary>
    Time = 1,

    /// <summary>No two figures of the same month do.</summary>
    Groups = 2,

    /// <summary>Nor does a figure from several others taken together.</summary>
    Unions = 4,

    /// <summary>Everything.</summary>
    All = Time | Groups | Unions,
}

/// <summary>
/// What may be shown of the scores of others, so that nobody is told apart: at least ten providers behind every figure, and behind every
/// difference between figures, today's and any shown before (docs/decisions/0010-benchmark.md). Pure.
/// </summary>
public static class BenchmarkRules
{
    /// <summary>The small-group limit of the platform.</summary>
    public const int Fewest = 10;

    /// <summary>Points that figures are rounded to.</summary>
    public const int Step = 5;

    /// <summary>How old a diagnosis may be to count, and figures to be shown.</summary>
    public const int MostMonths = 24;

    private static readonly int[] Steps = [10, 20, 50, 100, 200, 500];

    /// <summary>The profiles, by number.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [0, 1, 2, 3, 4];

    /// <summary>Groups to show anew this month in one dimension. Every group left out keeps what was shown of it before, or stays hidden.</summary>
    public static ShownNow Choose(PeerCrowd now, IReadOnlyList<ShownMonth> earlier, BenchmarkGuards guards = BenchmarkGuards.All)
    {
        var chosen = Candidates(now, earlier, guards);
        var regions = now
            .Sizes.Keys.Concat(earlier.SelectMany(m => m.Covers.Keys))
            .Select(c => c.Region)
            .Where(r => r >= 0)
            .Distinct()
            .Order()
            .ToList();
        if (guards.HasFlag(BenchmarkGuards.Groups))
            Withdraw(chosen, now, () => TooNear(chosen, now));
        if (guards.HasFlag(BenchmarkGuards.Unions))
            Withdraw(chosen, now, () => Leak(chosen, now, earlier, regions));
        return new ShownNow(
            chosen,
            now.Sizes.Keys.ToDictionary(c => c, c => CoverNow(c, chosen, now, earlier)),
            [.. earlier.Select(m => m.Covers.Keys.ToDictionary(c => c, c => CoverThen(c, m, chosen)))]
        );
    }

    /// <summary>
    /// A quantile of sorted scores, between neighbours in proportion (definition 7 of Hyndman and Fan, that of spreadsheets), rounded to 5 points.
    /// </summary>
    public static int Quantile(IReadOnlyList<double> sorted, double share)
    {
        var place = (sorted.Count - 1) * share;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        var value = sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
        return Step * (int)Math.Round(value / Step, MidpointRounding.AwayFromZero);
    }

    /// <summary>A count as it may be said: at least 10, 20, 50, 100, 200, 500, 1 000…</summary>
    public static int AtLeast(int count)
    {
        var unit = 1;
        while (count >= unit * Steps[^1] * 2)
            unit *= Steps[^1] * 2 / Steps[0];
        return Steps.Where(s => s * unit <= count).Select(s => s * unit).LastOrDefault();
    }

    private static HashSet<PeerCell> Candidates(PeerCrowd now, IReadOnlyList<ShownMonth> earlier, BenchmarkGuards guards)
    {
        var chosen = now.Sizes.Where(s => s.Value >= Fewest && s.Key.IsShowable).Select(s => s.Key).ToHashSet();
        // As it was shown last: nothing to say anew.
        chosen.RemoveWhere(c => earlier.LastOrDefault(m => m.Shown.Contains(c))?.Relation.Unchanged.Contains(c) == true);
        if (guards.HasFlag(BenchmarkGuards.Time))
            chosen.RemoveWhere(c => earlier.Any(m => m.Relation.TooNear.Contains(c)));
        return chosen;
    }

    // The smallest gives way. With everything withdrawn, what was shown last month stays, and that held.
    private static void Withdraw(HashSet<PeerCell> chosen, PeerCrowd now, Func<IReadOnlyList<PeerCell>?> broken)
    {
        while (broken() is { } involved)
        {
            if (involved.Count == 0 || !chosen.Remove(involved.MinBy(c => Order(c, now))))
                throw new InvalidOperationException("What was shown before already told providers apart.");
        }
    }

    // The same whatever the order of the crowd.
    private static (int Count, int Region, int Size) Order(PeerCell cell, PeerCrowd now) => (now.Size(cell), -cell.Region, -cell.Size);

    private static PeerCell[]? TooNear(HashSet<PeerCell> chosen, PeerCrowd now)
    {
        var all = chosen.OrderBy(c => Order(c, now)).ToArray();
        for (var i = 0; i < all.Length; i++)
        for (var j = 0; j < i; j++)
            if (now.Size(all[i]) + now.Size(all[j]) - (2 * now.Size(PeerCell.Common(all[i], all[j]))) is > 0 and < Fewest)
                return [all[i], all[j]];
        return null;
    }

    private static List<PeerCell>? Leak(HashSet<PeerCell> chosen, PeerCrowd now, IReadOnlyList<ShownMonth> earlier, List<int> regions)
    {
        var covers = now.Sizes.Keys.ToDictionary(c => c, c => CoverNow(c, chosen, now, earlier));
        foreach (var larger in chosen.OrderBy(c => Order(c, now)))
        {
            if (CoverRules.Leak(larger, c => covers.GetValueOrDefault(c, Cover.Exact), regions) is { } parts)
                return [larger, .. parts.Where(chosen.Contains)];
        }

        foreach (var month in earlier)
        {
            foreach (var larger in month.Shown.OrderBy(c => Order(c, now)))
            {
                Cover Then(PeerCell cell) => month.Covers.ContainsKey(cell) ? CoverThen(cell, month, chosen) : Cover.Exact;
                if (CoverRules.Leak(larger, Then, regions) is { } parts)
                    return
                    [
                        .. parts.Where(c =>
                            chosen.Contains(c) && month.Covers.ContainsKey(c) && CoverThen(c, month, chosen) != month.Covers[c]
                        ),
                    ];
            }
        }

        return null;
    }

    private static Cover CoverNow(PeerCell cell, HashSet<PeerCell> chosen, PeerCrowd now, IReadOnlyList<ShownMonth> earlier) =>
        chosen.Contains(cell)
            ? Cover.Exact
            : earlier.Aggregate(
                Cover.Unshown(now.Size(cell)),
                (best, month) => Cover.Better(best, month.Relation.ByThen.GetValueOrDefault(cell, Cover.None))
            );

    private static Cover CoverThen(PeerCell cell, ShownMonth month, HashSet<PeerCell> chosen) =>
        chosen.Contains(cell) ? Cover.Better(month.Covers[cell], month.Relation.ByNow[cell]) : month.Covers[cell];
}
