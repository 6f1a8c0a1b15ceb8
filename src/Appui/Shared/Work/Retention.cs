using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Work;

/// <summary>Every night, each <see cref="RetentionRule"/> forgets what has been kept for long enough.</summary>
public static partial class Retention
{
    /// <summary>Kind of the nightly work.</summary>
    public const string Kind = "retention";

    /// <summary>Finished work is forgotten after a week, failed work after three months.</summary>
    public static readonly RetentionRule FinishedWork = new(
        "finished work",
        TimeSpan.FromDays(7),
        "own choice: enough to follow up an incident",
        (services, before, stop) =>
            services.GetRequiredService<AppuiDb>().Work.Where(w => w.State == WorkState.Done && w.EndedAt < before).ExecuteDeleteAsync(stop)
    );

    /// <summary>Failed work is kept longer, to be looked at.</summary>
    public static readonly RetentionRule FailedWork = new(
        "failed work",
        TimeSpan.FromDays(90),
        "own choice: enough to follow up an incident",
        (services, before, stop) =>
            services
                .GetRequiredService<AppuiDb>()
                .Work.Where(w => w.State == WorkState.Failed && w.EndedAt < before)
                .ExecuteDeleteAsync(stop)
    );

    internal static async Task<Outcome> Run(IServiceProvider services, IWorkProgress progress, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().Now();
        var log = services.GetRequiredService<ILogger<Worker>>();
        var rules = services.GetServices<RetentionRule>().ToList();
        for (var i = 0; i < rules.Count; i++)
        {
            await progress.Report(100 * i / rules.Count, rules[i].Class, stop);
            var collected = await rules[i].Collect(services, now - rules[i].KeptFor, stop);
            if (collected > 0)
                Forgot(log, collected, rules[i].Class);
        }

        return Outcome.Done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Count} of {Class} forgotten")]
    private static partial void Forgot(ILogger log, int count, string @class);
}
