using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>When the chosen actions start. Builds calendars by hand first (often already the best there is), asks the solver for the rest.</summary>
internal sealed class PlannerCalendar(PlannerCase problem, PlannerSolver solver)
{
    private const double Effort = 0.4;

    /// <summary>A calendar of these actions within the horizon; none found is <see cref="CalendarAnswer.Proven"/> when there is none.</summary>
    internal CalendarAnswer Fit(int[] set, int horizon)
    {
        if (PlannerEnergy.LeastEnd(problem, set) > horizon)
            return new(null, true);
        return PlannerHandCalendar.Best(problem, set, horizon) is { } byHand ? new(byHand, true) : Decide(set, horizon);
    }

    /// <summary>The calendar that ends first, within the horizon: month after month, from the first one that is not ruled out by a bound.</summary>
    internal CalendarAnswer Earliest(int[] set, int horizon)
    {
        var byHand = PlannerHandCalendar.Best(problem, set, horizon);
        var limit = byHand is null ? horizon + 1 : End(byHand);
        var proven = true;
        for (var end = PlannerEnergy.LeastEnd(problem, set); end < limit; end++)
        {
            var answer = Decide(set, end);
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
        var calendar = new PlannerCalendarModel(cp, problem, set, null, horizon);
        cp.Minimize(calendar.SumOfStarts);
        calendar.Hint(known);
        var answer = solver.Run(cp, Effort / 2);
        return answer.Found ? calendar.Read(answer) : known;
    }

    internal int End(int[] starts) =>
        Enumerable
            .Range(0, starts.Length)
            .Where(a => starts[a] >= 0)
            .Select(a => starts[a] + problem.Actions[a].Months)
            .DefaultIfEmpty(0)
            .Max();

    private CalendarAnswer Decide(int[] set, int horizon)
    {
        var cp = new CpModel();
        var calendar = new PlannerCalendarModel(cp, problem, set, null, horizon);
        var answer = solver.Run(cp, Effort, PlannerSolver.Propagating);
        return new(answer.Found ? calendar.Read(answer) : null, answer.Proven);
    }
}

/// <summary>Start months by action (−1: not chosen), or null; proven when it is the best, or when null is certain.</summary>
internal sealed record CalendarAnswer(int[]? Starts, bool Proven);
