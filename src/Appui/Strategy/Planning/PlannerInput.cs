namespace Appui.Strategy.Planning;

/// <summary>Who gives the time an action asks for.</summary>
public enum StaffRole
{
    Management,
    Trainer,
    Support,
}

/// <summary>One cost of an action, already over the whole horizon, in whole euros. Plans hold on the high estimate.</summary>
public sealed record PlannerLine(string Code, string Category, int HighEuros, int LowEuros);

/// <summary>The value (0..1000 thousandths) that an item has once the action is done.</summary>
public sealed record PlannerReach(string Item, int ValueMilli);

/// <summary>Something the provider could do. <see cref="HalfDays"/> holds one total per <see cref="StaffRole"/>, spread over <see cref="Months"/> consecutive months.</summary>
public sealed record PlannerAction(
    string Code,
    IReadOnlyList<PlannerLine> Lines,
    IReadOnlyList<int> HalfDays,
    int Months,
    IReadOnlyList<string> Requires,
    IReadOnlyList<string> Excludes,
    IReadOnlyList<PlannerReach> Reaches
);

/// <summary>An item of the diagnosis: where it stands, and the thousandths of a dimension point (times priority) won when it goes from 0 to 1.</summary>
public sealed record PlannerItem(string Code, string Dimension, int Weight, int CurrentMilli, int PointsMilli);

/// <summary>Money from others and its rules. A grant is either absent or between floor and ceiling; at most one used scheme per exclusive set.</summary>
public sealed record PlannerScheme(
    string Code,
    int RatePercent,
    int FloorEuros,
    int CeilingEuros,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> ExclusiveSets,
    bool DeMinimis
);

/// <summary>Everything the planner looks at. <see cref="HalfDaysPerMonth"/> holds one capacity per <see cref="StaffRole"/>.</summary>
public sealed record PlannerInput(
    int OwnEuros,
    IReadOnlyList<int> HalfDaysPerMonth,
    int Months,
    int DeMinimisRoomEuros,
    IReadOnlyList<PlannerItem> Items,
    IReadOnlyList<PlannerAction> Actions,
    IReadOnlyList<PlannerScheme> Schemes
);

/// <summary>An action of the plan and the month (0-based) it starts in.</summary>
public sealed record PlannedAction(string Code, int StartMonth);

/// <summary>What one scheme pays of one cost line, in whole euros (never 0).</summary>
public sealed record Payment(string Action, string Line, string Scheme, int Euros);

/// <summary>
/// A plan. <see cref="Gain"/> is Σ points × (value after − value before), in millionths of a point; <see cref="Bound"/> is a gain no
/// plan exceeds (equal to the gain when the gain is proven); <see cref="Proven"/> says that no plan gains more, none of that gain costs less of one's own
/// money, and none of those ends earlier. <see cref="EndMonth"/> is the month after the last one worked, 0 when nothing is planned.
/// </summary>
public sealed record PlannerResult(
    IReadOnlyList<PlannedAction> Actions,
    IReadOnlyList<Payment> Payments,
    long Gain,
    int OwnEuros,
    int EndMonth,
    bool Proven,
    long Bound
);

/// <summary>
/// How hard to look. <see cref="Effort"/> is counted in the solver's deterministic seconds, never on a clock, so that the same input gives the
/// same plan on every machine, busy or not; a safety limit on a clock goes into the cancellation token, and then there is no plan at all.
/// </summary>
public sealed record PlannerLimits(double Effort)
{
    /// <summary>Enough to prove the size of a real catalogue (45 actions), some seconds at worst.</summary>
    public static PlannerLimits Usual { get; } = new(5);
}
