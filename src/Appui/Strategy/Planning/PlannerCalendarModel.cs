using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>The exact calendar of a set of actions, month by month: one start per action, one stock of half-days per role.</summary>
internal sealed class PlannerCalendarModel
{
    private readonly CpModel cp;
    private readonly PlannerCase problem;
    private readonly int[] actions;
    private readonly int horizon;
    private readonly IntVar[] starts;

    /// <summary>Adds the calendar of these actions to a model.</summary>
    internal PlannerCalendarModel(CpModel cp, PlannerCase problem, int[] actions, int horizon)
    {
        (this.cp, this.problem, this.actions, this.horizon) = (cp, problem, actions, horizon);
        starts = new IntVar[problem.Actions.Length];
        foreach (var a in actions)
            starts[a] = cp.NewIntVar(problem.Actions[a].Head, horizon - problem.Actions[a].Months, "s");
        foreach (var a in actions)
        foreach (var required in problem.Actions[a].Requires)
            cp.Add(starts[a] >= starts[required] + problem.Actions[required].Months);
        for (var role = 0; role < PlannerCase.Roles; role++)
            AddCapacity(role);
    }

    /// <summary>Σ of the start months.</summary>
    internal LinearExpr SumOfStarts => LinearExpr.Sum(actions.Select(a => starts[a]));

    internal int[] Read(SolverAnswer answer) => [.. starts.Select(start => start is null ? -1 : (int)answer.Value(start))];

    internal void Hint(int[] known)
    {
        foreach (var a in actions)
            cp.AddHint(starts[a], known[a]);
    }

    /// <summary>Work of a month ≤ capacity: what every month of an action asks lasts as long as the action, what some months ask more is laid upon it.</summary>
    private void AddCapacity(int role)
    {
        var stock = cp.AddCumulative(problem.Capacity[role]);
        foreach (var a in actions)
        {
            var action = problem.Actions[a];
            var least = Enumerable.Range(0, action.Months).Min(k => action.HalfDays(role, k));
            if (least > 0)
                stock.AddDemand(cp.NewFixedSizeIntervalVar(starts[a], action.Months, "i"), least);
            for (var k = 0; k < action.Months; k++)
            {
                if (action.HalfDays(role, k) is var more && more > least)
                    stock.AddDemand(cp.NewFixedSizeIntervalVar(starts[a] + k, 1, "i"), more - least);
            }
        }
    }
}
