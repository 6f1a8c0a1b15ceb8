using System.Security.Claims;
using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.Contract;

/// <summary>What a member gets when entering an organisation: a feature of each request under <c>/o/{organisation}</c>.</summary>
/// <param name="TimeZone">IANA name of the organisation's zone.</param>
public sealed record Entry(
    Guid OrganisationId,
    string OrganisationName,
    string TimeZone,
    Guid MembershipId,
    Roles Roles,
    string DisplayName,
    OrganisationKind Kind
)
{
    /// <summary>The member for whom a deputy acts now, or null.</summary>
    public Absent? For { get; init; }
}

/// <summary>A member for whom a deputy acts.</summary>
public sealed record Absent(Guid PersonId, string DisplayName, Roles Roles);

/// <summary>A line of the organisation switcher.</summary>
public sealed record SwitcherLine(string Code, string Name, Roles Roles);

/// <summary>The organisations somebody can go to, for the layout. Each has its own address, so two tabs serve two of them.</summary>
public sealed class Switcher(AppuiDb db)
{
    /// <summary>One line per organisation, by name; none for a visitor.</summary>
    public Task<IReadOnlyList<SwitcherLine>> Lines(ClaimsPrincipal user, CancellationToken stop) => AccountsAccess.Switcher(db, user, stop);
}
