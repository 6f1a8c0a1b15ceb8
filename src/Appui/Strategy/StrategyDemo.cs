using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Diagnosis.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Strategy.Demo;
using Appui.Strategy.Planning;
using Microsoft.EntityFrameworkCore;

namespace Appui.Strategy;

/// <summary>The plans of the demonstration, computed by the real planner from the diagnoses that are there.</summary>
public static class StrategyDemo
{
    private const int Together = 60;

    private sealed record Asked(DemoProvider Provider, DemoPlan Plan, PlanQuestion Question);

    /// <summary>Makes the plans of every provider that has none; changes nothing that is there.</summary>
    public static async Task Tell(IServiceProvider services, DemoOptions options, IProgress<string> progress, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var current = services.GetRequiredService<CurrentActor>();
        var questions = services.GetRequiredService<PlanQuestions>();
        var count = 0;
        foreach (var chunk in (await services.GetRequiredService<DemoCast>().Providers(stop)).Chunk(Together))
        {
            var asked = await Ask(services, chunk, new DemoPlans(options), stop);
            var results = new PlannerResult[asked.Count];
            // The longest first. The planner is pure and keeps no time: any number of them at once gives the same plans.
            var order = Enumerable.Range(0, asked.Count).OrderByDescending(i => asked[i].Plan.Effort.Effort);
            Parallel.ForEach(
                order,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop },
                i => results[i] = Planner.Solve(asked[i].Question.Input, asked[i].Plan.Effort, stop)
            );
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            for (var i = 0; i < asked.Count; i++)
            {
                current.Actor = asked[i].Provider.Actor;
                db.Plans.Add(Made(asked[i], await questions.Answer(asked[i].Question, results[i], stop)));
                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(stop);
            count += asked.Count;
            progress.Report(string.Format(StrategyTexts.Demo_Progress, count));
        }

        current.Actor = Actor.Nobody;
    }

    private static async Task<List<Asked>> Ask(IServiceProvider services, DemoProvider[] providers, DemoPlans plans, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var current = services.GetRequiredService<CurrentActor>();
        var maturity = services.GetRequiredService<MaturityReader>();
        var questions = services.GetRequiredService<PlanQuestions>();
        List<Asked> asked = [];
        foreach (var provider in providers)
        {
            current.Actor = provider.Actor;
            if (await db.Plans.AnyAsync(stop))
                continue;
            foreach (var plan in plans.Of(provider, await maturity.Rounds(stop)))
            {
                var state = (await maturity.Find(plan.DiagnosisId, stop))!;
                var day = DateOnly.FromDateTime(plan.AskedAt);
                asked.Add(new Asked(provider, plan, questions.Ask(state, plan.Limits, provider.RegionCode, day, plan.FirstMonth)));
            }

            db.ChangeTracker.Clear();
        }

        return asked;
    }

    private static Plan Made(Asked asked, PlanContent content) =>
        new()
        {
            Id = asked.Plan.Id,
            OrganisationId = asked.Provider.Id,
            DiagnosisId = asked.Plan.DiagnosisId,
            CreatedAt = asked.Plan.AskedAt,
            CreatedBy = asked.Provider.Manager,
            State = PlanState.Ready,
            Limits = JsonSerializer.Serialize(asked.Plan.Limits, PlanJson.Options),
            FirstMonth = asked.Plan.FirstMonth,
            Content = JsonSerializer.Serialize(content, PlanJson.Options),
            ReadyAt = asked.Plan.AskedAt.AddSeconds(1),
        };
}
