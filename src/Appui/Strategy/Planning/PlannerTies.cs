namespace Appui.Strategy.Planning;

/// <summary>
/// Among all choices of the same gain and own money, the one whose calendar ends first, then starts earliest. There are seldom more than one:
/// they are enumerated, each cut away with its supersets, which can only end later or hold an action for nothing.
/// </summary>
internal sealed class PlannerTies(PlannerCase problem, PlannerSolver solver, PlannerCalendar calendar, PlannerCuts cuts)
{
    private const int MostTies = 60;

    /// <summary>Whether the end of the plan is proven the earliest. Enumerating makes sense only when gain and money are proven.</summary>
    internal bool Improve(ref PlannerPlan best, bool enumerate)
    {
        var (gain, own) = (best.Gain, best.Own);
        if (best.Choice.Set.Length == 0)
            return true;
        var proven = Retime(ref best);
        if (!enumerate)
            return false;
        var seen = new PlannerCuts();
        seen.Money.AddRange(cuts.Money);
        seen.Calendar.AddRange(cuts.Calendar);
        seen.Calendar.Add(best.Choice.Set);
        for (var i = 0; i < MostTies; i++)
        {
            var model = new PlannerModel(problem, seen, best.End);
            model.Cp.Add(model.Gain >= gain);
            model.Cp.Add(model.Own <= own);
            var answer = solver.Run(model.Cp, solver.Left / 2);
            if (answer.Impossible)
                return proven;
            if (!answer.Found)
                return false;
            var choice = model.Read(answer);
            List<(int, int[])> broken = [];
            var payments = PlannerMoney.Spread(problem, choice, broken);
            if (broken.Count > 0)
            {
                seen.Money.AddRange(broken);
                continue;
            }

            seen.Calendar.Add(choice.Set);
            var when = calendar.Earliest(choice.Set, best.End);
            if (when.Starts is null)
            {
                proven &= when.Proven;
                continue;
            }

            var other = new PlannerPlan(problem, choice, payments, when.Starts);
            var otherProven = when.Proven;
            otherProven &= Retime(ref other);
            if (other.End < best.End || (other.End == best.End && Sum(other) < Sum(best)))
                (best, proven) = (other, otherProven);
        }

        return false;
    }

    private static int Sum(PlannerPlan plan) => plan.Choice.Set.Sum(a => plan.Starts[a] + 1);

    private bool Retime(ref PlannerPlan plan)
    {
        var earliest = calendar.Earliest(plan.Choice.Set, plan.End);
        var starts = earliest.Starts ?? plan.Starts;
        plan = plan with { Starts = calendar.Tighten(plan.Choice.Set, calendar.End(starts), starts) };
        return earliest.Proven;
    }
}
