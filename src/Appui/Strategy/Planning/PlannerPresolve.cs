namespace Appui.Strategy.Planning;

/// <summary>
/// From the input to a <see cref="PlannerCase"/>: sorts by code, leaves out what can never be planned (a requirement that is missing or turns in a circle,
/// too long, too much work, too dear whatever the schemes) and what serves no gain (nothing above today's value, needed by nobody who has),
/// and prepares the strong forms: closures, earliest months, sets of which at most one can be chosen.
/// Nothing is planned for nothing, even where its costs would lift a grant over its floor.
/// </summary>
internal static class PlannerPresolve
{
    internal static PlannerCase Run(PlannerInput input)
    {
        var all = input.Actions.OrderBy(action => action.Code, StringComparer.Ordinal).ToArray();
        var schemes = input.Schemes.OrderBy(scheme => scheme.Code, StringComparer.Ordinal).ToArray();
        var kept = Kept(input, all, schemes);
        var categories = schemes
            .SelectMany(scheme => scheme.Categories)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var actions = Actions(input, kept, categories);
        var caseSchemes = Schemes(input, schemes, actions, categories);
        return new PlannerCase(
            input.Months,
            input.OwnEuros,
            input.DeMinimisRoomEuros,
            [.. input.HalfDaysPerMonth.Select(h => (long)h)],
            actions,
            PlannerGains.Levels(input, actions),
            caseSchemes,
            SchemeSets(schemes, caseSchemes),
            PlannerConflicts.Sets(actions),
            categories
        );
    }

    private static List<PlannerAction> Kept(PlannerInput input, PlannerAction[] all, PlannerScheme[] schemes)
    {
        var possible = PlannerFeasible.Possible(input, all, schemes);
        var gaining = PlannerGains.Gaining(input, possible.Keys);
        var needed = gaining.Concat(gaining.SelectMany(action => possible[action])).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. all.Where(needed.Contains)];
    }

    private static CaseAction[] Actions(PlannerInput input, List<PlannerAction> kept, string[] categories)
    {
        var gaining = PlannerGains.Gaining(input, kept).ToHashSet(ReferenceEqualityComparer.Instance);
        var index = kept.Select((action, i) => (action.Code, i)).ToDictionary(x => x.Code, x => x.i, StringComparer.Ordinal);
        var requires = kept.Select(action => action.Requires.Distinct(StringComparer.Ordinal).Select(code => index[code]).Order().ToArray())
            .ToArray();
        var closures = new int[kept.Count][];
        var heads = new int[kept.Count];
        for (var i = 0; i < kept.Count; i++)
            Close(i);
        return
        [
            .. kept.Select(
                (action, i) =>
                    new CaseAction(
                        i,
                        action,
                        gaining.Contains(action),
                        action.Months,
                        action.Lines.Sum(line => (long)line.HighEuros),
                        Lines(action, i),
                        requires[i],
                        closures[i],
                        heads[i]
                    )
            ),
        ];

        void Close(int i)
        {
            if (closures[i] is not null)
                return;
            foreach (var r in requires[i])
                Close(r);
            closures[i] = [.. requires[i].Concat(requires[i].SelectMany(r => closures[r])).Distinct().Order()];
            heads[i] = requires[i].Select(r => heads[r] + kept[r].Months).DefaultIfEmpty(0).Max();
        }

        CaseLine[] Lines(PlannerAction action, int i) =>
            [
                .. action
                    .Lines.Where(line => line.HighEuros > 0)
                    .OrderBy(line => line.Code, StringComparer.Ordinal)
                    .Select(line => new CaseLine(i, line.Code, Array.IndexOf(categories, line.Category), line.HighEuros)),
            ];
    }

    private static CaseScheme[] Schemes(PlannerInput input, PlannerScheme[] schemes, CaseAction[] actions, string[] categories) =>
        [
            .. schemes
                .Select(scheme => Clamped(input, scheme, actions, categories))
                .Where(scheme => scheme.Ceiling > 0 && scheme.Ceiling >= scheme.Floor),
        ];

    private static CaseScheme Clamped(PlannerInput input, PlannerScheme scheme, CaseAction[] actions, string[] categories)
    {
        int[] covers =
        [
            .. scheme.Categories.Distinct(StringComparer.Ordinal).Select(category => Array.IndexOf(categories, category)).Order(),
        ];
        var most = actions
            .SelectMany(action => action.Lines)
            .Where(line => covers.Contains(line.Category))
            .Sum(line => (long)scheme.RatePercent * line.Euros / 100);
        var ceiling = Math.Min(most, Math.Min(scheme.CeilingEuros, scheme.DeMinimis ? input.DeMinimisRoomEuros : int.MaxValue));
        return new CaseScheme(scheme.Code, scheme.RatePercent, scheme.FloorEuros, ceiling, covers, scheme.DeMinimis);
    }

    private static int[][] SchemeSets(PlannerScheme[] schemes, CaseScheme[] kept) =>
        [
            .. schemes
                .SelectMany(scheme =>
                    scheme
                        .ExclusiveSets.Distinct(StringComparer.Ordinal)
                        .Select(set => (set, Index: Array.FindIndex(kept, k => k.Code == scheme.Code)))
                )
                .Where(x => x.Index >= 0)
                .GroupBy(x => x.set, x => x.Index, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.ToArray())
                .Where(set => set.Length > 1),
        ];
}
