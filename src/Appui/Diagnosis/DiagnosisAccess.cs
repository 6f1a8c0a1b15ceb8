using Appui.Shared;

namespace Appui.Diagnosis;

/// <summary>Who may do what with a diagnosis of the actor's organisation.</summary>
public static class DiagnosisAccess
{
    /// <summary>The management answers, or the visitor in their own provisional space, or an API client with the scope (checked at the edge).</summary>
    public static Refusal? MayAnswer(Actor actor) =>
        actor.Has(Roles.Manager | Roles.Visitor) || actor.ClientId is not null ? null : DiagnosisRefusals.OnlyManagement;

    /// <summary>Who answers may read, and so may the team.</summary>
    public static Refusal? MayRead(Actor actor) =>
        actor.Has(Roles.Manager | Roles.Visitor | Roles.Trainer) || actor.ClientId is not null ? null : DiagnosisRefusals.OnlyManagement;

    /// <summary>The management with an account lets voices be heard and backs answers: what is given in confidence is not left behind a link.</summary>
    public static Refusal? MayManage(Actor actor) => actor.Has(Roles.Manager) ? null : DiagnosisRefusals.OnlyManagement;
}
