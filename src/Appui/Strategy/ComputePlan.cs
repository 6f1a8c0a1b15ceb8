using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Diagnosis.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Strategy.Planning;
using Microsoft.EntityFrameworkCore;

namespace Appui.Strategy;

/// <summary>Computes a plan asked for by <see cref="MakePlan"/>: gathers what the planner needs, solves, explains, keeps.</summary>
public sealed class ComputePlan(
    AppuiDb db,
    MaturityReader maturity,
    OrganisationDirectory organisations,
    PlanQuestions questions,
    TimeProvider clock
)
{
    /// <summary>Longest computation on a clock; what was found by then is kept and said not to be proven.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Computes the plan of the actor's organisation. Running it again gives the same plan. When it cannot be computed the plan says so, so that nobody
    /// waits for it; a later attempt may still make it ready.
    /// </summary>
    public async Task<Outcome<Plan>> Run(Guid planId, Actor actor, CancellationToken stop)
    {
        if (await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop) is not { } plan)
            return StrategyRefusals.NoPlan;
        if (plan.State == PlanState.Ready)
            return plan;
        try
        {
            var outcome = await Compute(plan, actor, stop);
            if (!outcome.Is(out _, out _))
                await Fail(planId, stop);
            return outcome;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            await Fail(planId, stop);
            throw;
        }
    }

    private Task<int> Fail(Guid planId, CancellationToken stop) =>
        db
            .Plans.Where(p => p.Id == planId && p.State == PlanState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PlanState.Failed), stop);

    private async Task<Outcome<Plan>> Compute(Plan plan, Actor actor, CancellationToken stop)
    {
        if (
            await maturity.Find(plan.DiagnosisId, stop) is not { } state
            || await organisations.Find(actor.OrganisationId, stop) is not { } organisation
        )
            return StrategyRefusals.NoDiagnosis;

        var question = questions.Ask(
            state,
            FindPlan.LimitsOf(plan),
            organisation.RegionCode,
            DateOnly.FromDateTime(plan.CreatedAt),
            plan.FirstMonth
        );
        using var clocked = CancellationTokenSource.CreateLinkedTokenSource(stop);
        clocked.CancelAfter(Longest);
        var result = Planner.Solve(question.Input, PlannerLimits.Usual, clocked.Token);
        stop.ThrowIfCancellationRequested();

        var content = await questions.Answer(question, result, stop);
        plan.Content = JsonSerializer.Serialize(content, PlanJson.Options);
        plan.State = PlanState.Ready;
        plan.ReadyAt = clock.Now();
        await db.SaveChangesAsync(stop);
        return plan;
    }
}
