namespace Appui.Strategy.Planning;

/// <summary>
/// A sound plan in a moment, without solver and without schemes: again and again the action that gains most for its money, with what it needs, as long as
/// own money and a calendar by hand allow. The solver starts from it; it is also what remains when there is no effort left for it.
/// </summary>
internal static class PlannerGreedy
{
    internal static PlannerPlan Plan(PlannerCase problem)
    {
        var plan = PlannerPlan.Nothing(problem);
        var refused = new bool[problem.Actions.Length];
        while (Next(problem, plan, refused) is { } next)
        {
            bool[] chosen = [.. plan.Choice.Chosen];
            foreach (var a in next.Closure.Append(next.Index))
                chosen[a] = true;
            var choice = plan.Choice with { Chosen = chosen };
            var starts =
                Together(problem, chosen) && choice.Own(problem) <= problem.OwnEuros
                    ? PlannerHandCalendar.Best(problem, choice.Set, problem.Months)
                    : null;
            if (starts is null)
                refused[next.Index] = true;
            else
                plan = new PlannerPlan(problem, choice, [], starts);
        }

        return plan;
    }

    private static CaseAction? Next(PlannerCase problem, PlannerPlan plan, bool[] refused)
    {
        CaseAction? best = null;
        double bestWorth = 0;
        foreach (var action in problem.Actions)
        {
            if (refused[action.Index] || plan.Choice.Chosen[action.Index])
                continue;
            bool[] chosen = [.. plan.Choice.Chosen];
            foreach (var a in action.Closure.Append(action.Index))
                chosen[a] = true;
            var euros = action.Closure.Append(action.Index).Where(a => !plan.Choice.Chosen[a]).Sum(a => problem.Actions[a].Euros);
            var worth = (problem.Gain(chosen) - plan.Gain) / (double)(euros + 100);
            if (worth > bestWorth)
                (best, bestWorth) = (action, worth);
        }

        return best;
    }

    private static bool Together(PlannerCase problem, bool[] chosen) => problem.ActionSets.All(set => set.Count(a => chosen[a]) <= 1);
}
