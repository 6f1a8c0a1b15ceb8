using Appui.Strategy.Contract;

namespace Appui.Strategy;

/// <summary>Who pays part of a plan, by nature: the schemes of the Région together, those of the Opco together.</summary>
public sealed record PlanFunder(PayerKind Kind, IReadOnlyList<PlanScheme> Schemes)
{
    /// <summary>What these schemes pay of the whole plan.</summary>
    public int Euros => Schemes.Sum(s => s.Euros);

    /// <summary>Its name in a word.</summary>
    public string Name =>
        Kind switch
        {
            PayerKind.SkillsOperator => StrategyTexts.Funder_SkillsOperator,
            PayerKind.Region => StrategyTexts.Funder_Region,
            PayerKind.State => StrategyTexts.Funder_State,
            PayerKind.Foundation => StrategyTexts.Funder_Foundation,
            PayerKind.Europe when Schemes.All(IsEuropean) => StrategyTexts.Funder_Europe,
            PayerKind.Europe when Schemes.Any(IsEuropean) => StrategyTexts.Funder_EuropeAndOthers,
            _ => StrategyTexts.Funder_Others,
        };

    private static bool IsEuropean(PlanScheme scheme) => scheme.FunderKind == "europe";

    /// <summary>What these schemes pay of a step.</summary>
    public int Pays(PlanStep step) => Schemes.Sum(s => step.PaidBy(s.Code));

    /// <summary>Who pays what of a plan: its funders, then the provider. Only those who pay.</summary>
    public static IReadOnlyList<Payer> PayersOf(PlanContent plan) =>
        [
            .. Of(plan)
                .Select(f => new Payer(f.Kind, f.Name, f.Euros))
                .Append(new Payer(PayerKind.Provider, StrategyTexts.Plan_You, plan.OwnEuros))
                .Where(p => p.Euros > 0),
        ];

    /// <summary>The funders of a plan, always in the same order.</summary>
    public static IReadOnlyList<PlanFunder> Of(PlanContent plan) =>
        [
            .. plan
                .Schemes.GroupBy(s => Payers.Of(s.FunderKind))
                .OrderBy(kind => kind.Key)
                .Select(kind => new PlanFunder(kind.Key, [.. kind])),
        ];
}
