namespace Appui.Strategy.Planning;

/// <summary>
/// The problem that is left once the input is sorted (so that its order never matters), checked and presolved:
/// only actions that can be in a plan and serve a gain, everything by index.
/// </summary>
internal sealed record PlannerCase(
    int Months,
    long OwnEuros,
    long Room,
    long[] Capacity,
    CaseAction[] Actions,
    CaseLevel[] Levels,
    CaseScheme[] Schemes,
    int[][] SchemeSets,
    int[][] ActionSets,
    string[] Categories
)
{
    internal static readonly int Roles = Enum.GetValues<StaffRole>().Length;

    internal long Gain(bool[] chosen) => Levels.Where(level => level.Actions.Any(a => chosen[a])).Sum(level => level.Weight);

    internal IEnumerable<CaseLine> Lines(int category) =>
        Actions.SelectMany(action => action.Lines).Where(line => line.Category == category);
}

/// <summary>
/// An action that can be planned. <see cref="Gains"/>: it brings something itself (else it is there for those that need it); <see cref="Closure"/>: every
/// action it needs, directly or not; <see cref="Head"/>: first month it can start in.
/// </summary>
internal sealed record CaseAction(
    int Index,
    PlannerAction Source,
    bool Gains,
    int Months,
    long Euros,
    CaseLine[] Lines,
    int[] Requires,
    int[] Closure,
    int Head
)
{
    internal string Code => Source.Code;

    /// <summary>Half-days of a role in the k-th month of the action.</summary>
    internal long HalfDays(int role, int k)
    {
        long total = Source.HalfDays[role];
        return (total * (k + 1) / Months) - (total * k / Months);
    }
}

/// <summary>A cost line; <see cref="Category"/> is −1 when no scheme pays it.</summary>
internal sealed record CaseLine(int Action, string Code, int Category, int Euros);

/// <summary>A step of an item's value: worth <see cref="Weight"/> when one of the actions is done.</summary>
internal sealed record CaseLevel(long Weight, int[] Actions);

/// <summary>A scheme that can pay something; the ceiling is cut to what it could pay at most.</summary>
internal sealed record CaseScheme(string Code, int Rate, long Floor, long Ceiling, int[] Categories, bool DeMinimis)
{
    /// <summary>What the scheme may pay of a line of that amount.</summary>
    internal long Share(long euros) => Rate * euros / 100;
}
