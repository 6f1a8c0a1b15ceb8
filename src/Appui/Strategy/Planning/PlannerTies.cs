using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>
/// Among all choices of the same gain and own money, the one whose calendar ends first; among those found, the one with the fewest and earliest starts.
/// A choice that fits no calendar is cut away with its supersets, which fit none either.
/// </summary>
internal sealed class PlannerTies(PlannerCase problem, PlannerSolver solver, PlannerCalendar calendar, PlannerCuts known)
{
    private const int MostTries = 60;
    private const int MostAlike = 6;
    private readonly PlannerChoosing choosing = new(problem, solver);

    /// <summary>Whether the end of the plan is proven the earliest. Enumerating makes sense only when gain and money are proven.</summary>
    internal bool Improve(ref PlannerPlan best, bool enumerate)
    {
        if (best.Choice.Set.Length == 0)
            return true;
        var earliest = calendar.Earliest(best.Choice.Set, best.End);
        var proven = earliest.Proven && enumerate;
        best = Early(best, earliest.Starts ?? best.Starts);
        if (enumerate)
        {
            proven &= EndsFirst(ref best);
            Simplify(ref best);
        }

        best = best with { Starts = calendar.Tighten(best.Choice.Set, best.End, best.Starts) };
        return proven;
    }

    /// <summary>Looks for a choice that ends earlier until there is none; whether that is certain.</summary>
    private bool EndsFirst(ref PlannerPlan best)
    {
        var proven = true;
        var cuts = known.Copy();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var end = best.End - 1;
            var (answer, found) = Next(best, cuts, end, _ => { });
            if (found is null)
                return proven && answer.Impossible;
            var when = calendar.Fit(found.Choice.Set, end);
            if (when.Starts is null)
            {
                cuts.Add(found.Choice.Set, when);
                proven &= when.Proven;
                continue;
            }

            var earliest = calendar.Earliest(found.Choice.Set, end);
            best = Early(found, earliest.Starts ?? when.Starts);
            (cuts, proven) = (known.Copy(), earliest.Proven);
        }

        return false;
    }

    /// <summary>Tries the choices that would start fewest and soonest if each of their actions started as early as it ever can.</summary>
    private void Simplify(ref PlannerPlan best)
    {
        var cuts = known.Copy();
        for (var tries = 0; tries < MostAlike; tries++)
        {
            var most = Sum(best) - 1;
            var (_, found) = Next(
                best,
                cuts,
                best.End,
                model =>
                {
                    var heads = LinearExpr.WeightedSum(model.Chosen, problem.Actions.Select(action => action.Head + 1L));
                    model.Cp.Add(heads <= most);
                    model.Cp.Minimize(heads);
                }
            );
            if (found is null)
                return;
            var when = calendar.Fit(found.Choice.Set, best.End);
            cuts.Add(found.Choice.Set, when);
            if (when.Starts is not null && Early(found, when.Starts) is var other && Sum(other) < Sum(best))
                best = other;
        }
    }

    private (SolverAnswer Answer, PlannerPlan? Plan) Next(PlannerPlan best, PlannerCuts cuts, int end, Action<PlannerModel> aim)
    {
        var (gain, own) = (best.Gain, best.Own);
        return choosing.Run(
            cuts,
            end,
            solver.Left / 2,
            model =>
            {
                model.Cp.Add(model.Gain >= gain);
                model.Cp.Add(model.Own <= own);
                aim(model);
            }
        );
    }

    private static int Sum(PlannerPlan plan) => plan.Choice.Set.Sum(a => plan.Starts[a] + 1);

    private PlannerPlan Early(PlannerPlan plan, int[] starts) =>
        plan with
        {
            Starts = PlannerHandCalendar.Tighten(problem, plan.Choice.Set, calendar.End(starts), starts),
        };
}
