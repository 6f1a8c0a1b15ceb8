using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>
/// What to choose and who pays, as constraints. Payments are not modelled line by line but per scheme and category: a set of chosen lines can absorb
/// the amounts P(s) of the schemes s exactly when, for each set T of schemes, Σ P(T) ≤ Σ over lines of min(amount, Σ shares of T) (max-flow min-cut). The rows for
/// single schemes and for "all schemes" imply nearly all others; the few that rounding leaves are found by <see cref="PlannerMoney"/> and added as cuts.
/// Staff time is present as work over the months left after the earliest start; the exact calendar is laid beside, by <see cref="PlannerCalendar"/>.
/// </summary>
internal sealed class PlannerModel
{
    private readonly PlannerCase problem;

    internal PlannerModel(PlannerCase problem, PlannerCuts cuts, int horizon)
    {
        this.problem = problem;
        Chosen = [.. problem.Actions.Select(action => Cp.NewBoolVar($"x{action.Index}"))];
        Used = [.. problem.Schemes.Select(scheme => Cp.NewBoolVar($"u{scheme.Code}"))];
        Paid = [.. problem.Schemes.Select(scheme => scheme.Categories.Select(_ => Cp.NewIntVar(0, scheme.Ceiling, "p")).ToArray())];
        Gain = AddGain();
        AddChoices();
        AddWork(horizon);
        AddSchemes();
        for (var category = 0; category < problem.Categories.Length; category++)
            AddCategory(category);
        Own =
            LinearExpr.WeightedSum(Chosen, problem.Actions.Select(action => action.Euros)) - LinearExpr.Sum(Paid.SelectMany(paid => paid));
        Cp.AddLinearConstraint(Own, 0, problem.OwnEuros);
        foreach (var (category, schemes) in cuts.Money)
            AddMoneyRow(category, schemes);
        foreach (var row in cuts.Packing)
            Cp.AddLinearConstraint(LinearExpr.WeightedSum(Chosen, row.Weights), 0, row.Most);
        foreach (var set in cuts.Calendar)
            Cp.AddBoolOr(set.Select(a => Chosen[a].Not()));
    }

    internal CpModel Cp { get; } = new();

    internal BoolVar[] Chosen { get; }

    internal BoolVar[] Used { get; }

    /// <summary>By scheme, then by position in the categories of the scheme.</summary>
    internal IntVar[][] Paid { get; }

    internal LinearExpr Gain { get; }

    internal LinearExpr Own { get; }

    internal PlannerChoice Read(SolverAnswer answer) =>
        new([.. Chosen.Select(x => answer.Value(x) != 0)], [.. Paid.Select(paid => paid.Select(answer.Value).ToArray())]);

    internal void Hint(PlannerChoice choice)
    {
        for (var a = 0; a < Chosen.Length; a++)
            Cp.AddHint(Chosen[a], choice.Chosen[a]);
        for (var s = 0; s < Paid.Length; s++)
        {
            for (var k = 0; k < Paid[s].Length; k++)
                Cp.AddHint(Paid[s][k], choice.Paid[s][k]);
            Cp.AddHint(Used[s], choice.Paid[s].Sum() > 0);
        }
    }

    private LinearExpr AddGain()
    {
        var gain = LinearExpr.NewBuilder();
        foreach (var level in problem.Levels)
        {
            if (level.Actions is [var only])
            {
                gain.AddTerm(Chosen[only], level.Weight);
                continue;
            }

            var reached = Cp.NewBoolVar("z");
            Cp.AddBoolOr(level.Actions.Select(a => (ILiteral)Chosen[a]).Append(reached.Not()));
            gain.AddTerm(reached, level.Weight);
        }

        return gain;
    }

    private void AddChoices()
    {
        foreach (var action in problem.Actions)
        {
            foreach (var required in action.Requires)
                Cp.AddImplication(Chosen[action.Index], Chosen[required]);
            if (!action.Gains)
                Cp.AddBoolOr(
                    problem
                        .Actions.Where(other => other.Requires.Contains(action.Index))
                        .Select(other => (ILiteral)Chosen[other.Index])
                        .Append(Chosen[action.Index].Not())
                );
        }

        foreach (var set in problem.ActionSets)
            Cp.AddAtMostOne(set.Select(a => Chosen[a]));
        foreach (var set in problem.SchemeSets)
            Cp.AddAtMostOne(set.Select(s => Used[s]));
    }

    private void AddWork(int horizon)
    {
        foreach (var action in problem.Actions.Where(action => action.Head + action.Months > horizon))
            Cp.Add(Chosen[action.Index] == 0);
        foreach (var head in problem.Actions.Select(action => action.Head).Distinct().Where(head => head < horizon))
        {
            var later = problem.Actions.Where(action => action.Head >= head).ToArray();
            for (var role = 0; role < PlannerCase.Roles; role++)
            {
                long[] work = [.. later.Select(action => (long)action.Source.HalfDays[role])];
                var capacity = problem.Capacity[role] * (horizon - head);
                if (work.Sum() > capacity)
                    Cp.AddLinearConstraint(LinearExpr.WeightedSum(later.Select(action => Chosen[action.Index]), work), 0, capacity);
            }
        }
    }

    private void AddSchemes()
    {
        for (var s = 0; s < Paid.Length; s++)
        {
            var total = LinearExpr.Sum(Paid[s]);
            Cp.Add(total <= LinearExpr.Term(Used[s], problem.Schemes[s].Ceiling));
            if (problem.Schemes[s].Floor > 0)
                Cp.Add(total >= LinearExpr.Term(Used[s], problem.Schemes[s].Floor));
        }

        var minimis = Enumerable.Range(0, Paid.Length).Where(s => problem.Schemes[s].DeMinimis).ToArray();
        if (minimis.Sum(s => problem.Schemes[s].Ceiling) > problem.Room)
            Cp.AddLinearConstraint(LinearExpr.Sum(minimis.SelectMany(s => Paid[s])), 0, problem.Room);
    }

    private void AddCategory(int category)
    {
        int[] payers = [.. Enumerable.Range(0, Paid.Length).Where(s => problem.Schemes[s].Categories.Contains(category))];
        foreach (var s in payers)
            AddMoneyRow(category, [s]);
        if (payers.Length > 1 && payers.Sum(s => problem.Schemes[s].Rate) > 100)
            AddMoneyRow(category, payers);
    }

    private void AddMoneyRow(int category, int[] schemes)
    {
        var row = LinearExpr.NewBuilder();
        foreach (var s in schemes)
            row.Add(Paid[s][Array.IndexOf(problem.Schemes[s].Categories, category)]);
        foreach (var lines in problem.Lines(category).GroupBy(line => line.Action))
        {
            row.AddTerm(Chosen[lines.Key], -lines.Sum(line => PlannerMoney.Absorbed(problem, line, schemes)));
        }

        Cp.Add(row <= 0);
    }
}

/// <summary>A choice and what each scheme pays in each of its categories.</summary>
internal sealed record PlannerChoice(bool[] Chosen, long[][] Paid)
{
    internal int[] Set => [.. Enumerable.Range(0, Chosen.Length).Where(a => Chosen[a])];

    internal static PlannerChoice Nothing(PlannerCase problem) =>
        new(new bool[problem.Actions.Length], [.. problem.Schemes.Select(scheme => new long[scheme.Categories.Length])]);

    internal long Own(PlannerCase problem) => Set.Sum(a => problem.Actions[a].Euros) - Paid.Sum(paid => paid.Sum());
}

/// <summary>What was learnt on the way and holds for every later solve of the same case.</summary>
internal sealed class PlannerCuts
{
    /// <summary>Schemes whose payments in a category need their own row.</summary>
    internal List<(int Category, int[] Schemes)> Money { get; } = [];

    /// <summary>What calendars can hold.</summary>
    internal List<PackingRow> Packing { get; } = [];

    /// <summary>Sets of actions that need not be looked at again, nor with more added: they fit no calendar, or were seen.</summary>
    internal List<int[]> Calendar { get; } = [];

    /// <summary>Learns from a set whose calendar was looked for.</summary>
    internal void Add(int[] set, CalendarAnswer when)
    {
        if (when.Row is not null)
            Packing.Add(when.Row);
        else
            Calendar.Add(set);
    }

    internal PlannerCuts Copy()
    {
        var copy = new PlannerCuts();
        copy.Money.AddRange(Money);
        copy.Packing.AddRange(Packing);
        copy.Calendar.AddRange(Calendar);
        return copy;
    }
}
