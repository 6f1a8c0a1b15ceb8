namespace Appui.Strategy.Planning;

/// <summary>
/// The stages, one after the other: most gain; then least own money; then, over every choice of that gain and money, the earliest end and starts.
/// Choice and money are solved with the work of each role in sum, and the exact calendar is laid beside: where it does not fit, what was learnt is added to the
/// model and the stage goes on, so that the first choice with a calendar is the best.
/// </summary>
internal sealed class PlannerStages(PlannerCase problem, PlannerSolver solver)
{
    private readonly PlannerCuts cuts = new();
    private readonly PlannerCalendar calendar = new(problem, solver);
    private readonly PlannerChoosing choosing = new(problem, solver);
    private PlannerPlan best = PlannerGreedy.Plan(problem);
    private bool proven = true;

    internal PlannerResult Run()
    {
        var most = problem.Levels.Sum(level => level.Weight);
        var bound = Improve(model => model.Cp.Maximize(model.Gain), (plan, than) => plan.Gain > than.Gain, most);
        var gain = best.Gain;
        Improve(
            model =>
            {
                model.Cp.Add(model.Gain >= gain);
                model.Cp.Minimize(model.Own);
            },
            (plan, than) => plan.Own < than.Own,
            0
        );
        proven &= new PlannerTies(problem, solver, calendar, cuts).Improve(ref best, proven);
        return best.Result(proven, Math.Max(best.Gain, (long)Math.Floor(bound + 1e-6)));
    }

    /// <summary>
    /// One stage; returns a value of its aim that no plan beats. A choice whose calendar is not settled soon waits; when the best choice with a calendar is known,
    /// those that wait and would be better are looked at for longer.
    /// </summary>
    private double Improve(Action<PlannerModel> aim, Func<PlannerPlan, PlannerPlan, bool> isBetter, double bound)
    {
        var until = solver.Left * 0.3;
        List<(PlannerPlan Plan, int[] Set, double Bound)> waiting = [];
        while (true)
        {
            var (answer, plan) = choosing.Run(cuts, problem.Months, solver.Left - until, aim, best.Choice);
            bound = answer.Bound ?? bound;
            proven &= answer.Proven;
            if (plan is null || !isBetter(plan, best))
                break;
            var set = plan.Choice.Set;
            var when = calendar.Fit(set, problem.Months, Math.Min(PlannerCalendar.Soon, solver.Left - until));
            if (when.Starts is not null)
            {
                best = plan with { Starts = when.Starts };
                break;
            }

            cuts.Add(set, when);
            if (!when.Proven)
                waiting.Add((plan, set, bound));
            if (!answer.Proven)
                break;
        }

        return Settle(waiting, isBetter, until) ?? bound;
    }

    /// <summary>Looks longer at those that wait, best first; the bound that the first one taken, or never settled, leaves.</summary>
    private double? Settle(
        List<(PlannerPlan Plan, int[] Set, double Bound)> waiting,
        Func<PlannerPlan, PlannerPlan, bool> isBetter,
        double until
    )
    {
        double? left = null;
        foreach (var (plan, set, bound) in waiting)
        {
            if (left is null && isBetter(plan, best))
            {
                var when = calendar.Fit(set, problem.Months, solver.Left - until);
                if (when is { Starts: null, Proven: true })
                    continue;
                left = bound;
                if (when.Starts is not null)
                    best = plan with { Starts = when.Starts };
                else
                    proven = false;
            }

            cuts.Calendar.Remove(set);
        }

        return left;
    }
}

/// <summary>A whole plan of a case.</summary>
internal sealed record PlannerPlan(PlannerCase Problem, PlannerChoice Choice, List<Payment> Payments, int[] Starts)
{
    internal long Own => Choice.Own(Problem);

    internal long Gain => Problem.Gain(Choice.Chosen);

    internal int End => Choice.Set.Select(a => Starts[a] + Problem.Actions[a].Months).DefaultIfEmpty(0).Max();

    internal static PlannerPlan Nothing(PlannerCase problem) =>
        new(problem, PlannerChoice.Nothing(problem), [], [.. Enumerable.Repeat(-1, problem.Actions.Length)]);

    internal PlannerResult Result(bool proven, long bound) =>
        new(
            [
                .. Choice
                    .Set.Select(a => new PlannedAction(Problem.Actions[a].Code, Starts[a]))
                    .OrderBy(planned => planned.StartMonth)
                    .ThenBy(planned => planned.Code, StringComparer.Ordinal),
            ],
            [
                .. Payments
                    .OrderBy(p => p.Action, StringComparer.Ordinal)
                    .ThenBy(p => p.Line, StringComparer.Ordinal)
                    .ThenBy(p => p.Scheme, StringComparer.Ordinal),
            ],
            Gain,
            (int)Choice.Own(Problem),
            End,
            proven,
            bound
        );
}
