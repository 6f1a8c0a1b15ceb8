using Appui.Shared;

namespace Appui.Strategy;

/// <summary>Who may do what with the plans of the actor's organisation.</summary>
public static class StrategyAccess
{
    /// <summary>The management plans, a visitor in their own space, or an API client with the scope (checked at the edge).</summary>
    public static Refusal? MayPlan(Actor actor) =>
        actor.Has(Roles.Manager | Roles.Visitor) || actor.ClientId is not null ? null : StrategyRefusals.OnlyManagement;

    /// <summary>The whole team reads the plan.</summary>
    public static Refusal? MayRead(Actor actor) =>
        actor.Has(Roles.Manager | Roles.Visitor | Roles.Trainer) || actor.ClientId is not null ? null : StrategyRefusals.OnlyManagement;
}
