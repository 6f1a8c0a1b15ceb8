namespace Appui.Strategy.Planning;

/// <summary>Bounds from the work of each role: what must be done between two months cannot exceed the capacity of those months.</summary>
internal static class PlannerEnergy
{
    private const int Never = 100_000;

    /// <summary>A month before which no calendar of these actions can end: the longest chain, and the work after each head and before each tail.</summary>
    internal static int LeastEnd(PlannerCase problem, int[] set)
    {
        var tails = Tails(problem, set);
        var least = set.Select(a => problem.Actions[a].Head + problem.Actions[a].Months + tails[a]).DefaultIfEmpty(0).Max();
        for (var role = 0; role < PlannerCase.Roles; role++)
        {
            foreach (var head in set.Select(a => problem.Actions[a].Head).Distinct())
            {
                foreach (var tail in set.Select(a => tails[a]).Distinct())
                {
                    var work = set.Where(a => problem.Actions[a].Head >= head && tails[a] >= tail)
                        .Sum(a => (long)problem.Actions[a].Source.HalfDays[role]);
                    if (work > 0)
                        least = (int)
                            Math.Max(
                                least,
                                problem.Capacity[role] == 0
                                    ? Never
                                    : head + tail + ((work + problem.Capacity[role] - 1) / problem.Capacity[role])
                            );
                }
            }
        }

        return least;
    }

    /// <summary>By action: the months that must follow it for what needs it within the set.</summary>
    internal static int[] Tails(PlannerCase problem, int[] set)
    {
        var tails = new int[problem.Actions.Length];
        foreach (var a in set.OrderByDescending(a => problem.Actions[a].Head))
        {
            foreach (var required in problem.Actions[a].Requires)
                tails[required] = Math.Max(tails[required], tails[a] + problem.Actions[a].Months);
        }

        return tails;
    }
}
