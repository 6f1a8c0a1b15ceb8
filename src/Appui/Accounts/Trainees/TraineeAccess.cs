using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.Trainees;

/// <summary>
/// How a trainee without e-mail signs in to one organisation: a PIN typed with its code, and a card with a QR code. Both are kept as hashes,
/// shown once, replaced together, and open nothing elsewhere.
/// </summary>
public sealed class TraineeAccess : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>Slow hash of the PIN, null when revoked. No two trainees of an organisation have the same PIN.</summary>
    public string? PinHash { get; private set; }

    /// <summary>SHA-256 of the card's secret (160 random bits need no slow hash), null when revoked.</summary>
    public string? CardHash { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    public DateTime? LastUsedAt { get; set; }

    /// <summary>A new PIN and a new card; the former ones open nothing any more.</summary>
    public void Issue(string pinHash, string cardHash, DateTime now) => (PinHash, CardHash, IssuedAt) = (pinHash, cardHash, now);

    /// <summary>Neither PIN nor card opens anything.</summary>
    public Refusal? Revoke()
    {
        if (PinHash is null)
            return AccountsRefusals.AlreadyRevoked;
        (PinHash, CardHash, IssuedAt) = (null, null, null);
        return null;
    }
}

/// <summary>PIN and card of a trainee, as they are shown this one time.</summary>
/// <param name="Name">Whose they are.</param>
/// <param name="Pin">Six digits.</param>
/// <param name="Address">What the QR code leads to.</param>
public sealed record TraineeCard(string Name, string Pin, string Address);
