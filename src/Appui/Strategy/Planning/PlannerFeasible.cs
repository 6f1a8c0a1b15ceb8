namespace Appui.Strategy.Planning;

/// <summary>Which actions can be in a plan at all, each with everything it needs.</summary>
internal static class PlannerFeasible
{
    internal static Dictionary<PlannerAction, HashSet<PlannerAction>> Possible(
        PlannerInput input,
        PlannerAction[] all,
        PlannerScheme[] schemes
    )
    {
        var byCode = all.ToDictionary(action => action.Code, StringComparer.Ordinal);
        var closures = new Dictionary<PlannerAction, HashSet<PlannerAction>?>(ReferenceEqualityComparer.Instance);
        var lengths = new Dictionary<PlannerAction, long>(ReferenceEqualityComparer.Instance);
        var result = new Dictionary<PlannerAction, HashSet<PlannerAction>>(ReferenceEqualityComparer.Instance);
        foreach (var action in all)
        {
            if (Closure(action) is { } closure && Fits(input, [.. closure, action], schemes) && Length(action) <= input.Months)
                result[action] = closure;
        }

        return result;

        // null: missing or circular requirement. An action being visited has a null entry, which is what makes a circle impossible.
        HashSet<PlannerAction>? Closure(PlannerAction action)
        {
            if (closures.TryGetValue(action, out var known))
                return known;
            closures[action] = null;
            var closure = new HashSet<PlannerAction>(ReferenceEqualityComparer.Instance);
            foreach (var code in action.Requires)
            {
                if (!byCode.TryGetValue(code, out var required) || Closure(required) is not { } more)
                    return null;
                closure.Add(required);
                closure.UnionWith(more);
            }

            return closures[action] = closure;
        }

        long Length(PlannerAction action) =>
            lengths.TryGetValue(action, out var known)
                ? known
                : lengths[action] = action.Months + action.Requires.Select(code => Length(byCode[code])).DefaultIfEmpty(0).Max();
    }

    private static bool Fits(PlannerInput input, List<PlannerAction> actions, PlannerScheme[] schemes) =>
        !PlannerConflicts.Clash(actions) && FitsStaff(input, actions) && LeastOwn(actions, schemes) <= input.OwnEuros;

    private static bool FitsStaff(PlannerInput input, List<PlannerAction> actions)
    {
        for (var role = 0; role < PlannerCase.Roles; role++)
        {
            long capacity = input.HalfDaysPerMonth[role];
            if (actions.Sum(action => (long)action.HalfDays[role]) > capacity * input.Months)
                return false;
            if (actions.Any(action => (action.HalfDays[role] + (long)action.Months - 1) / action.Months > capacity))
                return false;
        }

        return true;
    }

    /// <summary>A sum of own money that no payments can beat: every scheme pays its rate of every line, floors and ceilings forgotten.</summary>
    private static long LeastOwn(List<PlannerAction> actions, PlannerScheme[] schemes) =>
        actions
            .SelectMany(action => action.Lines)
            .Sum(line =>
                Math.Max(
                    0L,
                    line.HighEuros
                        - schemes
                            .Where(scheme => scheme.Categories.Contains(line.Category, StringComparer.Ordinal))
                            .Sum(scheme => (long)scheme.RatePercent * line.HighEuros / 100)
                )
            );
}
