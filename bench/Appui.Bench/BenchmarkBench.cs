using System.Diagnostics;
using System.Globalization;
using System.Text;
using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Diagnosis.Benchmark;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Appui.Bench;

/// <summary>Comparison with others at 100 000 providers: the monthly snapshot, the first and after a year, and the part of the result page.</summary>
public static class BenchmarkBench
{
    private const int Providers = 100_000;
    private const int Together = 2_000;
    private const int Months = 12;
    private const int Reads = 2_000;
    private static readonly DateOnly First = new(2026, 1, 15);

    public static IReadOnlyList<Bench> All { get; } = [new("peers-sqlite", () => Run("SQLite", "")), new("peers-postgres", OnPostgres)];

    private static async Task<IReadOnlyList<Figure>> OnPostgres()
    {
        using var postgres = new BenchPostgres();
        return await Run("PostgreSQL", postgres.Connection);
    }

    private static async Task<IReadOnlyList<Figure>> Run(string engine, string postgres)
    {
        var folder = Directory.CreateTempSubdirectory("appui-bench-peers-").FullName;
        try
        {
            await using var app = AppuiApplication.Build(
                new AppuiSettings
                {
                    Dir = folder,
                    Postgres = postgres,
                    Port = 0,
                },
                b => b.Logging.ClearProviders()
            );
            await StorageModule.Migrate(app.Services, CancellationToken.None);
            var made = await Insert(app);
            List<double> seconds = [];
            for (var month = 0; month <= Months; month++)
            {
                if (month > 0)
                    await Change(app, month);
                var clock = Stopwatch.StartNew();
                await In(app, s => s.GetRequiredService<TakeSnapshot>().Run(First.AddMonths(month), CancellationToken.None));
                seconds.Add(clock.Elapsed.TotalSeconds);
            }

            var shown = await In(
                app,
                async s =>
                {
                    var db = s.GetRequiredService<AppuiDb>();
                    var newest = await db.BenchmarkSnapshots.MaxAsync(m => m.Month);
                    return await db.BenchmarkFigures.CountAsync(f => f.Month == newest && f.FiguresOf == newest);
                }
            );
            var reads = await Read(app, made);
            using var process = Process.GetCurrentProcess();
            return
            [
                new($"snapshot of 100 000 providers, the first, {engine}", seconds[0], "s", Most: 120),
                new($"the same, twelve earlier months compared, {engine}", seconds[^1], "s", Most: 120),
                new($"figures renewed in the last one, of 912, {engine}", shown, ""),
                new($"comparison part of the result page, median, {engine}", Took.Median(reads), "ms", Most: 50),
                new($"the same, slowest of {Reads}, {engine}", reads.Max(), "ms"),
                new($"memory at most, this process, {engine}", process.PeakWorkingSet64 / 1e6, "MB"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In the order of the tables, many rows a statement.
    private static async Task<IReadOnlyList<Guid>> Insert(WebApplication app)
    {
        var random = new Random(20261125);
        List<Guid> made = [];
        await In(
            app,
            async s =>
            {
                var db = s.GetRequiredService<AppuiDb>();
                var (yes, at) = db.IsSqlite ? ("1", $"{db.Stored(When)}") : ("true", $"'{When:O}'");
                for (var i = 0; i < Providers; i += Together)
                {
                    StringBuilder organisations = new(),
                        diagnoses = new(),
                        scores = new();
                    for (var j = 0; j < Together; j++)
                    {
                        var (id, diagnosis) = (Ids.New(), Ids.New());
                        var profile = (ProviderProfile)Math.Min(random.Next(5), random.Next(5));
                        var regions = Places.Regions;
                        var region = regions[Math.Min(random.Next(regions.Count), random.Next(regions.Count))].Code;
                        made.Add(id);
                        var (o, d) = (Said(db, id), Said(db, diagnosis));
                        organisations.Append(
                            $",({o},'p{made.Count}','P','TrainingProvider','Active','{profile}','{region}','Europe/Paris',{yes},5,4,100,{at})"
                        );
                        diagnoses.Append($",({d},{o},'of-maturity','1.0.0','{profile.Code()}',{at},{at},1)");
                        scores.Append(
                            $",({d},{o},'of-maturity','1.0.0','{Scores(random)}',{(made.Count % 25).ToString(CultureInfo.InvariantCulture)},{at},{yes})"
                        );
                    }

                    await Add(
                        db,
                        """accounts_organisation ("Id","Code","Name","Kind","State","Profile","RegionCode","TimeZone","Qualiopi","Employees","Trainers","TraineesPerYear","CreatedAt")""",
                        organisations
                    );
                    await Add(
                        db,
                        """diagnosis ("Id","OrganisationId","InstrumentCode","InstrumentVersion","Profile","StartedAt","CompletedAt","Revision")""",
                        diagnoses
                    );
                    await Add(
                        db,
                        """diagnosis_scores ("DiagnosisId","OrganisationId","InstrumentCode","InstrumentVersion","Dimensions","Capacity","CompletedAt","IsControlled")""",
                        scores
                    );
                }

                return true;
            }
        );
        return made;
    }

    private static DateTime When => new(2026, 1, 10, 9, 0, 0, DateTimeKind.Utc);

    private static string Said(AppuiDb db, Guid id) => db.IsSqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'";

    private static string Scores(Random random) =>
        "{" + string.Join(',', PeerCensus.Dimensions.Select(d => $"\"{d}\":{random.Next(0, 101)}")) + "}";

    // Braces are the placeholders of EF.
    private static async Task Add(AppuiDb db, string into, StringBuilder rows) =>
        await db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO {into} VALUES {rows.ToString(1, rows.Length - 1)}"
                .Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal)
        );

    // One in twenty-five answered anew.
    private static Task<int> Change(WebApplication app, int month) =>
        In(
            app,
            s =>
                s.GetRequiredService<AppuiDb>()
                    .Database.ExecuteSqlRawAsync(
                        """UPDATE diagnosis_scores SET "Dimensions" = @p0 WHERE "Capacity" = @p1""",
                        Scores(new Random(month)),
                        (double)month
                    )
        );

    private static async Task<IReadOnlyList<double>> Read(WebApplication app, IReadOnlyList<Guid> made)
    {
        var instruments = app.Services.GetRequiredService<Instruments>();
        var instrument = instruments.Exactly(Instruments.Maturity, "1.0.0");
        var random = new Random(1);
        List<double> reads = [];
        for (var i = 0; i < Reads + 200; i++)
        {
            var organisation = made[random.Next(made.Count)];
            var diagnosis = new MaturityDiagnosis
            {
                Id = Ids.New(),
                OrganisationId = organisation,
                InstrumentCode = instrument.Code,
                InstrumentVersion = instrument.Version,
                Profile = "upTo10",
                StartedAt = When,
            };
            var open = new OpenDiagnosis(diagnosis, instrument, new Dictionary<string, DiagnosisAnswer>(StringComparer.Ordinal), true);
            var clock = Stopwatch.StartNew();
            var view = await In(app, s => s.GetRequiredService<FindBenchmark>().Run(open, null, CancellationToken.None));
            if (view.Chosen is null)
                throw new InvalidOperationException("Nothing is shown.");
            if (i >= 200)
                reads.Add(clock.Elapsed.TotalMilliseconds);
        }

        return reads;
    }

    private static async Task<T> In<T>(WebApplication app, Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await what(scope.ServiceProvider);
    }
}
