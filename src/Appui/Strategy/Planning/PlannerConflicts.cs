namespace Appui.Strategy.Planning;

/// <summary>Who cannot be with whom: declared by either side, or inherited from what each one needs; gathered into sets of which at most one is chosen.</summary>
internal static class PlannerConflicts
{
    internal static bool Clash(IReadOnlyCollection<PlannerAction> actions)
    {
        var codes = actions.Select(action => action.Code).ToHashSet(StringComparer.Ordinal);
        return actions.Any(action => action.Excludes.Any(code => code != action.Code && codes.Contains(code)));
    }

    /// <summary>A cover of all conflicting pairs by sets as large as a greedy hand finds them; larger sets make a tighter relaxation.</summary>
    internal static int[][] Sets(CaseAction[] actions)
    {
        var clash = Pairs(actions);
        var covered = new bool[actions.Length, actions.Length];
        var sets = new List<int[]>();
        for (var a = 0; a < actions.Length; a++)
        {
            for (var b = a + 1; b < actions.Length; b++)
            {
                if (!clash[a, b] || covered[a, b])
                    continue;
                List<int> set = [a, b];
                set.AddRange(
                    Enumerable
                        .Range(0, actions.Length)
                        .Where(c => c != a && c != b)
                        .Aggregate(new List<int>(), (more, c) => set.Concat(more).All(x => clash[x, c]) ? [.. more, c] : more)
                );
                foreach (var x in set)
                foreach (var y in set)
                    covered[x, y] = true;
                sets.Add([.. set.Order()]);
            }
        }

        return [.. sets];
    }

    private static bool[,] Pairs(CaseAction[] actions)
    {
        var index = actions.ToDictionary(action => action.Code, action => action.Index, StringComparer.Ordinal);
        var declared = new bool[actions.Length, actions.Length];
        foreach (var action in actions)
        {
            foreach (var code in action.Source.Excludes)
            {
                if (index.TryGetValue(code, out var other) && other != action.Index)
                    declared[action.Index, other] = declared[other, action.Index] = true;
            }
        }

        var clash = new bool[actions.Length, actions.Length];
        foreach (var a in actions)
        {
            foreach (var b in actions)
            {
                if (a.Index != b.Index)
                    clash[a.Index, b.Index] = a.Closure.Append(a.Index).Any(x => b.Closure.Append(b.Index).Any(y => declared[x, y]));
            }
        }

        return clash;
    }
}
