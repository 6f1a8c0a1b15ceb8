using System.Globalization;
using Appui.Accounts;
using Appui.Diagnosis;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Strategy;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Demonstration;

/// <summary>The demonstration as it is told from nothing.</summary>
public sealed class ToldOnSqlite() : SqliteApp(settings => settings.Demo = true)
{
    /// <inheritdoc />
    protected override Task Fill() => this.Tell(Told.Usual);
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class ToldOnPostgres() : PostgresApp(settings => settings.Demo = true)
{
    /// <inheritdoc />
    protected override Task Fill() => this.Tell(Told.Usual);
}

/// <summary>The same, told a second time over what is there.</summary>
public sealed class ToldTwice() : SqliteApp(settings => settings.Demo = true)
{
    /// <inheritdoc />
    protected override async Task Fill()
    {
        await this.Tell(Told.Usual);
        await this.Tell(Told.Usual);
    }
}

/// <summary>Told three months later, with twice as many providers.</summary>
public sealed class ToldLarger() : SqliteApp(settings => settings.Demo = true)
{
    /// <inheritdoc />
    protected override Task Fill() => this.Tell(Told.Later);
}

/// <summary>Telling the demonstration in a test, and reading back all it wrote.</summary>
internal static class Told
{
    // Drawn for safety, not for the story.
    private static readonly string[] Secret = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp"];

    private static readonly Type[] Tables =
    [
        typeof(Organisation),
        typeof(Person),
        typeof(Membership),
        typeof(MaturityDiagnosis),
        typeof(DiagnosisAnswer),
        typeof(Plan),
    ];

    internal static readonly DemoOptions Usual = new(new DateOnly(2026, 11, 24));

    internal static readonly DemoOptions Later = new(new DateOnly(2027, 2, 24), Scale: 2);

    internal static Task Tell(this AppFixture app, DemoOptions options) =>
        app.Act(
            null,
            async services =>
            {
                foreach (var story in services.GetServices<DemoStory>().OrderBy(s => s.Order))
                    await story.Tell(services, options, new Progress<string>(), CancellationToken.None);
            }
        );

    /// <summary>Every row of a table, of all organisations.</summary>
    internal static Task<List<T>> All<T>(this AppFixture app)
        where T : class => app.Db(null, db => db.Set<T>().IgnoreQueryFilters().AsNoTracking().ToListAsync());

    /// <summary>Everything the stories wrote, one line a row, in one order.</summary>
    internal static Task<List<string>> Dump(this AppFixture app) =>
        app.Db(
            null,
            async db =>
            {
                List<string> lines = [];
                foreach (var type in Tables)
                {
                    var properties = db
                        .Model.FindEntityType(type)!
                        .GetProperties()
                        .Where(p => !Secret.Contains(p.Name))
                        .OrderBy(p => p.Name, StringComparer.Ordinal)
                        .ToList();
                    foreach (var row in await Rows(db, type))
                        lines.Add($"{type.Name} {string.Join('|', properties.Select(p => Text(p.PropertyInfo!.GetValue(row))))}");
                }

                lines.Sort(StringComparer.Ordinal);
                return lines;
            }
        );

    /// <summary>Every instant the stories wrote, with the table and column it stands in.</summary>
    internal static Task<List<(string Where, DateTime At)>> Instants(this AppFixture app) =>
        app.Db(
            null,
            async db =>
            {
                List<(string, DateTime)> instants = [];
                foreach (var type in Tables)
                {
                    var properties = db
                        .Model.FindEntityType(type)!
                        .GetProperties()
                        .Where(p => p.ClrType == typeof(DateTime) || p.ClrType == typeof(DateTime?))
                        .ToList();
                    foreach (var row in await Rows(db, type))
                    foreach (var property in properties)
                        if (property.PropertyInfo!.GetValue(row) is DateTime at)
                            instants.Add(($"{type.Name}.{property.Name}", at));
                }

                return instants;
            }
        );

    private static Task<List<object>> Rows(AppuiDb db, Type type) =>
        (Task<List<object>>)
            typeof(Told)
                .GetMethod(nameof(RowsOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, [db])!;

    private static async Task<List<object>> RowsOf<T>(AppuiDb db)
        where T : class => [.. await db.Set<T>().IgnoreQueryFilters().AsNoTracking().ToListAsync()];

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateTime at => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
