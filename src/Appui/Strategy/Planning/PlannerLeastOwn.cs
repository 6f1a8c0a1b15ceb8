namespace Appui.Strategy.Planning;

/// <summary>The least own money when every action of a case is done.</summary>
internal static class PlannerLeastOwn
{
    /// <summary>In euros; null when the effort ran out before.</summary>
    internal static long? Find(PlannerCase problem, PlannerSolver solver)
    {
        var wide = problem with { OwnEuros = long.MaxValue / 8 };
        var (answer, plan) = new PlannerChoosing(wide, solver).Run(
            new PlannerCuts(),
            wide.Months,
            solver.Left,
            model =>
            {
                foreach (var chosen in model.Chosen)
                    model.Cp.Add(chosen == 1);
                model.Cp.Minimize(model.Own);
            }
        );
        return answer.Proven ? plan?.Own : null;
    }
}
