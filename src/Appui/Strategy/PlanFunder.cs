namespace Appui.Strategy;

/// <summary>Who pays part of a plan, by nature: the schemes of the Région together, those of the Opco together.</summary>
/// <param name="Kind">Nature of the funder, as <c>Appui.Schemes.Contract.Funder.Kind</c> names it.</param>
public sealed record PlanFunder(string Kind, IReadOnlyList<PlanScheme> Schemes)
{
    /// <summary>The natures in the order of every page and document.</summary>
    private static readonly string[] Order = ["skillsOperator", "region", "state", "foundation", "europe"];

    /// <summary>What these schemes pay of the whole plan.</summary>
    public int Euros => Schemes.Sum(s => s.Euros);

    /// <summary>Its name in a word.</summary>
    public string Name =>
        Kind switch
        {
            "skillsOperator" => StrategyTexts.Funder_SkillsOperator,
            "region" => StrategyTexts.Funder_Region,
            "state" => StrategyTexts.Funder_State,
            "foundation" => StrategyTexts.Funder_Foundation,
            "europe" => StrategyTexts.Funder_Europe,
            _ => Schemes[0].Funder.ToString(),
        };

    /// <summary>What these schemes pay of a step.</summary>
    public int Pays(PlanStep step) => Schemes.Sum(s => step.PaidBy(s.Code));

    /// <summary>The funders of a plan, always in the same order.</summary>
    public static IReadOnlyList<PlanFunder> Of(PlanContent plan) =>
        [
            .. plan
                .Schemes.GroupBy(s => s.FunderKind, StringComparer.Ordinal)
                .OrderBy(kind => Array.IndexOf(Order, kind.Key))
                .Select(kind => new PlanFunder(kind.Key, [.. kind])),
        ];
}
