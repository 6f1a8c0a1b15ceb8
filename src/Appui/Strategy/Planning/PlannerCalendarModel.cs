using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>The exact calendar, month by month: one Boolean per action and possible start.</summary>
internal sealed class PlannerCalendarModel
{
    private readonly CpModel cp;
    private readonly PlannerCase problem;
    private readonly int[] actions;
    private readonly int horizon;
    private readonly ILiteral[]? chosen;

    /// <summary>Adds the calendar of these actions to a model; an action without literal in <paramref name="chosen"/> is always done.</summary>
    internal PlannerCalendarModel(CpModel cp, PlannerCase problem, int[] actions, ILiteral[]? chosen, int horizon)
    {
        (this.cp, this.problem, this.actions, this.horizon, this.chosen) = (cp, problem, actions, horizon, chosen);
        Starts = new BoolVar[problem.Actions.Length][];
        foreach (var a in actions)
            Starts[a] = [.. Enumerable.Range(0, Windows(a)).Select(_ => cp.NewBoolVar("y"))];
        foreach (var a in actions)
        {
            if (chosen is null)
                cp.AddExactlyOne(Starts[a]);
            else
                cp.AddExactlyOne(Starts[a].Cast<ILiteral>().Append(chosen[a].Not()));
        }

        foreach (var a in actions)
        foreach (var required in problem.Actions[a].Requires)
            AddOrder(required, a);
        for (var role = 0; role < PlannerCase.Roles; role++)
            AddCapacity(role);
    }

    /// <summary>By action (only those given), by start month counted from the head of the action.</summary>
    internal BoolVar[][] Starts { get; }

    /// <summary>Σ of the start months counted from 1, so that an action more is never for nothing.</summary>
    internal LinearExpr SumOfStarts =>
        LinearExpr.WeightedSum(
            actions.SelectMany(a => Starts[a]),
            actions.SelectMany(a => Starts[a].Select((_, k) => (long)problem.Actions[a].Head + k + 1))
        );

    /// <summary>A variable that is at least the month after the last one worked.</summary>
    internal IntVar AddEnd(int atLeast)
    {
        var end = cp.NewIntVar(Math.Min(atLeast, horizon), horizon, "end");
        foreach (var a in actions)
        {
            var action = problem.Actions[a];
            cp.Add(LinearExpr.WeightedSum(Starts[a], Starts[a].Select((_, k) => (long)action.Head + k + action.Months)) <= end);
        }

        return end;
    }

    internal int[] Read(SolverAnswer answer) =>
        [
            .. Starts.Select(
                (starts, a) =>
                    starts is null ? -1
                    : Array.FindIndex(starts, y => answer.Value(y) != 0) is var k and >= 0 ? problem.Actions[a].Head + k
                    : -1
            ),
        ];

    internal void Hint(int[] starts)
    {
        foreach (var a in actions)
            for (var k = 0; k < Starts[a].Length; k++)
                cp.AddHint(Starts[a][k], starts[a] == problem.Actions[a].Head + k);
    }

    private int Windows(int a) => Math.Max(0, horizon - problem.Actions[a].Months - problem.Actions[a].Head + 1);

    /// <summary>"b has started by month t" needs "a has started by t − months of a": the strong, disaggregated form.</summary>
    private void AddOrder(int first, int then)
    {
        var (a, b) = (problem.Actions[first], problem.Actions[then]);
        for (var k = 0; k < Starts[then].Length; k++)
        {
            var latest = Math.Min(b.Head + k - a.Months - a.Head, Starts[first].Length - 1);
            cp.Add(LinearExpr.Sum(Starts[then].Take(k + 1)) <= LinearExpr.Sum(Starts[first].Take(latest + 1)));
        }
    }

    /// <summary>
    /// Work of a month ≤ capacity. Where staff may be nearly always busy, the months together are also said to do all the work: then little idle time is left
    /// for each month. The relaxation gains nothing by it, but propagation does: it settles in hundredths of a second calendars that took seconds.
    /// </summary>
    private void AddCapacity(int role)
    {
        var capacity = problem.Capacity[role];
        var months = Enumerable.Range(0, horizon).Select(month => Work(role, month)).ToArray();
        var total = actions.Sum(a => (long)problem.Actions[a].Source.HalfDays[role]);
        var idle = chosen is null ? (capacity * horizon) - total : 0;
        if (idle >= 2 * capacity)
        {
            foreach (var work in months.Where(work => work is not null))
                cp.AddLinearConstraint(work!, 0, capacity);
            return;
        }

        var done = months.Select(_ => cp.NewIntVar(0, capacity, "w")).ToArray();
        for (var month = 0; month < horizon; month++)
            cp.Add((months[month] ?? LinearExpr.Constant(0)) == done[month]);
        cp.Add(
            LinearExpr.Sum(done)
                == (
                    chosen is null
                        ? LinearExpr.Constant(total)
                        : LinearExpr.WeightedSum(
                            actions.Select(a => chosen[a]),
                            actions.Select(a => (long)problem.Actions[a].Source.HalfDays[role])
                        )
                )
        );
    }

    /// <summary>Half-days of a role in a month, as an expression; null when nobody can work then.</summary>
    private LinearExpr? Work(int role, int month)
    {
        List<BoolVar> literals = [];
        List<long> halfDays = [];
        foreach (var action in actions.Select(a => problem.Actions[a]))
        {
            for (var k = 0; k < Starts[action.Index].Length; k++)
            {
                var at = month - action.Head - k;
                if (at < 0 || at >= action.Months || action.HalfDays(role, at) == 0)
                    continue;
                literals.Add(Starts[action.Index][k]);
                halfDays.Add(action.HalfDays(role, at));
            }
        }

        return literals.Count == 0 ? null : LinearExpr.WeightedSum(literals, halfDays);
    }
}
