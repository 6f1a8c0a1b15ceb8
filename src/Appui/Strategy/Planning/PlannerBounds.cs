namespace Appui.Strategy.Planning;

/// <summary>
/// The last line of defence: an input that makes no sense, or whose sums could overflow, is a bug of the caller and throws
/// <see cref="ArgumentException"/> with a sentence that names the culprit. Pages refuse politely before.
/// </summary>
internal static class PlannerBounds
{
    internal const int MaxEuros = 10_000_000;
    internal const int MaxActions = 200;
    internal const int MaxMonths = 60;
    private const int MaxLinesPerAction = 20;
    private const int MaxItems = 500;
    private const int MaxSchemes = 60;
    private const int MaxPointsMilli = 100_000_000;
    private const int MaxNames = 500;
    private const double MaxEffort = 1000;
    private static readonly int Roles = Enum.GetValues<StaffRole>().Length;

    internal static void Check(PlannerLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (!(limits.Effort is >= 0 and <= MaxEffort))
            throw new ArgumentException($"The effort must be from 0 to {MaxEffort}, not {limits.Effort}.", nameof(limits));
    }

    internal static void Check(PlannerInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        InRange(input.OwnEuros, 0, MaxEuros, "The own money");
        InRange(input.DeMinimisRoomEuros, 0, int.MaxValue, "The de minimis room");
        InRange(input.Months, 1, MaxMonths, "The number of months");
        PerRole(input.HalfDaysPerMonth, "The half-days per month");
        Count(input.Actions, MaxActions, "actions");
        Count(input.Items, MaxItems, "items");
        Count(input.Schemes, MaxSchemes, "schemes");
        Unique(input.Items.Select(item => item.Code), "item");
        Unique(input.Actions.Select(action => action.Code), "action");
        Unique(input.Schemes.Select(scheme => scheme.Code), "scheme");
        var items = input.Items.Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var item in input.Items)
            Check(item);
        foreach (var action in input.Actions)
            Check(action, items);
        foreach (var scheme in input.Schemes)
            Check(scheme);
    }

    private static void Check(PlannerItem item)
    {
        InRange(item.CurrentMilli, 0, 1000, $"The current value of item '{item.Code}'");
        InRange(item.PointsMilli, 0, MaxPointsMilli, $"The points of item '{item.Code}'");
    }

    private static void Check(PlannerAction action, HashSet<string> items)
    {
        InRange(action.Months, 1, 600, $"The months of action '{action.Code}'");
        PerRole(action.HalfDays, $"The half-days of action '{action.Code}'");
        Count(action.Lines, MaxLinesPerAction, $"cost lines of action '{action.Code}'");
        Count(action.Requires, MaxNames, $"requirements of action '{action.Code}'");
        Count(action.Excludes, MaxNames, $"exclusions of action '{action.Code}'");
        Count(action.Reaches, MaxNames, $"items that action '{action.Code}' reaches");
        Unique(action.Lines.Select(line => line.Code), $"cost line of action '{action.Code}'");
        foreach (var line in action.Lines)
        {
            InRange(line.HighEuros, 0, MaxEuros, $"The high estimate of line '{line.Code}' of action '{action.Code}'");
            InRange(line.LowEuros, 0, line.HighEuros, $"The low estimate of line '{line.Code}' of action '{action.Code}'");
        }

        foreach (var reach in action.Reaches)
        {
            InRange(reach.ValueMilli, 0, 1000, $"The value that action '{action.Code}' reaches on item '{reach.Item}'");
            if (!items.Contains(reach.Item))
                throw new ArgumentException($"Action '{action.Code}' reaches the unknown item '{reach.Item}'.", nameof(action));
        }
    }

    private static void Check(PlannerScheme scheme)
    {
        InRange(scheme.RatePercent, 0, 100, $"The rate of scheme '{scheme.Code}'");
        InRange(scheme.FloorEuros, 0, int.MaxValue, $"The floor of scheme '{scheme.Code}'");
        InRange(scheme.CeilingEuros, 0, int.MaxValue, $"The ceiling of scheme '{scheme.Code}'");
        Count(scheme.Categories, MaxNames, $"categories of scheme '{scheme.Code}'");
        Count(scheme.ExclusiveSets, MaxNames, $"exclusive sets of scheme '{scheme.Code}'");
    }

    private static void Count<T>(IReadOnlyList<T> list, int most, string what)
    {
        if (list is null || list.Any(entry => entry is null))
            throw new ArgumentException($"The list of {what} is missing, or one of its entries is.", nameof(list));
        InRange(list.Count, 0, most, $"The number of {what}");
    }

    private static void PerRole(IReadOnlyList<int> values, string what)
    {
        if (values?.Count != Roles)
            throw new ArgumentException($"{what} must hold one number per role ({Roles}), not {values?.Count}.", nameof(values));
        foreach (var value in values)
            InRange(value, 0, int.MaxValue, what);
    }

    private static void InRange(int value, int low, int high, string what)
    {
        if (value < low || value > high)
            throw new ArgumentException($"{what} must be from {low} to {high}, not {value}.", nameof(value));
    }

    private static void Unique(IEnumerable<string> codes, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            if (string.IsNullOrWhiteSpace(code))
                throw new ArgumentException($"The code of a {what} is empty.", nameof(codes));
            if (!seen.Add(code))
                throw new ArgumentException($"The code '{code}' is given to more than one {what}.", nameof(codes));
        }
    }
}
