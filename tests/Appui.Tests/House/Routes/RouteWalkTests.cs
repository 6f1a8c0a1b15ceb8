using System.Globalization;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Appui.Tests.House.Routes;

/// <summary>Every handler of every route is called by everybody: it lets in whom it should, and nobody else, and a "no" changes nothing.</summary>
public abstract class RouteWalkTests(AppFixture app)
{
    [Fact]
    public async Task Every_route_has_a_sample_and_every_sample_a_route()
    {
        var known = RouteSamples.All.Select(s => s.Route).ToList();
        known.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("two samples");
        var there = (await RouteList.Of(app.Services)).Select(r => r.Key).Distinct(StringComparer.Ordinal).ToList();
        there
            .Except(known, StringComparer.Ordinal)
            .Select(Line)
            .ShouldBeEmpty("a new route: add this line, with who may call it, to House/Routes/RouteSamples.cs");
        known.Except(there, StringComparer.Ordinal).ShouldBeEmpty("no such route: remove it from House/Routes/RouteSamples.cs");
    }

    [Fact]
    public async Task Everybody_gets_in_where_they_may_and_nowhere_else()
    {
        var scene = await RouteScene.Set(app);
        // In the order of the table: what ends a session or consumes a thing comes last there.
        var there = (await RouteList.Of(app.Services)).ToLookup(r => r.Key, StringComparer.Ordinal);
        var routes = RouteSamples.All.SelectMany(s => there[s.Route].Select(r => (r, s))).ToList();
        var walk = new RouteWalk(app, scene, Changes);
        var faults = await walk.Run(routes);
        faults.ShouldBeEmpty(string.Join('\n', faults));
        walk.Calls.ShouldBeGreaterThan(500);
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sample_that_promises_something_else_is_found()
    {
        var scene = await RouteScene.Set(app);
        var plan = (await RouteList.Of(app.Services)).Single(r => r is { Template: "/o/{organisation}/plan/{id:guid?}", Handler: "" });
        var wrong = Sample.Space(plan.Key, Roles.Publisher, p => $"{p.Plan}");
        var faults = await new RouteWalk(app, scene, Changes).Run([(plan, wrong)]);
        faults.ShouldContain(f => f.Contains("should refuse", StringComparison.Ordinal) && f.Contains("Manager", StringComparison.Ordinal));
        faults.ShouldContain(f =>
            f.Contains("should let in", StringComparison.Ordinal) && f.Contains("Publisher", StringComparison.Ordinal)
        );
    }

    /// <summary>A number that is another one after any commit.</summary>
    protected abstract Task<long> Changes();

    // The line to add, as near to right as can be told from the route.
    private static string Line(string route) =>
        route.Contains("/api/", StringComparison.Ordinal) ? $"Client(\"{route}\"{Value(route)}),"
        : route.Contains("{space}", StringComparison.Ordinal) ? $"Space(\"{route}\", Managers{Value(route)}),"
        : route.Contains("{secret}", StringComparison.Ordinal) ? $"Secret(\"{route}\"),"
        : $"Anyone(\"{route}\"{Value(route)}),";

    private static string Value(string route) =>
        route.Replace("{space}", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal) ? ", p => $\"{p.Id}\"" : "";

    public sealed class OnSqlite(SqliteRoutes app) : RouteWalkTests(app), IClassFixture<SqliteRoutes>, IDisposable
    {
        private readonly SqliteConnection watch = new($"Data Source={app.Settings.SqlitePath};Pooling=False");

        public void Dispose() => watch.Dispose();

        protected override async Task<long> Changes()
        {
            await watch.OpenAsync();
            await using var command = watch.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    [Trait("long", "yes")]
    public sealed class OnPostgres(PostgresRoutes app) : RouteWalkTests(app), IClassFixture<PostgresRoutes>
    {
        private readonly PostgresRoutes own = app;
        private string? fingerprint;

        // A fingerprint of every row of this database: the server is shared with other tests.
        protected override async Task<long> Changes()
        {
            await using var source = NpgsqlDataSource.Create(own.Settings.Postgres);
            fingerprint ??= string.Join(
                " + ",
                await Strings(source, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                    .Select(t => $"(SELECT coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) FROM \"{t}\" r)")
                    .ToListAsync()
            );
            var sum = await Strings(source, $"SELECT hashtextextended(({fingerprint})::text, 0)::text").SingleAsync();
            return long.Parse(sum, CultureInfo.InvariantCulture);
        }

        private static async IAsyncEnumerable<string> Strings(NpgsqlDataSource source, string sql)
        {
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                yield return reader.GetString(0);
        }
    }
}

/// <summary>The application on the embedded engine, without a limit of anonymous writes. Nothing is sealed meanwhile: that writes too.</summary>
public sealed class SqliteRoutes() : SqliteApp(s => s.AnonymousPostsPerMinute = 0)
{
    /// <inheritdoc />
    protected override void Arrange(WebApplicationBuilder builder) =>
        builder.Services.Replace(ServiceDescriptor.Singleton(new AuditOptions { IsOn = false }));
}

/// <inheritdoc cref="SqliteRoutes" />
public sealed class PostgresRoutes() : PostgresApp(s => s.AnonymousPostsPerMinute = 0)
{
    /// <inheritdoc />
    protected override void Arrange(WebApplicationBuilder builder) =>
        builder.Services.Replace(ServiceDescriptor.Singleton(new AuditOptions { IsOn = false }));
}
