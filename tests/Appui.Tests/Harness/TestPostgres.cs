using System.Diagnostics;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Appui.Tests.Harness;

/// <summary>A PostgreSQL server of this run alone, on a socket in its folder. The database migrated once is cloned per test class.</summary>
public static class TestPostgres
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly Lazy<Task<string>> Server = new(Start);
    private static int databases;

    private static string Folder => Path.Combine(TestRun.Folder, "pg");

    /// <summary>Folder of the server's programs (initdb, pg_dump …), newest version first.</summary>
    public static string Programs { get; } =
        Directory
            .EnumerateDirectories("/usr/lib/postgresql")
            .OrderByDescending(d => double.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture))
            .Select(d => Path.Combine(d, "bin"))
            .First(d => File.Exists(Path.Combine(d, "initdb")));

    /// <summary>Connection string of a fresh, migrated database.</summary>
    public static async Task<string> NewDatabase()
    {
        var name = $"class_{Interlocked.Increment(ref databases)}";
        await OneAtATime.WaitAsync();
        try
        {
            await Execute(await Server.Value, $"CREATE DATABASE {name} TEMPLATE template_appui");
        }
        finally
        {
            OneAtATime.Release();
        }

        return Connection(name);
    }

    /// <summary>Connection string of an empty database, not migrated.</summary>
    public static async Task<string> NewEmptyDatabase()
    {
        var name = $"empty_{Interlocked.Increment(ref databases)}";
        await Execute(await Server.Value, $"CREATE DATABASE {name}");
        return Connection(name);
    }

    /// <summary>Stops the server, if it was started.</summary>
    public static Task Stop()
    {
        if (Server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            StopAt(Folder);
        }

        return Task.CompletedTask;
    }

    /// <summary>Stops the server of a folder, if one runs there.</summary>
    public static void StopAt(string folder)
    {
        if (Runs(Path.Combine(folder, "data")))
            Run(Path.Combine(Programs, "pg_ctl"), "stop", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w");
    }

    // The file alone says nothing: a killed server leaves it, and its number may be another program's by now.
    private static bool Runs(string data)
    {
        var file = Path.Combine(data, "postmaster.pid");
        if (!File.Exists(file))
            return false;
        var commandLine = $"/proc/{File.ReadLines(file).First()}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Split('\0').Contains(data);
    }

    private static async Task<string> Start()
    {
        Directory.CreateDirectory(Folder);
        if (Environment.UserName == "root")
            Run("chown", asServer: false, "postgres", Folder);
        var data = Path.Combine(Folder, "data");
        Run(Path.Combine(Programs, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Run(
            Path.Combine(Programs, "pg_ctl"),
            "start",
            "-w",
            "-D",
            data,
            "-l",
            Path.Combine(Folder, "log"),
            "-o",
            $"-k {Folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=200"
        );
        await Execute(Connection("postgres"), "CREATE DATABASE template_appui");
        var options = new DbContextOptionsBuilder<PostgresAppuiDb>();
        StorageModule.UsePostgres(options, Connection("template_appui") + ";Pooling=false");
        await using var db = new PostgresAppuiDb(options.Options, new CurrentActor());
        await db.Database.MigrateAsync();
        return Connection("postgres");
    }

    private static string Connection(string database) => $"Host={Folder};Username=postgres;Database={database}";

    private static async Task Execute(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static void Run(string program, params string[] arguments) => Run(program, asServer: true, arguments);

    // PostgreSQL refuses to be run by root.
    private static void Run(string program, bool asServer, params string[] arguments)
    {
        var line = string.Join(
            ' ',
            ((string[])[program, .. arguments]).Select(a => $"'{a.Replace("'", "'\\''", StringComparison.Ordinal)}'")
        );
        if (asServer && Environment.UserName == "root")
            line = $"runuser -u postgres -- {line}";
        // The server inherits its starter's output: a file, never a pipe, lets this call end.
        var log = Path.Combine(Path.GetTempPath(), $"appui-tests-{Environment.ProcessId}", "programs.log");
        var start = new ProcessStartInfo("sh", ["-c", $"{line} >> {log} 2>&1 < /dev/null"]) { WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {File.ReadAllText(log)}");
    }
}
