namespace Appui.Strategy.Planning;

/// <summary>What actions bring: an item's value after is the best of today's and those of the chosen actions, so an item is a staircase of levels.</summary>
internal static class PlannerGains
{
    /// <summary>The actions that could bring something above today's values.</summary>
    internal static List<PlannerAction> Gaining(PlannerInput input, IEnumerable<PlannerAction> actions)
    {
        var items = input.Items.ToDictionary(item => item.Code, StringComparer.Ordinal);
        return
        [
            .. actions.Where(action =>
                action.Reaches.Any(reach => items[reach.Item] is { PointsMilli: > 0 } item && reach.ValueMilli > item.CurrentMilli)
            ),
        ];
    }

    /// <summary>The gain of doing all these actions.</summary>
    internal static long Total(PlannerInput input, IReadOnlyCollection<PlannerAction> actions) =>
        input.Items.Sum(item =>
            (long)item.PointsMilli
            * (
                actions
                    .SelectMany(action => action.Reaches)
                    .Where(reach => reach.Item == item.Code)
                    .Select(reach => reach.ValueMilli)
                    .Append(item.CurrentMilli)
                    .Max() - item.CurrentMilli
            )
        );

    /// <summary>The steps of all items; steps won by exactly the same actions are one.</summary>
    internal static CaseLevel[] Levels(PlannerInput input, CaseAction[] actions)
    {
        var levels = new SortedDictionary<string, CaseLevel>(StringComparer.Ordinal);
        foreach (var item in input.Items.Where(item => item.PointsMilli > 0).OrderBy(item => item.Code, StringComparer.Ordinal))
        {
            var reaches = actions
                .SelectMany(action =>
                    action
                        .Source.Reaches.Where(reach => reach.Item == item.Code && reach.ValueMilli > item.CurrentMilli)
                        .Select(reach => (action.Index, reach.ValueMilli))
                )
                .ToArray();
            var below = item.CurrentMilli;
            foreach (var value in reaches.Select(reach => reach.ValueMilli).Distinct().Order())
            {
                int[] by = [.. reaches.Where(reach => reach.ValueMilli >= value).Select(reach => reach.Index).Distinct().Order()];
                var key = string.Join(',', by);
                var weight = (long)item.PointsMilli * (value - below);
                levels[key] = new CaseLevel(weight + (levels.TryGetValue(key, out var same) ? same.Weight : 0), by);
                below = value;
            }
        }

        return [.. levels.Values];
    }
}
