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

/// <summary>
/// The same calendar with one Boolean per action and possible start. The months together are said to do all the work: then little idle time is left for each,
/// and propagation settles at once many a calendar where staff is nearly always busy with work that is unevenly spread.
/// </summary>
internal sealed class PlannerMonthlyModel
{
    private readonly PlannerCase problem;
    private readonly int[] actions;
    private readonly BoolVar[][] starts;

    internal PlannerMonthlyModel(CpModel cp, PlannerCase problem, int[] actions, int horizon)
    {
        (this.problem, this.actions) = (problem, actions);
        starts = new BoolVar[problem.Actions.Length][];
        foreach (var action in actions.Select(a => problem.Actions[a]))
        {
            var windows = Math.Max(0, horizon - action.Months - action.Head + 1);
            starts[action.Index] = [.. Enumerable.Range(0, windows).Select(_ => cp.NewBoolVar("y"))];
            cp.AddExactlyOne(starts[action.Index]);
        }

        foreach (var a in actions)
        foreach (var required in problem.Actions[a].Requires)
            AddOrder(cp, problem.Actions[required], problem.Actions[a]);
        for (var role = 0; role < PlannerCase.Roles; role++)
        {
            LinearExpr[] done = [.. Enumerable.Range(0, horizon).Select(month => AddWork(cp, role, month))];
            cp.Add(LinearExpr.Sum(done) == actions.Sum(a => (long)problem.Actions[a].Source.HalfDays[role]));
        }
    }

    internal int[] Read(SolverAnswer answer) =>
        [
            .. starts.Select(
                (windows, a) => windows is null ? -1 : problem.Actions[a].Head + Array.FindIndex(windows, y => answer.Value(y) != 0)
            ),
        ];

    /// <summary>"The second has started by month t" needs "the first has started by t − its months": the strong, disaggregated form.</summary>
    private void AddOrder(CpModel cp, CaseAction first, CaseAction then)
    {
        for (var k = 0; k < starts[then.Index].Length; k++)
        {
            var latest = Math.Min(then.Head + k - first.Months - first.Head, starts[first.Index].Length - 1);
            cp.Add(LinearExpr.Sum(starts[then.Index].Take(k + 1)) <= LinearExpr.Sum(starts[first.Index].Take(latest + 1)));
        }
    }

    /// <summary>A variable that is the half-days of a role in a month.</summary>
    private IntVar AddWork(CpModel cp, int role, int month)
    {
        var work = LinearExpr.NewBuilder();
        foreach (var action in actions.Select(a => problem.Actions[a]))
        {
            for (var k = 0; k < starts[action.Index].Length; k++)
            {
                if (month - action.Head - k is var at && at >= 0 && at < action.Months)
                    work.AddTerm(starts[action.Index][k], action.HalfDays(role, at));
            }
        }

        var done = cp.NewIntVar(0, problem.Capacity[role], "w");
        cp.Add(work == done);
        return done;
    }
}
