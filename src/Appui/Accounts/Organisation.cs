using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts;

/// <summary>Whether an organisation is a visitor's provisional space or a real one.</summary>
public enum OrganisationState
{
    /// <summary>Reached by a secret link, no member; becomes real at sign-up, or is collected.</summary>
    Provisional,

    /// <summary>Has members.</summary>
    Active,
}

/// <summary>An organisation: the tenant that owns rows. A visitor's provisional space is one too, so that signing up moves nothing.</summary>
public sealed class Organisation
{
    public required Guid Id { get; init; }

    /// <summary>Short readable name in addresses, and the code trainees type to sign in by PIN.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public required OrganisationKind Kind { get; set; }

    public required OrganisationState State { get; set; }

    public required ProviderProfile Profile { get; set; }

    /// <summary>14 digits, checked; null until known.</summary>
    public string? Siret { get; set; }

    /// <summary>Numéro de déclaration d'activité, 11 characters.</summary>
    public string? ActivityNumber { get; set; }

    /// <summary>INSEE code of the region.</summary>
    public string? RegionCode { get; set; }

    /// <summary>INSEE code of the department.</summary>
    public string? DepartmentCode { get; set; }

    /// <summary>IANA zone, from the department, overseas included.</summary>
    public required string TimeZone { get; set; }

    public bool Qualiopi { get; set; }

    public int Employees { get; set; }

    public int Trainers { get; set; }

    public int TraineesPerYear { get; set; }

    /// <summary>Its logo, a file that it keeps.</summary>
    public Guid? LogoId { get; set; }

    /// <summary>Group of companies in the sense of State-aid law, when declared.</summary>
    public Guid? UndertakingId { get; set; }

    /// <summary>SHA-256 of the secret link while the space is provisional.</summary>
    public string? LinkHash { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? ClaimedAt { get; set; }

    /// <summary>A provisional space, or a blank organisation, becomes a real one under a code of its own. Its secret link opens nothing any more.</summary>
    public void Claim(string code, DateTime now)
    {
        Code = code;
        State = OrganisationState.Active;
        LinkHash = null;
        ClaimedAt = now;
    }
}

/// <summary>A person in one organisation, as that organisation knows them. No other organisation sees it.</summary>
public sealed class Membership : IOwned
{
    /// <summary>A person becomes a member, under the name the organisation has for them.</summary>
    public static Membership Of(Guid organisation, Guid person, Roles roles, string displayName, DateTime now, string? email = null) =>
        new()
        {
            Id = Ids.New(),
            OrganisationId = organisation,
            PersonId = person,
            Roles = roles,
            DisplayName = displayName,
            ContactEmail = email,
            JoinedAt = now,
        };

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required Roles Roles { get; set; }

    /// <summary>Name as this organisation knows the person.</summary>
    public required string DisplayName { get; set; }

    public string? ContactEmail { get; set; }

    public string? ContactPhone { get; set; }

    /// <summary>What the person does there, in words.</summary>
    public string? JobTitle { get; set; }

    /// <summary>Accepts to be shown as someone to call.</summary>
    public bool IsPublicContact { get; set; }

    public required DateTime JoinedAt { get; init; }

    public DateTime? EndedAt { get; set; }
}
