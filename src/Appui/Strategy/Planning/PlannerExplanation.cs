namespace Appui.Strategy.Planning;

/// <summary>Why an action is not in the plan.</summary>
public enum LeftOutKind
{
    /// <summary>It brings nothing above today's values, or nothing above what the plan reaches (then <see cref="LeftOutAction.By"/> is a planned action that reaches as much).</summary>
    NoGain,

    /// <summary>It, or something it needs, excludes <see cref="LeftOutAction.By"/>.</summary>
    Excluded,

    /// <summary>It needs <see cref="LeftOutAction.By"/>, which cannot be had.</summary>
    MissingRequirement,

    /// <summary>Added to the plan, with the best payments, it would ask for more own money than is left (euros).</summary>
    OwnMoney,

    /// <summary>Added to the plan it would ask a role for more half-days than are left.</summary>
    StaffDays,

    /// <summary>Added to the plan it fits no calendar, or it is longer than the plan (months).</summary>
    Calendar,

    /// <summary>None of these: the plan is better without (only where the plan is not proven).</summary>
    Outweighed,
}

/// <summary>
/// An action left out and the figures behind the reason: what adding it (with all it needs and the plan lacks) would ask for, and what is left.
/// <see cref="PerMonth"/>: the half-days are those of its busiest month, more than the role has in any month; else they are totals over the plan.
/// <see cref="Gain"/>: what the plan would gain with it.
/// </summary>
public sealed record LeftOutAction(
    string Code,
    LeftOutKind Kind,
    string? By,
    long Need,
    long Left,
    StaffRole? Role = null,
    bool PerMonth = false,
    long Gain = 0
);

/// <summary>Says for each action that is not in a plan what stands in its way. Each claim is checked against the plan with that action added to it.</summary>
public static class PlannerExplanation
{
    private const double Effort = 2;

    /// <summary>One reason per action that is left out, by code. The input and the plan must belong together.</summary>
    public static IReadOnlyList<LeftOutAction> Explain(PlannerInput input, PlannerResult plan)
    {
        PlannerBounds.Check(input);
        var additions = new PlannerAdditions(input, plan, new PlannerSolver(Effort, default));
        var planned = plan.Actions.Select(action => action.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. input
                .Actions.Where(action => !planned.Contains(action.Code))
                .OrderBy(action => action.Code, StringComparer.Ordinal)
                .Select(additions.Explain),
        ];
    }
}
