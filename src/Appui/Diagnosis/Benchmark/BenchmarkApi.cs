using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Documents;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Benchmark;

/// <summary>What is shown of a group in one dimension.</summary>
/// <param name="Size">Profile, null for all.</param>
/// <param name="Region">INSEE code of the region, null for all.</param>
/// <param name="Low">A quarter is below, rounded to five points.</param>
/// <param name="High">A quarter is above, rounded to five points.</param>
/// <param name="AtLeast">It is made of at least so many providers.</param>
/// <param name="FiguresOf">First day of the month the figure is of.</param>
public sealed record ApiBenchmarkFigure(
    string? Size,
    string? Region,
    string Dimension,
    int Low,
    int Median,
    int High,
    int AtLeast,
    DateOnly FiguresOf
);

/// <summary>Everything shown of all providers in the newest snapshot.</summary>
/// <param name="Month">First day of its month; null before the first one.</param>
public sealed record ApiBenchmark(DateOnly? Month, DateTime? PublishedAt, IReadOnlyList<ApiBenchmarkFigure> Figures);

/// <summary>The comparison with others for programs: what any provider could see, of every group.</summary>
public static class BenchmarkApi
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Diagnosis").RequireScope(DiagnosisApi.Scope);
        api.MapGet("/benchmark", Find)
            .WithName("ReadBenchmark")
            .WithSummary("Quartiles of all providers, by size and region: the newest monthly snapshot. Only groups of ten and more.");
        api.MapGet("/benchmark.csv", Csv)
            .WithName("BenchmarkCsv")
            .WithSummary("The same as a CSV file.")
            .Produces<byte[]>(contentType: "text/csv");
    }

    private static async Task<ApiBenchmark> Find(AppuiDb db, CancellationToken stop)
    {
        if (await db.BenchmarkSnapshots.AsNoTracking().OrderByDescending(s => s.Month).FirstOrDefaultAsync(stop) is not { } newest)
            return new ApiBenchmark(null, null, []);
        var figures = await db
            .BenchmarkFigures.AsNoTracking()
            .Where(f => f.Month == newest.Month)
            .OrderBy(f => f.Cell)
            .ThenBy(f => f.Dimension)
            .ToListAsync(stop);
        return new ApiBenchmark(newest.Month, newest.PublishedAt, figures.ConvertAll(ViewOf));
    }

    private static async Task<IResult> Csv(AppuiDb db, CancellationToken stop)
    {
        var found = await Find(db, stop);
        Sheet sheet = new(
            BenchmarkTexts.Title,
            [
                new(BenchmarkTexts.Column_Size),
                new(BenchmarkTexts.Column_Region),
                new(DiagnosisTexts.Column_Dimension),
                new(BenchmarkTexts.Low, SheetFormat.Whole),
                new(BenchmarkTexts.Median, SheetFormat.Whole),
                new(BenchmarkTexts.High, SheetFormat.Whole),
                new(BenchmarkTexts.AtLeast, SheetFormat.Whole),
                new(BenchmarkTexts.Month, SheetFormat.Day),
            ],
            found.Figures.Select(f =>
                new SheetCell[]
                {
                    f.Size,
                    f.Region,
                    f.Dimension,
                    (int?)f.Low,
                    (int?)f.Median,
                    (int?)f.High,
                    (int?)f.AtLeast,
                    (DateOnly?)f.FiguresOf,
                }
            )
        );
        return Results.File(CsvTable.Render(sheet), "text/csv; charset=utf-8", "comparaison.csv");
    }

    private static ApiBenchmarkFigure ViewOf(BenchmarkFigure figure)
    {
        var cell = PeerCellCode.Read(figure.Cell);
        return new(
            cell.SizeCode(),
            cell.RegionCode(),
            figure.Dimension,
            figure.Low,
            figure.Median,
            figure.High,
            figure.AtLeast,
            figure.FiguresOf
        );
    }
}
