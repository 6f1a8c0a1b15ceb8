using System.Diagnostics;
using Appui;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Appui.Tests.Shared.OpsPostgres))]

namespace Appui.Tests.Shared;

/// <summary>One running application on a folder or a database of its own.</summary>
public sealed class OpsApp : IAsyncDisposable
{
    private readonly bool ownsFolder;

    private OpsApp(WebApplication app, AppuiSettings settings, bool ownsFolder)
    {
        App = app;
        Settings = settings;
        this.ownsFolder = ownsFolder;
    }

    public WebApplication App { get; }

    public AppuiSettings Settings { get; }

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public static async Task<OpsApp> Start(
        string postgres = "",
        Action<WebApplicationBuilder>? adjust = null,
        Action<WebApplication>? routes = null,
        Action<AppuiSettings>? set = null,
        string? dir = null,
        bool worker = true
    )
    {
        var settings = new AppuiSettings
        {
            Dir = dir ?? Path.Combine(Path.GetTempPath(), "appui-tests", Ids.New().ToString("N")),
            Postgres = postgres,
            Port = 0,
        };
        set?.Invoke(settings);
        var app = AppuiApplication.Build(
            settings,
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.ClearProviders();
                builder.Services.Replace(
                    ServiceDescriptor.Singleton(
                        new WorkOptions
                        {
                            Lease = TimeSpan.FromSeconds(2),
                            Poll = TimeSpan.FromMilliseconds(100),
                            IsOn = worker,
                        }
                    )
                );
                adjust?.Invoke(builder);
            }
        );
        routes?.Invoke(app);
        await StorageModule.Migrate(app.Services, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new OpsApp(app, settings, dir is null)
        {
            Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress = new Uri(address),
            },
        };
    }

    /// <summary>A database in the hands of somebody.</summary>
    public async Task<T> With<T>(Func<AppuiDb, Task<T>> act, Guid organisation = default)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Nobody with { OrganisationId = organisation };
        return await act(scope.ServiceProvider.GetRequiredService<AppuiDb>());
    }

    public static async Task Until(Func<Task<bool>> isSo, int seconds = 15)
    {
        var started = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (started.Elapsed > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException("It did not come.");
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        if (ownsFolder && Directory.Exists(Settings.Dir))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Settings.Dir, true);
        }
    }
}

/// <summary>A PostgreSQL server of our own for the run, made by initdb.</summary>
public sealed class OpsPostgres : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private string folder = "";

    /// <summary>A connection string for an engine by name: empty for the embedded one.</summary>
    public async Task<string> On(string engine) => engine == "postgres" ? await NewDatabase() : "";

    /// <summary>A new, empty database.</summary>
    public async Task<string> NewDatabase()
    {
        await starting.WaitAsync();
        try
        {
            if (folder.Length == 0)
                await StartServer();
        }
        finally
        {
            starting.Release();
        }

        var name = "t" + Ids.New().ToString("N");
        await using var connection = new NpgsqlConnection($"Host={folder};Username=postgres;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return $"Host={folder};Username=postgres;Database={name};Maximum Pool Size=20";
    }

    private async Task StartServer()
    {
        var made = Path.Combine("/tmp", "appui-pg-" + Ids.New().ToString("N")[..12]);
        Directory.CreateDirectory(made);
        await Run("chown", "postgres", made);
        await AsPostgres("initdb", "-D", $"{made}/data", "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8");
        await AsPostgres(
            "pg_ctl",
            "-D",
            $"{made}/data",
            "-w",
            "-l",
            $"{made}/log",
            "-o",
            $"-c listen_addresses= -k {made} -c fsync=off -c max_connections=200",
            "start"
        );
        folder = made;
    }

    public async ValueTask DisposeAsync()
    {
        starting.Dispose();
        if (folder.Length == 0)
            return;
        NpgsqlConnection.ClearAllPools();
        await AsPostgres("pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "-w", "stop");
        await Run("rm", "-rf", folder);
    }

    private static Task AsPostgres(string tool, params string[] arguments)
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).First();
        return Run("runuser", ["-u", "postgres", "--", $"{bin}/bin/{tool}", .. arguments]);
    }

    private static async Task Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(tool, arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = "/tmp",
            }
        )!;
        // pg_ctl start leaves a server that keeps the pipe open: wait for the process, not for the end of its output.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!process.HasExited)
            await Task.Delay(20, patience.Token);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)}: {process.ExitCode}");
    }
}
