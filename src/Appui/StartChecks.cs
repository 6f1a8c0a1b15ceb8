using Appui.Shared;
using Appui.Shared.Reference;
using Appui.Shared.Storage;

namespace Appui;

/// <summary>What must be true before anybody is served: promises of the database, reference data without a fault.</summary>
public static class StartChecks
{
    /// <summary>What is wrong, a sentence each; empty when the instance may start. The database must exist.</summary>
    public static async Task<IReadOnlyList<string>> Run(WebApplication app, CancellationToken stop)
    {
        List<string> problems = [.. References(app.Services)];
        await using var scope = app.Services.CreateAsyncScope();
        if (await Durability.Problem(scope.ServiceProvider.GetRequiredService<AppuiDb>(), stop) is { } weak)
            problems.Add(weak);
        return problems;
    }

    /// <summary>Tells what is wrong and gives the exit code; null when all is well.</summary>
    public static async Task<int?> Refuse(WebApplication app, CancellationToken stop)
    {
        var problems = await Run(app, stop);
        if (problems.Count == 0)
            return null;
        await Console.Error.WriteLineAsync("Rien n’a démarré. / Nothing was started.");
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync($"  – {problem}");
        return Commands.BadInput;
    }

    private static IEnumerable<string> References(IServiceProvider services)
    {
        foreach (var source in services.GetServices<ReferenceSource>())
        {
            IEnumerable<string> faults;
            try
            {
                source.Read(services);
                faults = [];
            }
            catch (ReferenceException faulty)
            {
                faults = faulty.Problems.Select(p => p.ToString());
            }
            catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                var folder = services.GetRequiredService<AppuiSettings>().DataFolder;
                faults =
                [
                    $"Données de référence « {source.Name} » introuvables ou illisibles dans « {folder} ». / Reference data missing or unreadable: {missing.Message}",
                ];
            }

            foreach (var fault in faults)
                yield return fault;
        }
    }
}
