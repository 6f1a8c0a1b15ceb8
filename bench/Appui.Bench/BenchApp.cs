using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Appui.Bench;

/// <summary>The built application in a process and a folder of its own, as somebody runs it.</summary>
public sealed class BenchApp(string postgres) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("appui-bench-").FullName;
    private Process? running;

    /// <summary>Beginning of every address.</summary>
    public string Address { get; } = $"http://localhost:{FreePort()}";

    private static string Root
    {
        get
        {
            var at = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(at, "Appui.slnx")))
                at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The bench is run from the repository.");
            return at;
        }
    }

    /// <summary>Makes the database.</summary>
    public async Task Migrate()
    {
        using var process = Launch("dotnet", Program, "migrate");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("migrate failed");
    }

    /// <summary>Serves, and returns once the first page was sent.</summary>
    public Task Serve() => UntilFirstPage(Launch("dotnet", Program, "serve"));

    /// <summary>Starts the demonstration by its script, and returns once the first page was sent.</summary>
    public Task Demo() => UntilFirstPage(Launch(Path.Combine(Root, "appui"), "demo", "--dir", Path.Combine(folder, "demo")));

    /// <summary>Resident memory of the process.</summary>
    public double Megabytes()
    {
        running!.Refresh();
        return running.WorkingSet64 / 1e6;
    }

    /// <summary>Stops it as a service is stopped.</summary>
    public void Stop()
    {
        if (running is null)
            return;
        using (var kill = Process.Start("kill", ["-TERM", $"{running.Id}"]))
            kill.WaitForExit();
        running.WaitForExit();
        running.Dispose();
        running = null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    private static string Program => Path.Combine(Root, "src", "Appui", "bin", "Release", "net10.0", "Appui.dll");

    private Process Launch(string program, params string[] arguments)
    {
        // Output to nowhere: a pipe nobody reads would stop it in the end.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        {
            WorkingDirectory = folder,
        };
        start.Environment["APPUI_DIR"] = folder;
        start.Environment["APPUI_PORT"] = $"{new Uri(Address).Port}";
        start.Environment["APPUI_POSTGRES"] = postgres;
        start.Environment["APPUI_ANONYMOUS_POSTS_PER_MINUTE"] = "0";
        return Process.Start(start)!;
    }

    private async Task UntilFirstPage(Process process)
    {
        running = process;
        using var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(20) };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A PostgreSQL server of this bench alone, with its own settings of durability.</summary>
public sealed class BenchPostgres : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("appui-bench-pg-").FullName;
    private readonly string programs = Directory
        .EnumerateDirectories("/usr/lib/postgresql")
        .OrderByDescending(d => d, StringComparer.Ordinal)
        .Select(d => Path.Combine(d, "bin"))
        .First(d => File.Exists(Path.Combine(d, "initdb")));

    /// <summary>Starts it, empty.</summary>
    public BenchPostgres()
    {
        if (Environment.UserName == "root")
            Shell($"chown postgres {folder}", asServer: false);
        Shell($"{programs}/initdb -D {folder}/data -U postgres -A trust -E UTF8 --locale=C.UTF-8");
        Shell($"{programs}/pg_ctl start -w -D {folder}/data -l {folder}/log -o \"-k {folder} -c listen_addresses=''\"");
        Shell($"{programs}/createdb -h {folder} -U postgres appui");
    }

    /// <summary>How the application reaches it.</summary>
    public string Connection => $"Host={folder};Username=postgres;Database=appui";

    /// <inheritdoc />
    public void Dispose()
    {
        Shell($"{programs}/pg_ctl stop -m fast -w -D {folder}/data");
        Directory.Delete(folder, recursive: true);
    }

    // PostgreSQL refuses to be run by root.
    private static void Shell(string line, bool asServer = true)
    {
        string[] arguments = ["-c", $"cd / && {line} >/dev/null 2>&1 </dev/null"];
        var start =
            asServer && Environment.UserName == "root"
                ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", .. arguments])
                : new ProcessStartInfo("sh", arguments);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(line);
    }
}
