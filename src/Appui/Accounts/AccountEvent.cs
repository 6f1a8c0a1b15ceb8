using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts;

/// <summary>What happened on somebody's account. The sentence is the text named <c>Event_…</c>.</summary>
public enum AccountEventKind
{
    AccountMade,
    SignedIn,
    SignInFailed,
    SignedOut,
    SessionEnded,
    EverySessionEnded,
    PasswordChanged,
    ResetAsked,
    AddressProven,
    AddressChanged,
    JoinedOrganisation,
    LeftOrganisation,
    RolesChanged,
    NamedDeputy,
    NotMe,
}

/// <summary>A line of the page where people check that nobody else uses their account. Kept one year.</summary>
public sealed class AccountEvent
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required AccountEventKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Browser and system in a few words, when a person was there.</summary>
    public string? Device { get; init; }

    /// <summary>Name of the organisation concerned, or what else completes the sentence.</summary>
    public string? Detail { get; init; }
}

/// <summary>Where a request comes from, as far as people need to recognise it.</summary>
/// <param name="Device">Browser and system in a few words.</param>
/// <param name="Address">Network address, counted only, never kept.</param>
public sealed record Origin(string Device, string Address);

/// <summary>The one place where Accounts writes down what happened: for the person concerned, and in the organisation's audit.</summary>
public static class AccountsAudit
{
    /// <summary>Adds a line to a person's own page; saved with the action that caused it.</summary>
    public static void Note(
        this AppuiDb db,
        Guid personId,
        AccountEventKind kind,
        DateTime now,
        Origin? origin = null,
        string? detail = null
    ) =>
        db.AccountEvents.Add(
            new AccountEvent
            {
                Id = Ids.New(),
                PersonId = personId,
                Kind = kind,
                At = now,
                Device = origin?.Device,
                Detail = detail,
            }
        );
}
