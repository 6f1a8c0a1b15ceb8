using Google.OrTools.LinearSolver;

namespace Appui.Strategy.Planning;

/// <summary>A weight per action and what a calendar can hold of them: in every plan, Σ weights of the actions ≤ most.</summary>
internal sealed record PackingRow(long[] Weights, long Most);

/// <summary>
/// What sums of work do not see: with four half-days a month, two actions of three do not share a month; actions that need or exclude one another
/// share none either. A set of actions whose months are laid out one by one, as if they could be interrupted, needs as many months as the lightest cover by
/// "what fits one month together" (for all roles at once). Where that is more than there are, the dual of this linear program weighs the actions so that no month
/// holds more than its most, and the set weighs more than all months hold. That row is true of every plan, and lifted to the actions beside the set.
/// </summary>
internal sealed class PlannerPacking(PlannerCase problem, PlannerSolver solver)
{
    private const int Scale = 2520; // what simple fractions divide
    private const int MostRounds = 200;
    private const double EffortPerRound = 0.0003;
    private readonly PackingMonth month = new(problem, solver);

    /// <summary>A row that these actions break within the horizon, or null: then nothing is said.</summary>
    internal PackingRow? Broken(int[] set, int horizon)
    {
        List<PackingPart> parts = [.. set.SelectMany(a => PackingPart.Of(problem.Actions[a]))];
        var kinds = Kinds(parts, horizon);
        using var lp = Solver.CreateSolver("GLOP");
        Variable[] weights = [.. parts.Select(_ => lp.MakeNumVar(0, 1, ""))];
        Variable[] mosts = [.. kinds.Select(_ => lp.MakeNumVar(0, 1, ""))];
        var excess = lp.Objective();
        excess.SetMaximization();
        for (var p = 0; p < parts.Count; p++)
            excess.SetCoefficient(weights[p], parts[p].Months);
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            excess.SetCoefficient(mosts[kind], -kinds[kind].Months);
            foreach (var p in kinds[kind].Open)
                AddLoad(kind, [p]);
        }

        for (var round = 0; round < MostRounds; round++)
        {
            solver.Spend(EffortPerRound);
            if (lp.Solve() != Solver.ResultStatus.OPTIMAL || excess.Value() < 1e-6)
                return null;
            double[] exact = [.. weights.Select(weight => weight.SolutionValue())];
            double[] limits = [.. mosts.Select(most => most.SolutionValue())];
            for (var p = 0; p < parts.Count; p++)
                parts[p] = parts[p] with { Weight = (long)Math.Round(exact[p] * Scale) };
            long room = 0;
            var isNew = false;
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                if (month.Heaviest(parts, kinds[kind].Open) is not { } heaviest)
                    return null;
                room += heaviest.Weight * kinds[kind].Months;
                if (heaviest.Load.Sum(p => exact[p]) <= limits[kind] + 1e-7)
                    continue;
                AddLoad(kind, heaviest.Load);
                isNew = true;
            }

            if (parts.Sum(part => part.Weight * part.Months) > room)
                return Lifted(set, parts, horizon, room);
            if (!isNew)
                return null;
        }

        return null;

        void AddLoad(int kind, IEnumerable<int> load)
        {
            var row = lp.MakeConstraint(double.NegativeInfinity, 0);
            row.SetCoefficient(mosts[kind], -1);
            foreach (var p in load)
                row.SetCoefficient(weights[p], 1);
        }
    }

    /// <summary>Gives each action beside the set the weight it can have without any month holding more than before.</summary>
    private PackingRow Lifted(int[] set, List<PackingPart> parts, int horizon, long room)
    {
        var most = new long?[horizon];
        for (var at = 0; at < horizon; at++)
            most[at] = month.Heaviest(parts, Open(parts, horizon, at))?.Weight;
        foreach (var part in problem.Actions.Where(a => !set.Contains(a.Index)).OrderByDescending(a => a.Months).SelectMany(PackingPart.Of))
        {
            long least = Scale;
            (string Open, long? Weight) last = ("", 0);
            for (var at = 0; at < horizon && least > 0; at++)
            {
                if (!part.IsOpen(at, horizon))
                    continue;
                var open = Open(parts, horizon, at);
                if (string.Join(',', open) is var key && key != last.Open)
                    last = (key, month.Heaviest(parts, open, part)?.Weight);
                least = Math.Min(least, most[at] - last.Weight ?? 0);
            }

            if (least > 0)
                parts.Add(part with { Weight = least });
        }

        var weights = new long[problem.Actions.Length];
        foreach (var part in parts)
            weights[part.Action.Index] += part.Weight * part.Months;
        return new(weights, room);
    }

    /// <summary>The months by what is open in them.</summary>
    private static (int[] Open, int Months)[] Kinds(List<PackingPart> parts, int horizon) =>
        [
            .. Enumerable
                .Range(0, horizon)
                .Select(at => Open(parts, horizon, at))
                .GroupBy(open => string.Join(',', open), StringComparer.Ordinal)
                .Select(group => (group.First(), group.Count())),
        ];

    private static int[] Open(List<PackingPart> parts, int horizon, int at) =>
        [.. Enumerable.Range(0, parts.Count).Where(p => parts[p].IsOpen(at, horizon))];
}

/// <summary>The months of an action that ask for the same half-days; <see cref="First"/> and <see cref="Last"/> say between which of its months they lie.</summary>
internal sealed record PackingPart(CaseAction Action, int First, int Last, int Months, long[] HalfDays, long Weight)
{
    internal static IEnumerable<PackingPart> Of(CaseAction action) =>
        Enumerable
            .Range(0, action.Months)
            .Select(k => (k, HalfDays: Enumerable.Range(0, PlannerCase.Roles).Select(role => action.HalfDays(role, k)).ToArray()))
            .GroupBy(month => string.Join(',', month.HalfDays), StringComparer.Ordinal)
            .Select(group => new PackingPart(action, group.First().k, group.Last().k, group.Count(), group.First().HalfDays, 0));

    /// <summary>Whether some start within the horizon lays one of these months there.</summary>
    internal bool IsOpen(int at, int horizon) => at >= Action.Head + First && at <= horizon - Action.Months + Last;
}

/// <summary>What one month holds at most: a small knapsack with one dimension per role, where some actions never meet.</summary>
internal sealed class PackingMonth
{
    private const int MostNodes = 20_000;
    private const double EffortPerNode = 2e-7;
    private readonly PlannerCase problem;
    private readonly PlannerSolver solver;
    private readonly bool[,] apart;

    internal PackingMonth(PlannerCase problem, PlannerSolver solver)
    {
        (this.problem, this.solver) = (problem, solver);
        apart = new bool[problem.Actions.Length, problem.Actions.Length];
        foreach (var action in problem.Actions)
        foreach (var other in action.Closure.Append(action.Index))
            apart[action.Index, other] = apart[other, action.Index] = true;
        foreach (var set in problem.ActionSets)
        foreach (var a in set)
        foreach (var b in set)
            apart[a, b] = true;
    }

    /// <summary>The heaviest load among the open parts, beside one that must be there if given; null when looking for it takes too long.</summary>
    internal (long Weight, List<int> Load)? Heaviest(List<PackingPart> parts, int[] open, PackingPart? beside = null)
    {
        int[] order =
        [
            .. open.Where(p => parts[p].Weight > 0 && (beside is null || !apart[parts[p].Action.Index, beside.Action.Index]))
                .OrderByDescending(p => parts[p].Weight),
        ];
        var rest = new long[order.Length + 1];
        for (var i = order.Length - 1; i >= 0; i--)
            rest[i] = rest[i + 1] + parts[order[i]].Weight;
        long[] left = [.. problem.Capacity.Select((capacity, role) => capacity - (beside?.HalfDays[role] ?? 0))];
        (long Weight, List<int> Load) best = (0, []);
        List<int> load = [];
        var nodes = 0;
        Visit(0, 0);
        solver.Spend(nodes * EffortPerNode);
        return nodes > MostNodes ? null : best;

        void Visit(int from, long weight)
        {
            if (++nodes > MostNodes)
                return;
            if (weight > best.Weight)
                best = (weight, [.. load]);
            for (var i = from; i < order.Length && weight + rest[i] > best.Weight; i++)
            {
                var part = parts[order[i]];
                if (!Fits(part, left) || load.Exists(p => apart[parts[p].Action.Index, part.Action.Index]))
                    continue;
                Take(part, 1);
                load.Add(order[i]);
                Visit(i + 1, weight + part.Weight);
                load.RemoveAt(load.Count - 1);
                Take(part, -1);
            }
        }

        void Take(PackingPart part, int sign)
        {
            for (var role = 0; role < left.Length; role++)
                left[role] -= sign * part.HalfDays[role];
        }
    }

    private static bool Fits(PackingPart part, long[] left)
    {
        for (var role = 0; role < left.Length; role++)
            if (part.HalfDays[role] > left[role])
                return false;
        return true;
    }
}
