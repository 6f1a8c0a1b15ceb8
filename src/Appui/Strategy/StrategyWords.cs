using Appui.Shared;

namespace Appui.Strategy;

/// <summary>Words that pages, documents and the API share.</summary>
public static class StrategyWords
{
    /// <summary>A priority from 0 (not now) to 3 (essential).</summary>
    public static string Priority(int priority) =>
        priority switch
        {
            3 => StrategyTexts.Priority_3,
            2 => StrategyTexts.Priority_2,
            1 => StrategyTexts.Priority_1,
            _ => StrategyTexts.Priority_0,
        };

    /// <summary>The actions left out for a reason of the plan; the others wait for an answer that a closer look at the diagnosis asks for.</summary>
    public static IReadOnlyList<PlanLeftOut> Judged(PlanContent plan) =>
        [.. plan.LeftOut.Where(l => l.Reason != LeftOutReason.NotAnswered)];

    /// <summary>One sentence on the actions that wait for an answer; null when there are none.</summary>
    public static string? Waiting(PlanContent plan) =>
        plan.LeftOut.Count(l => l.Reason == LeftOutReason.NotAnswered) switch
        {
            0 => null,
            1 => StrategyTexts.Plan_Waiting_One,
            var count => string.Format(StrategyTexts.Plan_Waiting_Other, count),
        };

    /// <summary>What keeps an action out, in one or two words.</summary>
    public static string Badge(LeftOutReason reason) =>
        reason switch
        {
            LeftOutReason.OwnMoney => StrategyTexts.Out_OwnMoney_Badge,
            LeftOutReason.StaffDays or LeftOutReason.StaffTime => StrategyTexts.Out_StaffDays_Badge,
            LeftOutReason.Calendar => StrategyTexts.Out_Calendar_Badge,
            LeftOutReason.Requirement => StrategyTexts.Out_Requirement_Badge,
            LeftOutReason.Excluded => StrategyTexts.Out_Excluded_Badge,
            LeftOutReason.FaceToFace => StrategyTexts.Out_FaceToFace_Badge,
            LeftOutReason.NotNow => StrategyTexts.Out_NotNow_Badge,
            LeftOutReason.NotAnswered => StrategyTexts.Out_NotAnswered_Badge,
            LeftOutReason.AlreadyThere => StrategyTexts.Out_AlreadyThere_Badge,
            _ => StrategyTexts.Out_Outweighed_Badge,
        };

    /// <summary>Why an action is left out, with the figures behind the reason.</summary>
    public static string Why(PlanLeftOut left) =>
        left.Reason switch
        {
            LeftOutReason.OwnMoney => string.Format(StrategyTexts.Out_OwnMoney, Show.Euros(left.Need), Show.Euros(Math.Max(0, left.Left))),
            LeftOutReason.StaffDays => string.Format(StrategyTexts.Out_StaffDays, Show.Days(left.Need), Show.Days(Math.Max(0, left.Left))),
            LeftOutReason.StaffTime => string.Format(
                StrategyTexts.Out_StaffDays_Total,
                Show.Days(left.Need),
                Show.Days(Math.Max(0, left.Left))
            ),
            LeftOutReason.Calendar => StrategyTexts.Out_Calendar,
            LeftOutReason.Requirement => string.Format(StrategyTexts.Out_Requirement, left.Other),
            LeftOutReason.Excluded => string.Format(StrategyTexts.Out_Excluded, left.Other),
            LeftOutReason.FaceToFace => string.Format(StrategyTexts.Out_FaceToFace, left.Other),
            LeftOutReason.NotNow => string.Format(StrategyTexts.Out_NotNow, left.Other),
            LeftOutReason.NotAnswered => StrategyTexts.Out_NotAnswered,
            LeftOutReason.AlreadyThere => StrategyTexts.Out_AlreadyThere,
            _ => StrategyTexts.Out_Outweighed,
        };

    /// <summary>One action, or several.</summary>
    public static string Actions(int count) => string.Format(count == 1 ? StrategyTexts.Actions_One : StrategyTexts.Actions_Other, count);

    /// <summary>One day, or several, from half-days.</summary>
    public static string Days(int halfDays) =>
        string.Format(halfDays <= 2 ? StrategyTexts.Days_One : StrategyTexts.Days_Other, Show.Days(halfDays));

    /// <summary>Who pays a step: the funders in a word each, then the provider.</summary>
    public static string Payers(PlanContent plan, PlanStep step)
    {
        if (step.HighEuros == 0)
            return StrategyTexts.Plan_NoSpending;
        var funders = PlanFunder.Of(plan).Where(f => f.Pays(step) > 0).Select(f => f.Name);
        return (string.Join(", ", funders), step.OwnEuros) switch
        {
            ("", _) => StrategyTexts.Plan_You,
            (var others, 0) => others,
            var (others, _) => string.Format(StrategyTexts.Plan_AndYou, others),
        };
    }

    /// <summary>What the whole plan is, in one sentence.</summary>
    public static string Purpose(PlanContent plan) =>
        plan.Steps.Count == 0
            ? string.Format(StrategyTexts.Plan_Purpose_Empty, Show.Euros(plan.Limits.OwnEuros))
            : string.Format(
                plan.Proven ? StrategyTexts.Plan_Purpose : StrategyTexts.Plan_Purpose_Near,
                Actions(plan.Steps.Count),
                plan.Limits.Months,
                Show.Euros(plan.Limits.OwnEuros),
                plan.GapPercent
            );

    /// <summary>A score from 0 to 100, or a dash where nothing is measured.</summary>
    public static string Score(double? score) => score is { } s ? Show.Number((long)Math.Round(s, MidpointRounding.AwayFromZero)) : "–";

    /// <summary>What a cost line pays for, and whether it comes back each year.</summary>
    public static string Line(PlanLine line) =>
        line.IsYearly ? string.Format(StrategyTexts.Pdf_EachYear, line.Label) : line.Label.ToString();

    /// <summary>What kind of support a scheme gives: de minimis, invented for the demonstration, or neither.</summary>
    public static string Nature(PlanScheme scheme) =>
        (scheme.DeMinimis, scheme.IsIllustrative) switch
        {
            (true, true) => string.Format(StrategyTexts.Pdf_And, StrategyTexts.Pdf_Nature_DeMinimis, StrategyTexts.Pdf_Nature_Example),
            (true, false) => StrategyTexts.Pdf_Nature_DeMinimis,
            (false, true) => StrategyTexts.Pdf_Nature_Example,
            _ => "–",
        };

    /// <summary>The limits a plan was made in, as names and values.</summary>
    public static IReadOnlyList<(string Name, string Value)> Limits(PlanContent plan)
    {
        var limits = plan.Limits;
        string PerMonth(int halfDays) => string.Format(StrategyTexts.Pdf_PerMonth, Days(halfDays));
        return
        [
            (StrategyTexts.Limits_Own, Show.Euros(limits.OwnEuros)),
            (StrategyTexts.Limits_Months, string.Format(StrategyTexts.Limits_MonthsOption, limits.Months)),
            (StrategyTexts.Role_Management, PerMonth(limits.ManagementHalfDays)),
            (StrategyTexts.Role_Trainer, PerMonth(limits.TrainerHalfDays)),
            (StrategyTexts.Role_Support, PerMonth(limits.SupportHalfDays)),
            (StrategyTexts.Limits_DeMinimis, Show.Euros(limits.DeMinimisReceivedEuros)),
            (StrategyTexts.Limits_Qualiopi, limits.Qualiopi ? StrategyTexts.Pdf_Yes : StrategyTexts.Pdf_No),
            .. plan
                .Dimensions.GroupBy(d => limits.Priorities.GetValueOrDefault(d.Code, LimitsRules.DefaultPriority(d.Code)))
                .OrderByDescending(group => group.Key)
                .Select(group => (Priority(group.Key), string.Join(", ", group.Select(d => d.Name)))),
        ];
    }
}
