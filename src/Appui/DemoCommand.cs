using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;
using Appui.Accounts;
using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui;

/// <summary>The demonstration: one command from nothing to a believable small region on screen.</summary>
public static class DemoCommand
{
    private const int DefaultSeed = 20261124;

    private static readonly (string Name, string French, string English)[] People =
    [
        ("manager", "responsable d’un organisme", "manager of a provider"),
        ("trainer", "formateur", "trainer"),
        ("trainee", "stagiaire", "trainee"),
        ("officer", "instructeur de la Région", "grants officer"),
        ("adviser", "conseiller de l’Opco", "adviser of a skills operator"),
        ("analyst", "chargé d’études du Carif-Oref", "analyst"),
        ("publisher", "éditeur de contenus", "publisher"),
        ("expert", "expert", "expert"),
        ("admin", "hébergeur de la plateforme", "administrator"),
    ];

    private static readonly Option<bool> Reset = new("--reset") { Description = "Recommence à zéro. / Starts over." };
    private static readonly Option<bool> Lan = new("--lan")
    {
        Description = "Sert aussi le réseau local (téléphone). / Serves the local network too.",
    };
    private static readonly Option<string?> Today = new("--today")
    {
        Description = "Jour de la démonstration, 2026-11-24. / Day the demonstration is set on.",
    };
    private static readonly Option<int> Scale = new("--scale")
    {
        Description = "Multiplie les organismes. / Multiplies the providers.",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Graine des tirages. / Seed of the draws.",
        DefaultValueFactory = _ => DefaultSeed,
    };

    /// <summary>The command and its options.</summary>
    public static Command Build()
    {
        var command = new Command(
            "demo",
            "Démonstration : base embarquée, données inventées. / Demonstration: embedded database, invented data."
        )
        {
            Commands.Port,
            Reset,
            Lan,
            Today,
            Scale,
            Seed,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        if (ReadToday(parsed) is not { } asked || parsed.GetValue(Scale) is < 1 or > 1000)
        {
            await Console.Error.WriteLineAsync(
                "--today attend une date comme 2026-11-24, --scale un nombre de 1 à 1000. / --today wants a date, --scale 1 to 1000."
            );
            return Commands.BadInput;
        }

        var settings = Commands.Settings(
            parsed,
            s =>
            {
                s.Demo = true;
                s.Port = parsed.GetValue(Commands.Port) ?? s.Port;
                s.Lan |= parsed.GetValue(Lan);
            }
        );
        if (settings is null)
            return Commands.BadInput;
        var wanted = new DemoState(asked.Day, parsed.GetValue(Seed), parsed.GetValue(Scale), Told: false);
        if (DemoState.Prepare(settings, wanted, parsed.GetValue(Reset)) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return Commands.BadInput;
        }

        var state = DemoState.Read(settings) ?? wanted;
        settings.Today = state.Today;
        await using var app = AppuiApplication.Build(settings, Commands.Quiet);
        Console.WriteLine("Base de données… / Database…");
        try
        {
            await StorageModule.Migrate(app.Services, stop);
        }
        catch (DbException error) when (StorageFailures.Of(error) is null)
        {
            await Console.Error.WriteLineAsync(
                "Cette démonstration vient d’une autre version d’Appui : ajoutez --reset. / Made by another version of Appui: add --reset."
            );
            return Commands.BadInput;
        }

        if (await StartChecks.Refuse(app, stop) is { } refused)
            return refused;
        if (!state.Told)
            await Tell(app.Services, settings, state, stop);
        if (!await Commands.Start(app, settings, stop))
            return 1;
        Welcome(settings);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static async Task Tell(IServiceProvider services, AppuiSettings settings, DemoState state, CancellationToken stop)
    {
        var options = new DemoOptions(services.GetRequiredService<TimeProvider>().Today(), state.Seed, state.Scale);
        var progress = new Lines();
        foreach (var story in services.GetServices<DemoStory>().OrderBy(s => s.Order))
        {
            Console.WriteLine($"  {story.Name}…");
            await using var scope = services.CreateAsyncScope();
            await story.Tell(scope.ServiceProvider, options, progress, stop);
        }

        (state with { Told = true }).Write(settings);
    }

    private static void Welcome(AppuiSettings settings)
    {
        Console.WriteLine();
        Console.WriteLine($"Appui est prêt : {settings.BaseUrl}   (Ctrl+C pour arrêter / to stop)");
        Console.WriteLine();
        Console.WriteLine($"Comptes, mot de passe {AccountsDemo.Password} / accounts, password {AccountsDemo.Password}:");
        foreach (var (name, french, english) in People)
            Console.WriteLine($"  {$"{name}@demo.example", -24} {french} / {english}");
        if (!settings.Lan)
            return;
        Console.WriteLine();
        Console.WriteLine("Sur le réseau local / on the local network:");
        foreach (var address in LocalAddresses())
            Console.WriteLine($"  http://{address}:{settings.Port}");
        Console.WriteLine(
            """
              N’y marchent pas : connexion chiffrée (mots de passe et cookies circulent en clair), clés d’accès, contenus isolés, hors ligne.
              Don’t work there: encryption (passwords and cookies travel in clear), passkeys, isolated content, offline use.
            """
        );
    }

    private static IEnumerable<string> LocalAddresses() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork)
            .Select(a => a.Address.ToString());

    private static Asked? ReadToday(ParseResult parsed) =>
        parsed.GetValue(Today) is not { } text ? new Asked(null)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Asked(day)
        : null;

    private sealed record Asked(DateOnly? Day);

    // Progress<T> would hand the lines to the thread pool, in any order.
    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine($"    · {value}");
    }
}

/// <summary>What the demonstration in a folder was told with: kept beside its database, and the proof that the folder may be emptied.</summary>
/// <param name="Today">Day it is set on, or null for the real day.</param>
/// <param name="Seed">Seed of the draws.</param>
/// <param name="Scale">Multiplier of providers.</param>
/// <param name="Told">False while it is being told; a start after an interruption tells the rest.</param>
public sealed record DemoState(DateOnly? Today, int Seed, int Scale, bool Told)
{
    private static string PathIn(AppuiSettings settings) => Path.Combine(settings.Dir, "demo.json");

    /// <summary>The state in the folder, or null.</summary>
    public static DemoState? Read(AppuiSettings settings) =>
        File.Exists(PathIn(settings)) ? JsonSerializer.Deserialize<DemoState>(File.ReadAllText(PathIn(settings))) : null;

    /// <summary>Keeps the state in the folder.</summary>
    public void Write(AppuiSettings settings)
    {
        Directory.CreateDirectory(settings.Dir);
        File.WriteAllText(PathIn(settings), JsonSerializer.Serialize(this));
    }

    /// <summary>Makes the folder ready, or says why it cannot be.</summary>
    public static string? Prepare(AppuiSettings settings, DemoState wanted, bool reset)
    {
        var state = Read(settings);
        if (state is null && Directory.Exists(settings.Dir) && Directory.EnumerateFileSystemEntries(settings.Dir).Any())
            return $"« {settings.Dir} » contient autre chose qu’une démonstration : choisissez un autre dossier avec --dir. / The folder holds something else than a demonstration.";
        if (reset && settings.Postgres.Length > 0)
            return "--reset ne vide que la base embarquée : videz vous-même la base PostgreSQL. / --reset empties the embedded database only.";
        if (reset && state is not null)
        {
            Directory.Delete(settings.Dir, recursive: true);
            state = null;
        }

        if (state is null)
            wanted.Write(settings);
        else if (wanted.Today is { } today && today != state.Today || wanted.Scale != state.Scale && wanted.Scale != 1)
            return "Cette démonstration a été préparée pour un autre jour ou une autre taille : ajoutez --reset. / Prepared for another day or scale: add --reset.";
        return null;
    }
}
