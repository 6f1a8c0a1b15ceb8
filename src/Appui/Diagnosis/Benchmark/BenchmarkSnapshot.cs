namespace Appui.Diagnosis.Benchmark;

/// <summary>A month in which figures of all providers were shown anew. At most one a month; the newest is what people see.</summary>
public sealed class BenchmarkSnapshot
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    public required DateTime PublishedAt { get; init; }
}

/// <summary>What is shown of one group in one dimension: three quartiles rounded to five points, and about how many they are made of.</summary>
public sealed class BenchmarkFigure
{
    public required DateOnly Month { get; init; }

    /// <summary>The group, as <see cref="PeerCellCode"/> writes it.</summary>
    public required string Cell { get; init; }

    public required string Dimension { get; init; }

    /// <summary>A quarter is below.</summary>
    public required int Low { get; init; }

    public required int Median { get; init; }

    /// <summary>A quarter is above.</summary>
    public required int High { get; init; }

    /// <summary>At least so many providers: 10, 20, 50, 100…</summary>
    public required int AtLeast { get; init; }

    /// <summary>Month the figure is of; earlier than the snapshot's when too few changed since.</summary>
    public required DateOnly FiguresOf { get; init; }
}

/// <summary>
/// Who the figures of a month were made of, so that none shown later tells somebody apart: hashes under a secret key, no name and no score.
/// Once an organisation is erased, its hash means nothing to anybody.
/// </summary>
public sealed class BenchmarkLedger
{
    public required DateOnly Month { get; init; }

    /// <summary>Key of the hashes: random, the same for every month.</summary>
    public required byte[] Key { get; init; }

    /// <summary><see cref="PeerCensus"/>, packed.</summary>
    public required byte[] Census { get; init; }

    /// <summary>Dimension → groups shown that month, and how well each group of that month is known by now.</summary>
    public required IReadOnlyDictionary<string, ShownDimension> Dimensions { get; set; }
}

/// <summary>What was shown of one dimension in a month. Groups by their codes, covers by theirs.</summary>
public sealed record ShownDimension(IReadOnlyList<string> Shown, IReadOnlyDictionary<string, byte> Covers);
