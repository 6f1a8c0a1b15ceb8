using Appui.Shared;

namespace Appui.Tests.House.Routes;

/// <summary>Who a route is for.</summary>
public enum Audience
{
    /// <summary>Everybody, signed in or not.</summary>
    Anyone,

    /// <summary>Whoever is signed in, for what is their own.</summary>
    SignedIn,

    /// <summary>Members of the organisation in the address, with one of the roles; or the holder of a visitor's link.</summary>
    Space,

    /// <summary>API clients of an organisation with the scope of the endpoint.</summary>
    Client,

    /// <summary>Whoever holds a secret of the address; the walk has made-up ones.</summary>
    Secret,

    /// <summary>Nobody outside of the demonstration.</summary>
    Nobody,
}

/// <summary>How the walk calls one handler of a route: who it is for, and what stands in its address and its body.</summary>
/// <param name="Route">As the failure of the walk writes it.</param>
/// <param name="For">Who it is for.</param>
/// <param name="Roles">Roles that are admitted, for <see cref="Audience.Space"/>.</param>
/// <param name="Value">What replaces the holes of the route, separated by « | », from a place that is the caller's own or somebody else's.</param>
/// <param name="Body">Form or JSON that is sent.</param>
/// <param name="Once">The call consumes what it names: only the first role that is admitted makes it.</param>
public sealed record Sample(
    string Route,
    Audience For,
    Roles Roles = Roles.None,
    Func<Place, string>? Value = null,
    Func<Place, string>? Body = null,
    bool Once = false
)
{
    /// <summary>Only in an organisation that accompanies others, whatever the role elsewhere.</summary>
    public bool Advised { get; init; }

    /// <summary>For members with one of the roles, of an organisation that accompanies others.</summary>
    public static Sample Adviser(
        string route,
        Roles roles,
        Func<Place, string>? value = null,
        Func<Place, string>? body = null,
        bool once = false
    ) => new(route, Audience.Space, roles, value, body, once) { Advised = true };

    /// <summary>For everybody.</summary>
    public static Sample Anyone(string route, Func<Place, string>? value = null, Func<Place, string>? body = null) =>
        new(route, Audience.Anyone, Value: value, Body: body);

    /// <summary>For whoever is signed in.</summary>
    public static Sample SignedIn(string route, Func<Place, string>? body = null, bool once = false) =>
        new(route, Audience.SignedIn, Body: body, Once: once);

    /// <summary>For members with one of the roles (<see cref="Roles.Visitor"/>: holders of a link, where the page is there too).</summary>
    public static Sample Space(
        string route,
        Roles roles,
        Func<Place, string>? value = null,
        Func<Place, string>? body = null,
        bool once = false
    ) => new(route, Audience.Space, roles, value, body, once);

    /// <summary>For API clients.</summary>
    public static Sample Client(string route, Func<Place, string>? value = null, Func<Place, string>? body = null) =>
        new(route, Audience.Client, Value: value, Body: body);

    /// <summary>For holders of a secret: made up here, so it opens nothing.</summary>
    public static Sample Secret(string route) => new(route, Audience.Secret, Value: _ => new string('x', 32));

    /// <summary>For nobody outside of the demonstration.</summary>
    public static Sample Nobody(string route, Func<Place, string>? value = null) => new(route, Audience.Nobody, Value: value);
}

/// <summary>An organisation or a visitor's space with one of everything that an address can name.</summary>
public sealed record Place(
    string Prefix,
    Guid OrganisationId,
    Member? Manager,
    Guid Diagnosis,
    Guid Plan,
    Guid Work,
    Guid Client,
    string ClientKey,
    Guid Session,
    TeamPapers Team,
    Guid Logo,
    DiagnosisPapers Papers,
    Guid Draft = default,
    Guid Published = default
);

/// <summary>One of everything that a diagnosis has beside its answers: a voice, an evidence with its file, a link for a reader.</summary>
public sealed record DiagnosisPapers(Guid Voice, Guid Evidence, Guid File, Guid Share);

/// <summary>One of everything that a team has: a colleague, a trainee, an invitation that waits, a deputy.</summary>
public sealed record TeamPapers(Guid Member, Guid Trainee, Guid Invitation, Guid Deputy);
