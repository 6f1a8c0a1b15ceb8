using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Strategy.Planning;
using Microsoft.EntityFrameworkCore;

namespace Appui.Strategy;

/// <summary>Computes a plan asked for by <see cref="MakePlan"/>: gathers what the planner needs, solves, explains, keeps.</summary>
public sealed class ComputePlan(AppuiDb db, OrganisationDirectory organisations, PlanQuestions questions, TimeProvider clock)
{
    // How hard to look is counted, not timed, so that a busy machine gives the same plan later. This only ends what will never end.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

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
            await organisations.Find(actor.OrganisationId, stop) is not { } organisation
            || await questions.Ask(plan, organisation.RegionCode, stop) is not { } question
        )
            return StrategyRefusals.NoDiagnosis;
        if (Solve(question, stop) is not { } result)
            return StrategyRefusals.TooLong;

        var content = await questions.Answer(question, result, stop);
        plan.Content = JsonSerializer.Serialize(content, PlanJson.Options);
        plan.State = PlanState.Ready;
        plan.ReadyAt = clock.Now();
        await db.SaveChangesAsync(stop);
        return plan;
    }

    /// <summary>The result, or null when it took too long: never a lesser one.</summary>
    private PlannerResult? Solve(PlanQuestion question, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            return Planner.Solve(question.Input, PlannerLimits.Usual, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
