using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>
/// The stages, one after the other: most gain; then least own money; then, over every choice of that gain and money, the earliest end and starts.
/// Choice and money are solved with the work of each role in sum, and the exact calendar is laid beside: where it does not fit, the set is cut and the
/// stage goes on; after a few such cuts the calendar joins the model.
/// </summary>
internal sealed class PlannerStages(PlannerCase problem, PlannerSolver solver)
{
    private const int CutsBeforeJoining = 6;
    private static readonly int[] Squeezes = [92, 97, 95, 89, 86, 82, 75];
    private readonly PlannerCuts cuts = new();
    private readonly PlannerCalendar calendar = new(problem, solver);
    private PlannerPlan best = PlannerGreedy.Plan(problem);
    private bool proven = true;

    internal PlannerResult Run()
    {
        var bound = problem.Levels.Sum(level => level.Weight);
        Improve(
            model => model.Cp.Maximize(model.Gain),
            (plan, than) => plan.Gain > than.Gain,
            solver.Left * 0.7,
            reached => bound = Math.Min(bound, (long)Math.Floor(reached + 1e-6))
        );
        var gain = best.Gain;
        if (proven)
            bound = gain;
        Improve(
            model =>
            {
                model.Cp.Add(model.Gain >= gain);
                model.Cp.Minimize(model.Own);
            },
            (plan, than) => plan.Own < than.Own,
            solver.Left * 0.7,
            _ => { }
        );
        proven &= new PlannerTies(problem, solver, calendar, cuts).Improve(ref best, proven);
        return best.Result(proven, Math.Max(gain, bound));
    }

    /// <summary>One stage: the best choice with the work in sum, then its calendar.</summary>
    private void Improve(Action<PlannerModel> aim, Func<PlannerPlan, PlannerPlan, bool> isBetter, double effort, Action<double> reached)
    {
        var until = solver.Left - effort;
        for (var tries = 0; tries < CutsBeforeJoining; tries++)
        {
            var (answer, choice, payments) = Choose(aim, 100, until, null);
            if (answer.Bounded)
                reached(answer.Bound);
            if (choice is null)
                break;
            var when = calendar.Fit(choice.Set, problem.Months);
            if (when.Starts is not null)
            {
                var plan = new PlannerPlan(problem, choice, payments, when.Starts);
                if (answer.Proven || isBetter(plan, best))
                    best = plan;
                proven &= answer.Proven;
                return;
            }

            if (!when.Proven)
                break;
            cuts.Calendar.Add(choice.Set);
        }

        Squeeze(aim, isBetter, until);
        if (proven)
            Join(aim, isBetter, until, reached);
    }

    /// <summary>Good plans when staff is scarce: plans the work of somewhat less than all the time, so that a calendar is found.</summary>
    private void Squeeze(Action<PlannerModel> aim, Func<PlannerPlan, PlannerPlan, bool> isBetter, double until)
    {
        foreach (var percent in Squeezes)
        {
            var (_, choice, payments) = Choose(aim, percent, until, null);
            if (choice is null)
                continue;
            var plan = new PlannerPlan(problem, choice, payments, best.Starts);
            if (!isBetter(plan, best))
            {
                if (percent < 92)
                    return;
                continue;
            }
            if (calendar.Fit(choice.Set, problem.Months).Starts is not { } starts)
                continue;
            best = plan with { Starts = starts };
        }
    }

    /// <summary>The whole model with its calendar, from the best plan known.</summary>
    private void Join(Action<PlannerModel> aim, Func<PlannerPlan, PlannerPlan, bool> isBetter, double until, Action<double> reached)
    {
        PlannerCalendarModel? joined = null;
        var (answer, choice, payments) = Choose(
            aim,
            100,
            until,
            model =>
            {
                joined = new PlannerCalendarModel(
                    model.Cp,
                    problem,
                    [.. problem.Actions.Select(a => a.Index)],
                    model.Chosen,
                    problem.Months
                );
                joined.Hint(best.Starts);
            }
        );
        if (answer.Bounded)
            reached(answer.Bound);
        if (
            choice is not null
            && new PlannerPlan(problem, choice, payments, joined!.Read(answer)) is var plan
            && (answer.Proven || isBetter(plan, best))
        )
            best = plan;
        proven &= choice is not null && answer.Proven;
    }

    /// <summary>Solves until the amounts can be handed down to the cost lines.</summary>
    private (SolverAnswer Answer, PlannerChoice? Choice, List<Payment> Payments) Choose(
        Action<PlannerModel> aim,
        int workPercent,
        double until,
        Action<PlannerModel>? more
    )
    {
        while (true)
        {
            var model = new PlannerModel(problem, cuts, problem.Months, workPercent);
            aim(model);
            more?.Invoke(model);
            model.Hint(best.Choice);
            var answer = solver.Run(model.Cp, solver.Left - until, more is null ? PlannerSolver.Relaxing : PlannerSolver.Propagating);
            if (!answer.Found)
                return (answer, null, []);
            var choice = model.Read(answer);
            List<(int, int[])> broken = [];
            var payments = PlannerMoney.Spread(problem, choice, broken);
            if (broken.Count == 0)
                return (answer, choice, payments);
            cuts.Money.AddRange(broken);
        }
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
