using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Diagnosis.Demo;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis;

/// <summary>Eighteen months of diagnoses in the demonstration: none to four for each provider, some left unfinished, most of them better each time.</summary>
public static class DiagnosisDemo
{
    private const int Together = 100;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the rounds of every provider that has none; changes nothing that is there.</summary>
    public static async Task Tell(IServiceProvider services, DemoOptions options, IProgress<string> progress, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var current = services.GetRequiredService<CurrentActor>();
        var folder = services.GetRequiredService<AppuiSettings>().DataFolder;
        var habits = JsonSerializer.Deserialize<DemoHabits>(File.ReadAllBytes(Path.Combine(folder, "demo", "answers.json")), Options)!;
        var rounds = new DemoRounds(habits, services.GetRequiredService<Instruments>(), options);
        var count = 0;
        foreach (var chunk in (await services.GetRequiredService<DemoCast>().Providers(stop)).Chunk(Together))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            foreach (var provider in chunk)
            {
                current.Actor = provider.Actor;
                if (await db.Diagnoses.AnyAsync(stop))
                    continue;
                foreach (var (diagnosis, answers) in rounds.Of(provider))
                {
                    db.Diagnoses.Add(diagnosis);
                    db.DiagnosisAnswers.AddRange(answers);
                    count++;
                }

                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(stop);
            progress.Report(string.Format(DiagnosisTexts.Demo_Progress, count));
        }

        current.Actor = Actor.Nobody;
    }
}
