namespace Appui.Strategy.Planning;

/// <summary>Tries to add one action, with what it needs, to a plan whose actions stay (their months and payments may change).</summary>
internal sealed class PlannerAdditions
{
    private const double CalendarEffort = 0.5;
    private readonly PlannerInput input;
    private readonly PlannerResult plan;
    private readonly PlannerSolver solver;
    private readonly Dictionary<string, PlannerAction> actions;
    private readonly List<PlannerAction> planned;
    private readonly HashSet<string> complete = new(StringComparer.Ordinal);

    internal PlannerAdditions(PlannerInput input, PlannerResult plan, PlannerSolver solver)
    {
        (this.input, this.plan, this.solver) = (input, plan, solver);
        actions = input.Actions.ToDictionary(action => action.Code, StringComparer.Ordinal);
        planned = [.. plan.Actions.Select(action => actions[action.Code])];
    }

    internal LeftOutAction Explain(PlannerAction action)
    {
        if (Missing(action, []) is { } missing)
            return new(action.Code, LeftOutKind.MissingRequirement, missing, 0, 0);
        if (PlannerGains.Gaining(input, [action]).Count == 0)
            return new(action.Code, LeftOutKind.NoGain, null, 0, 0);
        List<PlannerAction> added = [.. Closure(action).Where(a => !planned.Contains(a))];
        if (Clash(added) is { } clash)
            return new(action.Code, LeftOutKind.Excluded, clash, 0, 0);
        List<PlannerAction> all = [.. planned, .. added];
        var gain = PlannerGains.Total(input, all) - plan.Gain;
        if (gain == 0)
            return new(action.Code, LeftOutKind.NoGain, Covering(action), 0, 0);
        return (
            TooLong(action)
            ?? TooDear(action, all)
            ?? TooMuchWork(action, added)
            ?? NoCalendar(action, all)
            ?? new(action.Code, LeftOutKind.Outweighed, null, 0, 0)
        ) with
        {
            Gain = gain,
        };
    }

    private LeftOutAction? TooLong(PlannerAction action)
    {
        var months = Length(action, []);
        return months <= input.Months ? null : new(action.Code, LeftOutKind.Calendar, null, months, input.Months);
    }

    private LeftOutAction? TooDear(PlannerAction action, List<PlannerAction> all)
    {
        var problem = Relaxed(all);
        var own = PlannerLeastOwn.Find(problem, solver) ?? plan.OwnEuros;
        return own <= input.OwnEuros
            ? null
            : new(action.Code, LeftOutKind.OwnMoney, null, own - plan.OwnEuros, input.OwnEuros - plan.OwnEuros);
    }

    private LeftOutAction? TooMuchWork(PlannerAction action, List<PlannerAction> added)
    {
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            long capacity = input.HalfDaysPerMonth[(int)role];
            var peak = added.Max(a => (a.HalfDays[(int)role] + (long)a.Months - 1) / a.Months);
            if (peak > capacity)
                return new(action.Code, LeftOutKind.StaffDays, null, peak, capacity, role, true);
            var need = added.Sum(a => (long)a.HalfDays[(int)role]);
            var left = (capacity * input.Months) - planned.Sum(a => (long)a.HalfDays[(int)role]);
            if (need > left)
                return new(action.Code, LeftOutKind.StaffDays, null, need, left, role);
        }

        return null;
    }

    private LeftOutAction? NoCalendar(PlannerAction action, List<PlannerAction> all)
    {
        var problem = Relaxed(all) with { Capacity = [.. input.HalfDaysPerMonth.Select(h => (long)h)] };
        var when = new PlannerCalendar(problem, solver).Fit([.. problem.Actions.Select(a => a.Index)], input.Months, CalendarEffort);
        return when.Starts is null && when.Proven ? new(action.Code, LeftOutKind.Calendar, null, Length(action, []), input.Months) : null;
    }

    /// <summary>The case of exactly these actions, with limits so wide that presolve drops none of them.</summary>
    private PlannerCase Relaxed(List<PlannerAction> all) =>
        PlannerPresolve.Run(
            input with
            {
                Actions = all,
                OwnEuros = int.MaxValue,
                HalfDaysPerMonth = [.. input.HalfDaysPerMonth.Select(_ => int.MaxValue)],
                Months = 1_000_000,
            }
        );

    /// <summary>A requirement that the input does not hold or that turns in a circle; null when all can be had.</summary>
    private string? Missing(PlannerAction action, HashSet<string> above)
    {
        if (complete.Contains(action.Code))
            return null;
        if (!above.Add(action.Code))
            return action.Code;
        foreach (var code in action.Requires.Order(StringComparer.Ordinal))
        {
            var missing = actions.TryGetValue(code, out var required) ? Missing(required, above) : code;
            if (missing is not null)
                return missing;
        }

        above.Remove(action.Code);
        complete.Add(action.Code);
        return null;
    }

    private HashSet<PlannerAction> Closure(PlannerAction action)
    {
        var closure = new HashSet<PlannerAction>(ReferenceEqualityComparer.Instance) { action };
        var waiting = new Queue<PlannerAction>([action]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var code in next.Requires)
                if (closure.Add(actions[code]))
                    waiting.Enqueue(actions[code]);
        }

        return closure;
    }

    /// <summary>Someone that an added action excludes: a planned action first, else one of those added.</summary>
    private string? Clash(List<PlannerAction> added) =>
        planned
            .Concat(added)
            .FirstOrDefault(other =>
                added.Exists(a =>
                    a.Code != other.Code
                    && (a.Excludes.Contains(other.Code, StringComparer.Ordinal) || other.Excludes.Contains(a.Code, StringComparer.Ordinal))
                )
            )
            ?.Code;

    /// <summary>A planned action that reaches as much on an item that this one would lift.</summary>
    private string? Covering(PlannerAction action)
    {
        var lifted = action
            .Reaches.Where(reach => input.Items.Any(i => i.Code == reach.Item && i.PointsMilli > 0 && i.CurrentMilli < reach.ValueMilli))
            .ToList();
        return planned
            .Find(other => other.Reaches.Any(r => lifted.Exists(mine => mine.Item == r.Item && mine.ValueMilli <= r.ValueMilli)))
            ?.Code;
    }

    private long Length(PlannerAction action, Dictionary<string, long> known)
    {
        if (known.TryGetValue(action.Code, out var length))
            return length;
        return known[action.Code] = action.Months + action.Requires.Select(code => Length(actions[code], known)).DefaultIfEmpty(0).Max();
    }
}
