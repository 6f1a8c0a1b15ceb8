using System.Collections;
using System.CommandLine;
using System.Data.Common;
using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui;

/// <summary>What can be asked of the program on its command line.</summary>
public static class Commands
{
    /// <summary>Exit code when the settings or the arguments are wrong.</summary>
    public const int BadInput = 2;

    /// <summary>JSON file with settings.</summary>
    public static Option<string?> ConfigFile { get; } =
        new("--config") { Description = "Fichier JSON de réglages. / JSON file with settings.", Recursive = true };

    /// <summary>Port to listen on.</summary>
    public static Option<int?> Port { get; } = new("--port") { Description = "Port (5080). / Port to listen on (5080)." };

    /// <summary>Folder of this instance.</summary>
    public static Option<string?> Dir { get; } =
        new("--dir") { Description = "Dossier des données (var). / Folder of this instance (var).", Recursive = true };

    /// <summary>Runs a command line; what a machine refuses is told in a sentence, without the inside of the program.</summary>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (Sentence(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>The whole command line.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand(
            "Appui : diagnostiquer, planifier, financer la formation à distance. / Diagnose, plan and fund distance training."
        )
        {
            Serve(),
            DemoCommand.Build(),
            Migrate(),
            UserCommand.Build(),
            BackupCommand.Build(),
            BackupCommand.BuildRestore(),
            WorkCommand.Build(),
            AuditCommand.Build(),
            FilesCommand.Build(),
            ImportProvidersCommand.Build(),
        };
        root.Options.Add(ConfigFile);
        root.Options.Add(Dir);
        return root;
    }

    /// <summary>The checked settings of a command line, or null after having said what is wrong with them.</summary>
    public static AppuiSettings? Settings(ParseResult command, Action<AppuiSettings>? @override = null)
    {
        var environment = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(e => KeyValuePair.Create((string)e.Key, (string?)e.Value ?? ""));
        var (settings, problems) = ReadSettings.From(
            command.GetValue(ConfigFile),
            environment,
            s =>
            {
                s.Dir = command.GetValue(Dir) ?? s.Dir;
                @override?.Invoke(s);
            }
        );
        if (problems.Count == 0)
            return settings;
        Console.Error.WriteLine("Réglages refusés, rien n’a démarré. / Bad settings, nothing was started.");
        foreach (var problem in problems)
            Console.Error.WriteLine($"  – {problem}");
        return null;
    }

    /// <summary>Does something with the services of an instance that this command does not serve.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="what">What it does; the exit code.</param>
    /// <param name="needsDatabase">Refuse when the database is not there or not up to date.</param>
    public static async Task<int> InScope(ParseResult command, Func<IServiceProvider, Task<int>> what, bool needsDatabase = true)
    {
        if (Settings(command) is not { } settings)
            return BadInput;
        await using var app = AppuiApplication.Build(settings, Quiet);
        if (needsDatabase && !await IsUpToDate(app, CancellationToken.None))
            return 1;
        await using var scope = app.Services.CreateAsyncScope();
        return await what(scope.ServiceProvider);
    }

    /// <summary>Tells a refusal in both languages; the exit code that goes with it.</summary>
    public static int Say(Refusal refusal)
    {
        var sentences = ((string[])["fr", "en"]).Select(language =>
            string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                refusal.Texts.GetString(refusal.Code, System.Globalization.CultureInfo.GetCultureInfo(language))!,
                refusal.Arguments
            )
        );
        Console.Error.WriteLine(string.Join(" / ", sentences));
        return 1;
    }

    /// <summary>Commands speak to a person: only what goes wrong is logged, beside what they print.</summary>
    public static void Quiet(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        builder.Logging.AddFilter(null, LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    /// <summary>Starts an application, or says in one sentence why the address cannot be had.</summary>
    public static async Task<bool> Start(WebApplication app, AppuiSettings settings, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
            return true;
        }
        catch (IOException refused)
        {
            await Console.Error.WriteLineAsync(
                $"Le port {settings.Port} est déjà pris : choisissez-en un autre avec --port. / Port {settings.Port} cannot be had: {refused.Message}"
            );
            return false;
        }
    }

    private static async Task<bool> IsUpToDate(WebApplication app, CancellationToken stop)
    {
        if (await StorageModule.IsMigrated(app.Services, stop))
            return true;
        await Console.Error.WriteLineAsync(
            "La base n’est pas à jour : lancez « ./appui migrate ». / The database is not up to date: run ./appui migrate."
        );
        return false;
    }

    private static string? Sentence(Exception error) =>
        StorageFailures.Of(error) == SharedRefusals.DiskFull ? "Il n’y a plus de place sur le disque. / There is no room left on the disk."
        : StorageFailures.Of(error) is not null || error is DbException
            ? $"La base de données ne répond pas : {error.GetBaseException().Message} / The database does not answer."
        : error is UnauthorizedAccessException or IOException ? $"Accès refusé : {error.Message} / No access."
        : null;

    private static Command Serve()
    {
        var command = new Command("serve", "Sert l’application (base déjà migrée). / Serves the application (database already migrated).")
        {
            Port,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                if (Settings(parsed, s => s.Port = parsed.GetValue(Port) ?? s.Port) is not { } settings)
                    return BadInput;
                await using var app = AppuiApplication.Build(settings);
                if (!await IsUpToDate(app, stop))
                    return 1;
                if (await StartChecks.Refuse(app, stop) is { } refused)
                    return refused;
                if (!await Start(app, settings, stop))
                    return 1;
                Console.WriteLine($"Appui : {settings.BaseUrl}");
                await app.WaitForShutdownAsync(stop);
                return 0;
            }
        );
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Met la base à jour. / Brings the database up to date.");
        command.SetAction(
            async (parsed, stop) =>
            {
                if (Settings(parsed) is not { } settings)
                    return BadInput;
                await using var app = AppuiApplication.Build(settings, Quiet);
                await StorageModule.Migrate(app.Services, stop);
                Console.WriteLine("Base à jour. / The database is up to date.");
                return 0;
            }
        );
        return command;
    }
}
