namespace Appui.Shared;

/// <summary>What a person does in an organisation. One membership may carry several.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Responsable: decides, spends, invites.</summary>
    Manager = 1,

    /// <summary>Formateur.</summary>
    Trainer = 2,

    /// <summary>Stagiaire.</summary>
    Trainee = 4,

    /// <summary>Instructeur of a funder.</summary>
    Officer = 8,

    /// <summary>Conseiller of a skills operator.</summary>
    Adviser = 16,

    /// <summary>Chargé d'études.</summary>
    Analyst = 32,

    /// <summary>Éditeur de contenus.</summary>
    Publisher = 64,

    /// <summary>Expert, consultant.</summary>
    Expert = 128,

    /// <summary>Hosts the platform.</summary>
    Administrator = 256,

    /// <summary>Holder of the link to a provisional space, without an account.</summary>
    Visitor = 512,
}

/// <summary>Who acts, and for which organisation. Every action receives one.</summary>
/// <param name="PersonId">The person who signed in, if one did.</param>
/// <param name="ClientId">The API client, if one calls.</param>
/// <param name="OrganisationId">The organisation whose data is touched; <see cref="Guid.Empty"/> sees nothing.</param>
/// <param name="Roles">What the actor may be there.</param>
/// <param name="OnBehalfOf">The person for whom a deputy acts.</param>
public sealed record Actor(Guid? PersonId, Guid? ClientId, Guid OrganisationId, Roles Roles, Guid? OnBehalfOf = null)
{
    /// <summary>Nobody, nowhere: sees no owned row.</summary>
    public static readonly Actor Nobody = new(null, null, Guid.Empty, Roles.None);

    /// <summary>True when the actor has at least one of the given roles.</summary>
    public bool Has(Roles any) => (Roles & any) != Roles.None;
}

/// <summary>The actor of the current request or job. The tenant filter of <c>AppuiDb</c> reads it.</summary>
public sealed class CurrentActor
{
    /// <summary>Who acts now. Nobody until the edge has found out.</summary>
    public Actor Actor { get; set; } = Actor.Nobody;

    /// <summary>Code of the organisation in the address, when the page belongs to one.</summary>
    public string? OrganisationCode { get; set; }

    /// <summary>Secret link of the provisional space in the address, when the page belongs to one.</summary>
    public string? Link { get; set; }

    /// <summary>Name of the organisation in the address.</summary>
    public string? OrganisationName { get; set; }

    /// <summary>True in an organisation that trains people.</summary>
    public bool HasTrainees { get; set; }

    /// <summary>True in an organisation that may assess itself and plan: a provider, a publisher, a consultancy; not a funder.</summary>
    public bool MayHavePlans { get; set; }

    /// <summary>True in an organisation that accompanies others: a skills operator, a region, a service of the State, an observatory.</summary>
    public bool MayAdvise { get; set; }

    /// <summary>Name of the member, as that organisation knows them.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Name of the member for whom a deputy acts, as that organisation knows them.</summary>
    public string? OnBehalfOfName { get; set; }

    /// <summary>Where the organisation's clocks are; Paris outside a space.</summary>
    public TimeZoneInfo Zone { get; set; } = Clock.Paris;

    /// <summary>Beginning of the addresses of this space: <c>/o/code</c> or <c>/essai/link</c>; empty outside a space.</summary>
    public string Prefix =>
        OrganisationCode is { } code ? $"/o/{code}"
        : Link is { } link ? $"/essai/{link}"
        : "";
}
