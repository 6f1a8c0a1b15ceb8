namespace Appui.Strategy.Planning;

/// <summary>The best choice and who pays it, with the work of each role in sum.</summary>
internal sealed class PlannerChoosing(PlannerCase problem, PlannerSolver solver)
{
    /// <summary>Solves until the amounts can be handed down to the cost lines; what is learnt joins the cuts. The plan has no calendar yet.</summary>
    internal (SolverAnswer Answer, PlannerPlan? Plan) Run(
        PlannerCuts cuts,
        int horizon,
        double effort,
        Action<PlannerModel> aim,
        PlannerChoice? known = null
    )
    {
        var until = solver.Left - effort;
        while (true)
        {
            var model = new PlannerModel(problem, cuts, horizon);
            aim(model);
            if (known is not null)
                model.Hint(known);
            var answer = solver.Run(model.Cp, solver.Left - until, SolverWay.Relaxing);
            if (!answer.Found)
                return (answer, null);
            var choice = model.Read(answer);
            List<(int, int[])> broken = [];
            var payments = PlannerMoney.Spread(problem, choice, broken);
            if (broken.Count == 0)
                return (answer, PlannerPlan.Nothing(problem) with { Choice = choice, Payments = payments });
            cuts.Money.AddRange(broken);
        }
    }
}
