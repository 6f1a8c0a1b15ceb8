namespace Appui.Strategy.Planning;

/// <summary>
/// Calendars in microseconds: actions are placed one after the other as early as staff and requirements allow, in several orders of urgency and
/// some shuffled ones (always the same), and the best calendar is kept.
/// </summary>
internal static class PlannerHandCalendar
{
    private const int Shuffles = 40;
    private const int Rounds = 400;

    /// <summary>The earliest end found (then the smallest sum of starts), or null when no order fits the horizon.</summary>
    internal static int[]? Best(PlannerCase problem, int[] set, int horizon)
    {
        var least = PlannerEnergy.LeastEnd(problem, set);
        int[]? best = null;
        var (bestEnd, bestSum) = (int.MaxValue, int.MaxValue);
        foreach (var urgency in Orders(problem, set))
        {
            if (Place(problem, set, horizon, urgency) is not { } starts)
                continue;
            var end = set.Select(a => starts[a] + problem.Actions[a].Months).DefaultIfEmpty(0).Max();
            var sum = set.Sum(a => starts[a]);
            if (end > bestEnd || (end == bestEnd && sum >= bestSum))
                continue;
            (best, bestEnd, bestSum) = (starts, end, sum);
            if (end == least && set.All(a => starts[a] == problem.Actions[a].Head))
                break;
        }

        return best;
    }

    /// <summary>Starts earlier in sum than a known calendar's: places again and again in nearly the order it has.</summary>
    internal static int[] Tighten(PlannerCase problem, int[] set, int horizon, int[] known)
    {
        var random = new Random(20261101);
        var (best, bestSum) = (known, set.Sum(a => known[a]));
        var least = set.Sum(a => problem.Actions[a].Head);
        for (var round = 0; round < Rounds && bestSum > least; round++)
        {
            var noise = round == 0 ? 0 : 1 + (round % 8);
            double[] urgency = [.. best.Select(start => (noise * random.NextDouble()) - start)];
            if (Place(problem, set, horizon, urgency) is { } starts && set.Sum(a => starts[a]) is var sum && sum <= bestSum)
                (best, bestSum) = (starts, sum);
        }

        return best;
    }

    private static IEnumerable<double[]> Orders(PlannerCase problem, int[] set)
    {
        double[] tail = [.. PlannerEnergy.Tails(problem, set).Select((t, a) => (double)t + problem.Actions[a].Months)];
        double[] load =
        [
            .. problem.Actions.Select(action =>
                Enumerable
                    .Range(0, PlannerCase.Roles)
                    .Max(role => action.Source.HalfDays[role] / (double)Math.Max(1, problem.Capacity[role]))
            ),
        ];
        double[] months = [.. problem.Actions.Select(action => (double)action.Months)];
        double[] chainAndLoad = [.. tail.Select((t, a) => t + load[a])];
        yield return chainAndLoad;
        yield return tail;
        yield return load;
        yield return months;
        yield return [.. months.Select(m => -m)];
        yield return [.. load.Select(l => -l)];
        var random = new Random(20261101);
        for (var i = 0; i < Shuffles; i++)
            yield return [.. chainAndLoad.Select(value => value * (0.4 + (1.2 * random.NextDouble())))];
    }

    private static int[]? Place(PlannerCase problem, int[] set, int horizon, double[] urgency)
    {
        var starts = new int[problem.Actions.Length];
        Array.Fill(starts, -1);
        var left = new long[PlannerCase.Roles, horizon];
        for (var role = 0; role < PlannerCase.Roles; role++)
        for (var month = 0; month < horizon; month++)
            left[role, month] = problem.Capacity[role];
        List<int> waiting = [.. set.OrderByDescending(a => urgency[a])];
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(a => problem.Actions[a].Requires.All(required => starts[required] >= 0));
            var action = problem.Actions[waiting[next]];
            waiting.RemoveAt(next);
            var from = action.Requires.Select(required => starts[required] + problem.Actions[required].Months).DefaultIfEmpty(0).Max();
            while (from + action.Months <= horizon && !Fits(action, from, left))
                from++;
            if (from + action.Months > horizon)
                return null;
            starts[action.Index] = from;
            for (var role = 0; role < PlannerCase.Roles; role++)
            for (var k = 0; k < action.Months; k++)
                left[role, from + k] -= action.HalfDays(role, k);
        }

        return starts;
    }

    private static bool Fits(CaseAction action, int from, long[,] left)
    {
        for (var role = 0; role < PlannerCase.Roles; role++)
        {
            if (action.Source.HalfDays[role] == 0)
                continue;
            for (var k = 0; k < action.Months; k++)
                if (action.HalfDays(role, k) > left[role, from + k])
                    return false;
        }

        return true;
    }
}
