using Appui.Diagnosis.Contract;
using Appui.Schemes.Contract;
using Appui.Strategy.Planning;

namespace Appui.Strategy;

/// <summary>From a diagnosis, the catalogues and the limits to what the planner solves. Pure.</summary>
public static class PlannerInputRules
{
    /// <summary>Builds the planner's input.</summary>
    /// <param name="state">Where the provider stands.</param>
    /// <param name="actions">Every action of the catalogue.</param>
    /// <param name="schemes">The schemes that concern the provider.</param>
    /// <param name="limits">Checked limits.</param>
    public static PlannerInput Build(
        MaturityState state,
        IReadOnlyList<StrategyAction> actions,
        IReadOnlyList<FundingScheme> schemes,
        PlanLimits limits
    )
    {
        List<PlannerItem> items = [.. Items(state, limits)];
        var known = items.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        return new PlannerInput(
            limits.OwnEuros,
            [limits.ManagementHalfDays, limits.TrainerHalfDays, limits.SupportHalfDays],
            limits.Months,
            Math.Max(0, SchemeRules.DeMinimisCeilingEuros - limits.DeMinimisReceivedEuros),
            items,
            [
                .. actions
                    .Where(a => a.Profiles is null || a.Profiles.Contains(state.Profile, StringComparer.Ordinal))
                    .Select(a => Action(a, actions, state, known, limits.Months)),
            ],
            [
                .. schemes.Select(s => new PlannerScheme(
                    s.Code,
                    s.RatePercent,
                    s.FloorEuros,
                    s.CeilingEuros,
                    s.Categories,
                    s.ExclusiveSets,
                    s.DeMinimis
                )),
            ]
        );
    }

    /// <summary>Years that a running cost is counted for: every started year of the plan, on the careful side.</summary>
    public static int YearsOf(int months) => (months + 11) / 12;

    // Only answered items can gain: nothing is promised on what is not known, nor where face to face was chosen.
    private static IEnumerable<PlannerItem> Items(MaturityState state, PlanLimits limits)
    {
        var weights = state
            .Items.Where(i => i.Value is not null)
            .GroupBy(i => i.Dimension, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(i => i.Weight), StringComparer.Ordinal);
        foreach (var item in state.Items)
        {
            if (item.Value is not { } value)
                continue;
            var priority = limits.Priorities.TryGetValue(item.Dimension, out var p) ? p : LimitsRules.DefaultPriority(item.Dimension);
            yield return new PlannerItem(
                item.Code,
                item.Dimension,
                item.Weight,
                (int)Math.Round(value * 1000),
                100_000 * item.Weight * priority / weights[item.Dimension]
            );
        }
    }

    // What is required and already reached needs no doing: a provider that has a platform need not choose one.
    private static bool IsReached(StrategyAction action, MaturityState state) =>
        action.Reaches.All(r => state.Items.FirstOrDefault(i => i.Code == r.Item) is { Value: { } value } && value >= r.Value);

    private static PlannerAction Action(
        StrategyAction action,
        IReadOnlyList<StrategyAction> all,
        MaturityState state,
        HashSet<string> known,
        int months
    ) =>
        new(
            action.Code,
            [
                .. action.Costs.Select(c =>
                    c.IsYearly
                        ? new PlannerLine(c.Code, c.Category, c.HighEuros * YearsOf(months), c.LowEuros * YearsOf(months))
                        : new PlannerLine(c.Code, c.Category, c.HighEuros, c.LowEuros)
                ),
            ],
            [action.StaffHalfDays.Management, action.StaffHalfDays.Trainer, action.StaffHalfDays.Support],
            action.Months,
            [.. action.Requires.Where(code => !IsReached(all.First(a => a.Code == code), state))],
            action.Excludes,
            [.. action.Reaches.Where(r => known.Contains(r.Item)).Select(r => new PlannerReach(r.Item, (int)Math.Round(r.Value * 1000)))]
        );
}
