using Appui.Diagnosis.Contract;
using Appui.Shared;
using Appui.Shared.Work;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Strategy;

/// <summary>From a diagnosis to a realistic, funded plan: from route to action.</summary>
public static class StrategyModule
{
    /// <summary>Registers what Strategy needs.</summary>
    public static IServiceCollection AddStrategy(this IServiceCollection services)
    {
        services.AddSingleton<ActionCatalogue>();
        services.AddSingleton(new ReferenceSource("actions", s => s.GetRequiredService<ActionCatalogue>()));
        services
            .AddScoped<MakePlan>()
            .AddScoped<ComputePlan>()
            .AddScoped<PlanQuestions>()
            .AddScoped<FindPlan>()
            .AddScoped<PlanDocuments>()
            .AddScoped<Contract.PlanReader>();
        services.AddSingleton(
            new NavEntry(20, null, () => StrategyTexts.Nav, "route", "/plan", Roles.Manager | Roles.Trainer, c => c.MayHavePlans)
        );
        services.AddSingleton(new ApiScope(StrategyApi.Scope, () => StrategyTexts.Scope_Plan));
        services.AddSingleton(WorkHandler.Of<PlanWork>(MakePlan.WorkKind, Compute));
        services.AddSingleton(new NextStep(Roles.Manager, NextSteps));
        services.AddSingleton(new DemoStory(20, "strategy", StrategyDemo.Tell));
        services.AddSingleton(StrategyKinds.PlanAsked);
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AddPageRoute("/Strategy/LimitsPage", "/essai/{link}/plan/limites");
            o.Conventions.AddPageRoute("/Strategy/PlanPage", "/essai/{link}/plan/{id:guid?}");
        });
        return services;
    }

    private static async Task<IReadOnlyList<NextStepItem>> NextSteps(IServiceProvider services, Actor actor, CancellationToken stop)
    {
        var prefix = services.GetRequiredService<CurrentActor>().Prefix;
        if (await services.GetRequiredService<FindPlan>().Run(null, stop) is { } plan)
        {
            var today = services.GetRequiredService<TimeProvider>().Today();
            return
            [
                .. (plan.Content?.Steps ?? [])
                    .Where(step => plan.Content!.Month(step.Start + step.Months) > today)
                    .Take(5)
                    .Select(step => new NextStepItem(
                        plan.Content!.Month(step.Start),
                        step.Title.ToString(),
                        step.FirstStep.ToString(),
                        StrategyTexts.Step_See,
                        $"{prefix}/plan",
                        50
                    )),
            ];
        }

        return await services.GetRequiredService<MaturityReader>().Find(null, stop) is { IsComplete: true }
            ?
            [
                new NextStepItem(
                    null,
                    StrategyTexts.Step_Make,
                    StrategyTexts.Step_Make_Detail,
                    StrategyTexts.Plan_None_Go,
                    $"{prefix}/plan/limites",
                    70
                ),
            ]
            : [];
    }

    private static async Task<Outcome> Compute(IServiceProvider services, PlanWork work, IWorkProgress progress, CancellationToken stop)
    {
        var actor = services.GetRequiredService<CurrentActor>().Actor;
        return (await services.GetRequiredService<ComputePlan>().Run(work.PlanId, actor, stop)).Is(out _, out var refusal)
            ? Outcome.Done
            : refusal;
    }
}
