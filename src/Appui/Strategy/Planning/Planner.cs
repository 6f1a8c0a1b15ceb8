namespace Appui.Strategy.Planning;

/// <summary>
/// The best realistic plan: most gain, then least own money, then earliest end, then fewest and earliest starts. Pure: the same input gives the same plan,
/// in whatever order its lists come.
/// </summary>
public static class Planner
{
    /// <summary>Plans; always returns a plan that holds, at worst an empty one. What it could not prove within the limits it says.</summary>
    /// <exception cref="OperationCanceledException">It was stopped: there is no plan rather than another one.</exception>
    /// <exception cref="ArgumentException">The input makes no sense: a number out of bounds, a code given twice, an unknown item.</exception>
    public static PlannerResult Solve(PlannerInput input, PlannerLimits limits, CancellationToken stop)
    {
        PlannerBounds.Check(limits);
        PlannerBounds.Check(input);
        var problem = PlannerPresolve.Run(input);
        var solver = new PlannerSolver(limits.Effort, stop);
        return new PlannerStages(problem, solver).Run();
    }
}
