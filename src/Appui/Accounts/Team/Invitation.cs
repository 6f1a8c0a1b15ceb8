using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.Team;

/// <summary>Somebody was asked by mail to join an organisation, under the name and with the roles it has for them. The mailed link is kept as a hash.</summary>
public sealed class Invitation : IOwned
{
    /// <summary>How long the mailed link works.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(14);

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Address the link went to, which using it proves.</summary>
    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }

    /// <summary>Name as the organisation knows the person.</summary>
    public required string Name { get; init; }

    public required Roles Roles { get; init; }

    /// <summary>What the person will do there, in words.</summary>
    public string? JobTitle { get; init; }

    public required string SecretHash { get; set; }

    public required Guid InvitedBy { get; init; }

    public required DateTime InvitedAt { get; init; }

    public required DateTime ExpiresAt { get; set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>True until it was accepted or revoked; its link may still have expired.</summary>
    public bool IsPending => AcceptedAt is null && RevokedAt is null;

    /// <summary>True while the link can be used.</summary>
    public bool IsOpen(DateTime now) => IsPending && now < ExpiresAt;

    /// <summary>Somebody came in by it.</summary>
    public Refusal? Accept(DateTime now)
    {
        if (!IsOpen(now))
            return AccountsRefusals.LinkClosed;
        AcceptedAt = now;
        return null;
    }

    /// <summary>From now on its link opens nothing.</summary>
    public Refusal? Revoke(DateTime now)
    {
        if (!IsPending)
            return AccountsRefusals.InvitationClosed;
        RevokedAt = now;
        return null;
    }

    /// <summary>A new link replaces the former one, for as long again.</summary>
    public Refusal? Renew(string secretHash, DateTime now)
    {
        if (!IsPending)
            return AccountsRefusals.InvitationClosed;
        (SecretHash, ExpiresAt) = (secretHash, now + Life);
        return null;
    }
}
