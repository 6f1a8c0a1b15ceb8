using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>
/// When the chosen actions start. Builds calendars by hand first (often already the best there is), looks then for a proof that there is none, and asks
/// the solver for the rest.
/// </summary>
internal sealed class PlannerCalendar(PlannerCase problem, PlannerSolver solver)
{
    internal const double Soon = 1.5;
    private const double Tightening = 0.1;
    private readonly Dictionary<string, CalendarAnswer> settled = new(StringComparer.Ordinal);
    private readonly PlannerPacking packing = new(problem, solver);

    /// <summary>A calendar of these actions within the horizon; none found is <see cref="CalendarAnswer.Proven"/> when there is none.</summary>
    internal CalendarAnswer Fit(int[] set, int horizon, double effort = Soon)
    {
        var isRuledOut = PlannerEnergy.LeastEnd(problem, set) > horizon;
        if (!isRuledOut && PlannerHandCalendar.Best(problem, set, horizon) is { } byHand)
            return new(byHand, true);
        if (packing.Broken(set, horizon) is { } row)
            return new(null, true, row);
        return isRuledOut ? new(null, true) : Decide(set, horizon, effort);
    }

    /// <summary>The calendar that ends first, within the horizon: month after month, from the first one that is not ruled out by a bound.</summary>
    internal CalendarAnswer Earliest(int[] set, int horizon)
    {
        var byHand = PlannerHandCalendar.Best(problem, set, horizon);
        var limit = byHand is null ? horizon + 1 : End(byHand);
        var proven = true;
        for (var end = PlannerEnergy.LeastEnd(problem, set); end < limit; end++)
        {
            if (packing.Broken(set, end) is not null)
                continue;
            var answer = Decide(set, end, solver.Left / 2);
            if (answer.Starts is not null)
                return answer with { Proven = proven };
            proven &= answer.Proven;
        }

        return new(byHand, proven);
    }

    /// <summary>Among the calendars that end by <paramref name="horizon"/>, one whose starts are early in sum; begins with a known one.</summary>
    internal int[] Tighten(int[] set, int horizon, int[] known)
    {
        if (set.All(a => known[a] == problem.Actions[a].Head))
            return known;
        var cp = new CpModel();
        var calendar = new PlannerCalendarModel(cp, problem, set, horizon);
        cp.Minimize(calendar.SumOfStarts);
        calendar.Hint(known);
        var answer = solver.Run(cp, Tightening, SolverWay.Relaxing);
        return answer.Found ? calendar.Read(answer) : known;
    }

    internal int End(int[] starts) =>
        Enumerable
            .Range(0, starts.Length)
            .Where(a => starts[a] >= 0)
            .Select(a => starts[a] + problem.Actions[a].Months)
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Tries one way after the other: what is hopeless for the one is often a moment's work for the next.</summary>
    private CalendarAnswer Decide(int[] set, int horizon, double effort)
    {
        var question = $"{horizon}: {string.Join(' ', set)}";
        if (settled.TryGetValue(question, out var known))
            return known;
        var until = solver.Left - effort;
        var when = ByMonths(set, horizon, effort * 0.2);
        if (!when.Proven)
            when = ByIntervals(set, horizon, effort * 0.6, SolverWay.Propagating);
        if (!when.Proven)
            when = ByIntervals(set, horizon, solver.Left - until, SolverWay.EdgeFinding);
        if (when.Proven)
            settled[question] = when;
        return when;
    }

    private CalendarAnswer ByMonths(int[] set, int horizon, double effort)
    {
        var cp = new CpModel();
        var calendar = new PlannerMonthlyModel(cp, problem, set, horizon);
        var answer = solver.Run(cp, effort, SolverWay.Propagating);
        return new(answer.Found ? calendar.Read(answer) : null, answer.Proven);
    }

    private CalendarAnswer ByIntervals(int[] set, int horizon, double effort, SolverWay way)
    {
        var cp = new CpModel();
        var calendar = new PlannerCalendarModel(cp, problem, set, horizon);
        var answer = solver.Run(cp, effort, way);
        return new(answer.Found ? calendar.Read(answer) : null, answer.Proven);
    }
}

/// <summary>
/// Start months by action (−1: not chosen), or null; proven when it is the best, or when null is certain. The row is why there is none,
/// where it is known in so few words.
/// </summary>
internal sealed record CalendarAnswer(int[]? Starts, bool Proven, PackingRow? Row = null);
