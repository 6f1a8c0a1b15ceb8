using Appui.Shared.Audit;

namespace Appui.Strategy;

/// <summary>What Strategy writes in an organisation's audit.</summary>
public static class StrategyKinds
{
    /// <summary>A plan was asked for.</summary>
    public static AuditKind PlanAsked { get; } = new("strategy.plan-asked", () => StrategyTexts.Audit_PlanAsked);
}
