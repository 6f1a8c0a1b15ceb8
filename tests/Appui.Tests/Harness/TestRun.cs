using System.Globalization;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(TestRun))]

namespace Appui.Tests.Harness;

/// <summary>What one run of the tests shares: a folder, a migrated template per engine, a PostgreSQL server and a browser, each started when first asked for.</summary>
public sealed class TestRun : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MigrateSqlite);

    /// <summary>Folder of this run, removed at its end.</summary>
    public static string Folder { get; } = MakeFolder();

    /// <summary>Root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Folder for what a person looks at afterwards (screenshots, documents).</summary>
    public static string Artifacts(string name) => Directory.CreateDirectory(Path.Combine(Repository, "artifacts", name)).FullName;

    /// <summary>Copies the migrated SQLite database to a path.</summary>
    public static async Task CopySqlite(string path) => File.Copy(await Template.Value, path);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await TestBrowser.Stop();
        await TestPostgres.Stop();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MigrateSqlite()
    {
        var path = Path.Combine(Folder, "template.db");
        var options = new DbContextOptionsBuilder<SqliteAppuiDb>();
        StorageModule.UseSqlite(options, path);
        await using (var db = new SqliteAppuiDb(options.Options, new CurrentActor()))
        {
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        return path;
    }

    private static string MakeFolder()
    {
        var root = Path.GetTempPath();
        var own = Directory.CreateDirectory(Path.Combine(root, $"appui-tests-{Environment.ProcessId}")).FullName;
        // What a killed run left, its database server included.
        foreach (var left in Directory.EnumerateDirectories(root, "appui-tests-*"))
        {
            var pid = int.Parse(left[(left.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);
            if (!Directory.Exists($"/proc/{pid}"))
            {
                TestPostgres.StopAt(Path.Combine(left, "pg"));
                Directory.Delete(left, recursive: true);
            }
        }

        return own;
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Appui.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Appui.slnx is not above the tests.");
        return folder;
    }
}
