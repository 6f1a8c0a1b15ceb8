using Appui.Diagnosis.Contract;
using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Strategy.Planning;

namespace Appui.Strategy;

/// <summary>What a plan was made from.</summary>
public sealed record PlanSources(
    MaturityState State,
    MaturityScores After,
    ActionCatalogue Actions,
    SchemeCatalogue Schemes,
    IReadOnlyList<FundingScheme> Open,
    PlanLimits Limits,
    DateOnly FirstMonth,
    bool Demonstration
);

/// <summary>From the planner's figures to a plan in words, with the reason of everything left out. Pure.</summary>
public static class PlanContentRules
{
    /// <summary>Value of each touched item once the plan is done.</summary>
    public static IReadOnlyDictionary<string, double> ValuesAfter(
        MaturityState state,
        IReadOnlyList<StrategyAction> actions,
        PlannerResult result
    )
    {
        var values = state.Items.Where(i => i.Value is not null).ToDictionary(i => i.Code, i => i.Value!.Value, StringComparer.Ordinal);
        foreach (var reach in result.Actions.SelectMany(a => actions.First(x => x.Code == a.Code).Reaches))
        {
            if (values.TryGetValue(reach.Item, out var value) && reach.Value > value)
                values[reach.Item] = reach.Value;
        }

        return values;
    }

    /// <summary>The whole plan.</summary>
    public static PlanContent Build(PlanSources from, PlannerInput input, PlannerResult result)
    {
        var steps = result
            .Actions.OrderBy(a => a.StartMonth)
            .ThenBy(a => a.Code, StringComparer.Ordinal)
            .Select(a => Step(from, a, input, result))
            .ToList();
        var explained = PlannerExplanation.Explain(input, result).Select(e => LeftOut(from, e)).ToList();
        bool WontDo(PlanLeftOut left) => left.Reason is LeftOutReason.FaceToFace or LeftOutReason.NotNow or LeftOutReason.Excluded;
        return new PlanContent(
            from.Actions.Version,
            from.Schemes.Version,
            from.FirstMonth,
            from.Limits,
            result.Proven,
            result.Bound <= 0 ? 0 : Math.Round(100.0 * (result.Bound - result.Gain) / result.Bound, 1),
            from.Demonstration,
            input.Actions.Count,
            Scores(from.State.Scores),
            Scores(from.After),
            [.. from.State.Dimensions.Select(d => new PlanDimension(d.Code, d.Axis, d.Name, d.ShortName))],
            steps,
            [.. from.Schemes.All.Where(s => result.Payments.Any(p => p.Scheme == s.Code)).Select(s => Scheme(s, result))],
            [.. explained.Where(e => !WontDo(e) && e.Reason is not LeftOutReason.AlreadyThere)],
            [.. explained.Where(WontDo)]
        );
    }

    private static PlanScores Scores(MaturityScores scores) => new(scores.Capacity, scores.Progress, scores.Dimensions);

    private static PlanScheme Scheme(FundingScheme scheme, PlannerResult result) =>
        new(
            scheme.Code,
            scheme.Title,
            scheme.Funder.Name,
            scheme.Funder.Kind,
            scheme.DeMinimis,
            scheme.Status == SchemeStatus.Illustrative,
            result.Payments.Where(p => p.Scheme == scheme.Code).Sum(p => p.Euros)
        );

    private static PlanStep Step(PlanSources from, PlannedAction planned, PlannerInput input, PlannerResult result)
    {
        var action = from.Actions.Find(planned.Code)!;
        var lines = input.Actions.First(a => a.Code == action.Code).Lines;
        return new PlanStep(
            action.Code,
            action.Title,
            action.Purpose,
            action.WhoGains,
            action.FirstStep,
            planned.StartMonth,
            action.Months,
            [action.StaffHalfDays.Management, action.StaffHalfDays.Trainer, action.StaffHalfDays.Support],
            [
                .. action.Costs.Zip(
                    lines,
                    (cost, line) =>
                        new PlanLine(
                            cost.Code,
                            cost.Label,
                            cost.Category,
                            cost.IsYearly,
                            line.LowEuros,
                            line.HighEuros,
                            [
                                .. result
                                    .Payments.Where(p => p.Action == action.Code && p.Line == cost.Code)
                                    .Select(p => new PlanPayment(p.Scheme, p.Euros)),
                            ]
                        )
                ),
            ],
            [
                .. action
                    .Reaches.Select(r => from.State.Items.FirstOrDefault(i => i.Code == r.Item)?.Dimension)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ]
        );
    }

    // "No gain" has several meanings for a person: already there, face to face by choice, not now by choice, or not answered.
    private static PlanLeftOut LeftOut(PlanSources from, LeftOutAction left)
    {
        var action = from.Actions.Find(left.Code)!;
        var high = action.Costs.Sum(c => c.IsYearly ? c.HighEuros * PlannerInputRules.YearsOf(from.Limits.Months) : c.HighEuros);
        var (reason, other) = left is { Kind: LeftOutKind.NoGain, By: null }
            ? WhyNoGain(from, action)
            : (ReasonOf(left), from.Actions.Find(left.By ?? "")?.Title);
        return new PlanLeftOut(
            action.Code,
            action.Title,
            high,
            reason,
            other,
            (int)Math.Min(int.MaxValue, left.Need),
            (int)Math.Min(int.MaxValue, left.Left)
        );
    }

    private static (LeftOutReason, Translated?) WhyNoGain(PlanSources from, StrategyAction action)
    {
        var items = action.Reaches.Select(r => (Reach: r, Item: from.State.Items.FirstOrDefault(i => i.Code == r.Item))).ToList();
        Translated? NameOf(MaturityItem? item) => item is null ? null : from.State.Dimensions.First(d => d.Code == item.Dimension).Name;
        if (items.FirstOrDefault(i => i.Item is { IsFaceToFace: true }) is { Item: { } face })
            return (LeftOutReason.FaceToFace, NameOf(face));
        if (items.FirstOrDefault(i => i.Item is { Value: { } v } && v < i.Reach.Value) is { Item: { } put })
            return (LeftOutReason.NotNow, NameOf(put));
        return
            items.FirstOrDefault(i => i.Item is null or { Value: null }) is { Reach: not null } unknown
            && items.All(i => i.Item?.Value is null)
            ? (LeftOutReason.NotAnswered, NameOf(unknown.Item))
            : (LeftOutReason.AlreadyThere, null);
    }

    private static LeftOutReason ReasonOf(LeftOutAction left) =>
        left.Kind switch
        {
            LeftOutKind.Excluded or LeftOutKind.NoGain => LeftOutReason.Excluded,
            LeftOutKind.MissingRequirement => LeftOutReason.Requirement,
            LeftOutKind.OwnMoney => LeftOutReason.OwnMoney,
            LeftOutKind.StaffDays => left.PerMonth ? LeftOutReason.StaffDays : LeftOutReason.StaffTime,
            LeftOutKind.Calendar => LeftOutReason.Calendar,
            _ => LeftOutReason.Outweighed,
        };
}
