using System.Reflection;
using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;

namespace Appui.Accounts.Journal;

/// <summary>What Accounts writes in an organisation's audit: what the organisation has a right to know, no private fact of a person.</summary>
public static class AccountsKinds
{
    /// <summary>The organisation was made, or a visitor's space became it.</summary>
    public static AuditKind Founded { get; } = new("accounts.organisation-founded", () => AccountsTexts.Audit_Founded);

    /// <summary>What the organisation says of itself changed; each fact is "before → after" by field.</summary>
    public static AuditKind SettingsChanged { get; } =
        new("accounts.settings-changed", () => AccountsTexts.Audit_SettingsChanged)
        {
            Tell = facts => string.Join(" · ", facts.Select(f => $"{OrganisationLabels.Field(f.Key)} : {f.Value}")),
        };

    /// <summary>The organisation has a logo, or another one.</summary>
    public static AuditKind LogoChanged { get; } = new("accounts.logo-changed", () => AccountsTexts.Audit_LogoChanged);

    /// <summary>It has none any more.</summary>
    public static AuditKind LogoRemoved { get; } = new("accounts.logo-removed", () => AccountsTexts.Audit_LogoRemoved);

    /// <summary>A program may call the API.</summary>
    public static AuditKind ClientMade { get; } = new("accounts.client-made", () => AccountsTexts.Audit_ClientMade);

    /// <summary>A program may no longer call it.</summary>
    public static AuditKind ClientRevoked { get; } = new("accounts.client-revoked", () => AccountsTexts.Audit_ClientRevoked);

    /// <summary>A member changed their password.</summary>
    public static AuditKind PasswordChanged { get; } = new("accounts.password-changed", () => AccountsTexts.Audit_PasswordChanged);

    /// <summary>A member said that somebody else used their account: every session of theirs was ended.</summary>
    public static AuditKind AccountSecured { get; } = new("accounts.account-secured", () => AccountsTexts.Audit_AccountSecured);

    /// <summary>Two accounts of one person became one.</summary>
    public static AuditKind AccountsJoined { get; } = new("accounts.accounts-joined", () => AccountsTexts.Audit_AccountsJoined);

    /// <summary>Somebody was asked by mail to join, for the first time or again.</summary>
    public static AuditKind Invited { get; } = new("accounts.invited", () => AccountsTexts.Audit_Invited) { Tell = TellRoles };

    /// <summary>An invitation was taken back.</summary>
    public static AuditKind InvitationRevoked { get; } = new("accounts.invitation-revoked", () => AccountsTexts.Audit_InvitationRevoked);

    /// <summary>Somebody accepted an invitation.</summary>
    public static AuditKind MemberJoined { get; } =
        new("accounts.member-joined", () => AccountsTexts.Audit_MemberJoined) { Tell = TellRoles };

    /// <summary>A membership ended.</summary>
    public static AuditKind MemberLeft { get; } = new("accounts.member-left", () => AccountsTexts.Audit_MemberLeft);

    /// <summary>A member's roles changed.</summary>
    public static AuditKind RolesChanged { get; } =
        new("accounts.roles-changed", () => AccountsTexts.Audit_RolesChanged) { Tell = TellRoles };

    /// <summary>A member lent their roles to another for some days.</summary>
    public static AuditKind DeputyNamed { get; } = new("accounts.deputy-named", () => AccountsTexts.Audit_DeputyNamed);

    /// <summary>That ended before its time.</summary>
    public static AuditKind DeputyEnded { get; } = new("accounts.deputy-ended", () => AccountsTexts.Audit_DeputyEnded);

    /// <summary>A trainee was added.</summary>
    public static AuditKind TraineeAdded { get; } = new("accounts.trainee-added", () => AccountsTexts.Audit_TraineeAdded);

    /// <summary>A trainee got a new PIN and card.</summary>
    public static AuditKind AccessReissued { get; } = new("accounts.access-reissued", () => AccountsTexts.Audit_AccessReissued);

    /// <summary>A trainee's PIN and card were taken away.</summary>
    public static AuditKind AccessRevoked { get; } = new("accounts.access-revoked", () => AccountsTexts.Audit_AccessRevoked);

    // Roles are written by name, and told in the reader's language.
    private static string TellRoles(IReadOnlyDictionary<string, string> facts) =>
        string.Join(
            " · ",
            facts.Select(f => f.Key != "name" && Enum.TryParse<Roles>(f.Value, out var roles) ? RoleLabels.List(roles) : f.Value)
        );

    /// <summary>All of the above, to be registered.</summary>
    public static IEnumerable<AuditKind> All =>
        typeof(AccountsKinds)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(AuditKind))
            .Select(p => (AuditKind)p.GetValue(null)!);

    /// <summary>Notes in each organisation a person belongs to something they did to their own account and that it concerns.</summary>
    internal static async Task RecordInOrganisations(this AppuiDb db, Guid personId, AuditKind kind, DateTime now, CancellationToken stop)
    {
        foreach (var membership in await AccountsAccess.MembershipsOf(db, personId, stop))
            db.Record(new Actor(personId, null, membership.OrganisationId, membership.Roles), kind, now, personId);
    }
}
