using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.Team;

/// <summary>A member lets another act for them between two days (suppléance). It lends roles, gives none, and is not passed on.</summary>
public sealed class Deputy : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Membership of the one who is away.</summary>
    public required Guid AbsentId { get; init; }

    /// <summary>Membership of the one who acts for them.</summary>
    public required Guid DeputyId { get; init; }

    /// <summary>Beginning of the first day, where the organisation is.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>End of the last day, where the organisation is.</summary>
    public required DateTime EndsAt { get; init; }

    public required DateTime NamedAt { get; init; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>True while the deputy acts.</summary>
    public bool IsActive(DateTime now) => RevokedAt is null && StartsAt <= now && now < EndsAt;

    /// <summary>It ends now, or never begins.</summary>
    public Refusal? Revoke(DateTime now)
    {
        if (RevokedAt is not null || EndsAt <= now)
            return AccountsRefusals.AlreadyRevoked;
        RevokedAt = now;
        return null;
    }
}
