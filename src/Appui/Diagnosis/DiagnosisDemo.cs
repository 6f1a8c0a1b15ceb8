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
        var instruments = services.GetRequiredService<Instruments>();
        var rounds = new DemoRounds(habits, instruments, options);
        var count = 0;
        foreach (var chunk in (await services.GetRequiredService<DemoCast>().Providers(stop)).Chunk(Together))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            foreach (var provider in chunk)
            {
                current.Actor = provider.Actor;
                if (await db.Diagnoses.AnyAsync(stop))
                    continue;
                MaturityDiagnosis? newest = null;
                foreach (var (diagnosis, answers) in rounds.Of(provider))
                {
                    db.Diagnoses.Add(newest = diagnosis);
                    db.DiagnosisAnswers.AddRange(answers);
                    if (diagnosis.CompletedAt is not null)
                        db.DiagnosisScores.Add(rounds.ScoresOf(diagnosis, answers));
                    count++;
                }

                if (provider.Code == DemoProvider.Main && newest is not null)
                    Hear(db, newest, instruments, provider, new DemoDraw(options.Seed, "voices"));

                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(stop);
            progress.Report(string.Format(DiagnosisTexts.Demo_Progress, count));
        }

        current.Actor = Actor.Nobody;
    }

    private static void Hear(AppuiDb db, MaturityDiagnosis diagnosis, Instruments instruments, DemoProvider provider, DemoDraw draw)
    {
        var instrument = instruments.Exactly(diagnosis.InstrumentCode, diagnosis.InstrumentVersion);
        var (own, voices) = DemoVoices.Of(diagnosis, instrument, provider.Manager, draw);
        db.DiagnosisAnswers.AddRange(own);
        foreach (var voice in voices)
        {
            db.VoiceRounds.Add(voice.Round);
            db.VoiceCodes.AddRange(voice.Codes);
            db.VoiceReplies.AddRange(voice.Replies);
        }
    }
}
