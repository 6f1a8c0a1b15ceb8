namespace Appui.Strategy.Planning;

/// <summary>The least own money when every action of a case is done.</summary>
internal static class PlannerLeastOwn
{
    /// <summary>In euros; null when the effort ran out before.</summary>
    internal static long? Find(PlannerCase problem, PlannerSolver solver)
    {
        var wide = problem with { OwnEuros = long.MaxValue / 8 };
        var cuts = new PlannerCuts();
        while (true)
        {
            var model = new PlannerModel(wide, cuts, wide.Months);
            foreach (var chosen in model.Chosen)
                model.Cp.Add(chosen == 1);
            model.Cp.Minimize(model.Own);
            var answer = solver.Run(model.Cp, solver.Left);
            if (!answer.Found || !answer.Proven)
                return null;
            var choice = model.Read(answer);
            List<(int, int[])> broken = [];
            PlannerMoney.Spread(wide, choice, broken);
            if (broken.Count == 0)
                return choice.Own(wide);
            cuts.Money.AddRange(broken);
        }
    }
}
