using System.Security.Cryptography;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Benchmark;

/// <summary>Once a month: counts every provider together and shows what <see cref="BenchmarkRules"/> allows. A second run in a month changes nothing.</summary>
public sealed class TakeSnapshot(AppuiDb db, ListProviders providers, PageCache pages, TimeProvider clock)
{
    /// <summary>Kind of the work.</summary>
    public const string Kind = "diagnosis.benchmark";

    /// <summary>What drops kept pages that show figures of others.</summary>
    public const string Tag = "benchmark";

    /// <summary>Takes the snapshot of the month of a day.</summary>
    public async Task<Outcome> Run(DateOnly day, CancellationToken stop)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        if (await db.BenchmarkSnapshots.AnyAsync(s => s.Month >= month, stop))
            return Outcome.Done;
        var contributions = await Contributions(day, stop);
        var key =
            await db.BenchmarkLedgers.OrderBy(l => l.Month).Select(l => l.Key).FirstOrDefaultAsync(stop)
            ?? RandomNumberGenerator.GetBytes(32);
        var census = PeerCensus.Of(contributions, key);
        var chosen = await Choose(census, stop);
        var figures = await Carried(month, chosen, stop);
        figures.AddRange(Fresh(month, chosen, contributions));
        if (chosen.All(c => c.Now.Shown.Count == 0))
            return Outcome.Done;

        db.BenchmarkSnapshots.Add(new BenchmarkSnapshot { Month = month, PublishedAt = clock.Now() });
        db.BenchmarkFigures.AddRange(figures);
        db.BenchmarkLedgers.Add(
            new BenchmarkLedger
            {
                Month = month,
                Key = key,
                Census = census.Pack(),
                Dimensions = ByDimension(chosen, c => Written(c.Now.Shown, c.Now.Covers)),
            }
        );
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.SaveChangesAsync(stop);
        await Remember(chosen, stop);
        await transaction.CommitAsync(stop);
        pages.Evict(Tag);
        return Outcome.Done;
    }

    private async Task<IReadOnlyList<Contribution>> Contributions(DateOnly day, CancellationToken stop)
    {
        var places = new Dictionary<Guid, PeerCell>();
        await foreach (var provider in providers.Run().WithCancellation(stop))
            places[provider.Id] = PeerCellCode.Of(provider.Profile, provider.RegionCode);
        var newest = new Dictionary<Guid, Contribution>(places.Count);
        var until = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        await foreach (
            var (organisation, scores) in BenchmarkAccess
                .Since(db, until.AddMonths(-BenchmarkRules.MostMonths), until)
                .WithCancellation(stop)
        )
        {
            if (places.TryGetValue(organisation, out var place))
                newest[organisation] = new(organisation, place, [.. PeerCensus.Dimensions.Select(d => scores.GetValueOrDefault(d))]);
        }

        return [.. newest.Values];
    }

    // One earlier month in memory at a time.
    private async Task<IReadOnlyList<ChosenDimension>> Choose(PeerCensus census, CancellationToken stop)
    {
        var crowds = PeerCensus.Dimensions.Select((_, d) => census.Crowd(d)).ToList();
        List<(DateOnly Month, ShownMonth[] Dimensions)> earlier = [];
        foreach (var month in await db.BenchmarkLedgers.Select(l => l.Month).OrderBy(m => m).ToListAsync(stop))
        {
            var ledger = await db.BenchmarkLedgers.AsNoTracking().SingleAsync(l => l.Month == month, stop);
            var then = PeerCensus.Unpack(ledger.Census);
            earlier.Add((month, [.. crowds.Select((crowd, d) => Read(ledger.Dimensions[PeerCensus.Dimensions[d]], then.Crowd(d), crowd))]));
        }

        return
        [
            .. crowds.Select(
                (crowd, d) =>
                    new ChosenDimension(
                        PeerCensus.Dimensions[d],
                        crowd,
                        [.. earlier.Select(m => (m.Month, m.Dimensions[d]))],
                        BenchmarkRules.Choose(crowd, [.. earlier.Select(m => m.Dimensions[d])])
                    )
            ),
        ];
    }

    private static ShownMonth Read(ShownDimension kept, PeerCrowd then, PeerCrowd now)
    {
        var shown = kept.Shown.Select(PeerCellCode.Read).ToHashSet();
        return new ShownMonth(
            shown,
            kept.Covers.ToDictionary(c => PeerCellCode.Read(c.Key), c => new Cover(c.Value)),
            PeerRelation.Of(then, shown, now)
        );
    }

    // What was shown last and is not renewed stays, until it is too old.
    private async Task<List<BenchmarkFigure>> Carried(DateOnly month, IReadOnlyList<ChosenDimension> chosen, CancellationToken stop)
    {
        var renewed = chosen.SelectMany(c => c.Now.Shown.Select(cell => (c.Dimension, cell.Code()))).ToHashSet();
        var oldest = month.AddMonths(-BenchmarkRules.MostMonths);
        var last = await db.BenchmarkSnapshots.OrderByDescending(s => s.Month).Select(s => s.Month).FirstOrDefaultAsync(stop);
        var figures = await db.BenchmarkFigures.AsNoTracking().Where(f => f.Month == last && f.FiguresOf > oldest).ToListAsync(stop);
        return
        [
            .. figures
                .Where(f => !renewed.Contains((f.Dimension, f.Cell)))
                .Select(f => Figure(month, f.Cell, f.Dimension, f.FiguresOf, f.AtLeast, (f.Low, f.Median, f.High))),
        ];
    }

    private static IEnumerable<BenchmarkFigure> Fresh(
        DateOnly month,
        IReadOnlyList<ChosenDimension> chosen,
        IReadOnlyList<Contribution> contributions
    )
    {
        for (var d = 0; d < chosen.Count; d++)
        {
            var scores = chosen[d].Now.Shown.ToDictionary(c => c, _ => new List<double>());
            foreach (var one in contributions)
            {
                if (one.Scores[d] is not { } score)
                    continue;
                foreach (var cell in one.Place.Groups)
                    scores.GetValueOrDefault(cell)?.Add(score);
            }

            foreach (var (cell, sorted) in scores)
            {
                sorted.Sort();
                var quartiles = (
                    BenchmarkRules.Quantile(sorted, 0.25),
                    BenchmarkRules.Quantile(sorted, 0.5),
                    BenchmarkRules.Quantile(sorted, 0.75)
                );
                yield return Figure(month, cell.Code(), chosen[d].Dimension, month, BenchmarkRules.AtLeast(sorted.Count), quartiles);
            }
        }
    }

    private static BenchmarkFigure Figure(
        DateOnly month,
        string cell,
        string dimension,
        DateOnly of,
        int atLeast,
        (int Low, int Median, int High) quartiles
    ) =>
        new()
        {
            Month = month,
            Cell = cell,
            Dimension = dimension,
            Low = quartiles.Low,
            Median = quartiles.Median,
            High = quartiles.High,
            AtLeast = atLeast,
            FiguresOf = of,
        };

    // Earlier months are known better once this one is shown.
    private async Task Remember(IReadOnlyList<ChosenDimension> chosen, CancellationToken stop)
    {
        for (var m = 0; m < chosen[0].Earlier.Count; m++)
        {
            var month = chosen[0].Earlier[m].Month;
            var known = ByDimension(chosen, c => Written(c.Earlier[m].Shown.Shown, c.Now.Earlier[m]));
            await db.BenchmarkLedgers.Where(l => l.Month == month).ExecuteUpdateAsync(s => s.SetProperty(l => l.Dimensions, known), stop);
        }
    }

    private static IReadOnlyDictionary<string, ShownDimension> ByDimension(
        IReadOnlyList<ChosenDimension> chosen,
        Func<ChosenDimension, ShownDimension> what
    ) => chosen.ToDictionary(c => c.Dimension, what, StringComparer.Ordinal);

    private static ShownDimension Written(IEnumerable<PeerCell> shown, IReadOnlyDictionary<PeerCell, Cover> covers) =>
        new([.. shown.Select(c => c.Code())], covers.ToDictionary(c => c.Key.Code(), c => c.Value.Code, StringComparer.Ordinal));

    private sealed record ChosenDimension(
        string Dimension,
        PeerCrowd Crowd,
        IReadOnlyList<(DateOnly Month, ShownMonth Shown)> Earlier,
        ShownNow Now
    );
}
