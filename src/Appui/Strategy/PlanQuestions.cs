using Appui.Diagnosis.Contract;
using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Strategy.Planning;

namespace Appui.Strategy;

/// <summary>Everything one plan is computed from, as it stood on a day.</summary>
public sealed record PlanQuestion(
    MaturityState State,
    PlanLimits Limits,
    DateOnly FirstMonth,
    IReadOnlyList<FundingScheme> Open,
    PlannerInput Input
);

/// <summary>From where a provider stands to what the planner solves, and from its figures back to a plan in words.</summary>
public sealed class PlanQuestions(ActionCatalogue actions, SchemeCatalogue schemes, MaturityReader maturity, AppuiSettings settings)
{
    /// <summary>What a plan that was asked for is computed from; null when its diagnosis is gone. The actor's organisation must be the provider's.</summary>
    public async Task<PlanQuestion?> Ask(Plan plan, string? regionCode, CancellationToken stop) =>
        await maturity.Find(plan.DiagnosisId, stop) is { } state
            ? Ask(state, FindPlan.LimitsOf(plan), regionCode, DateOnly.FromDateTime(plan.CreatedAt), plan.FirstMonth)
            : null;

    /// <summary>Gathers what counts for a provider of a region on a day.</summary>
    public PlanQuestion Ask(MaturityState state, PlanLimits limits, string? regionCode, DateOnly day, DateOnly firstMonth)
    {
        var open = schemes.For(new SchemeAsker(state.Profile, regionCode, limits.Qualiopi, day, settings.Demo));
        return new PlanQuestion(state, limits, firstMonth, open, PlannerInputRules.Build(state, actions.All, open, limits));
    }

    /// <summary>The plan in words, with the scores it promises. The actor's organisation must be the provider's.</summary>
    public async Task<PlanContent> Answer(PlanQuestion question, PlannerResult result, CancellationToken stop)
    {
        var reached = PlanContentRules.ValuesAfter(question.State, actions.All, result);
        var after = await maturity.ScoresIf(question.State.DiagnosisId, reached, stop) ?? question.State.Scores;
        return PlanContentRules.Build(
            new PlanSources(question.State, after, actions, schemes, question.Open, question.Limits, question.FirstMonth, settings.Demo),
            question.Input,
            result
        );
    }
}
