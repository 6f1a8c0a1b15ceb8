using Appui.Shared;
using Microsoft.AspNetCore.Identity;

namespace Appui.Accounts;

/// <summary>Someone who can sign in. What an organisation knows of them is in their <see cref="Membership"/> there.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>A person with the keys that every account needs; no address is proven yet. Only the demonstration gives an id.</summary>
    public static Person New(string fullName, DateTime now, Guid? knownId = null)
    {
        var id = knownId ?? Ids.New();
        return new Person
        {
            Id = id,
            FullName = fullName,
            UserName = id.ToString("N"),
            NormalizedUserName = id.ToString("N").ToUpperInvariant(),
            SecurityStamp = Ids.NewSecret(),
            CreatedAt = now,
        };
    }

    /// <summary>An address given, to be proven.</summary>
    public void Give(EmailAddress email) => (PendingEmail, NormalizedPendingEmail) = (email.Text, email.Normalized);

    /// <summary>An address proven by a link mailed to it.</summary>
    public void Prove(EmailAddress email)
    {
        (Email, NormalizedEmail, EmailConfirmed) = (email.Text, email.Normalized, true);
        (PendingEmail, NormalizedPendingEmail) = (null, null);
    }

    /// <summary>Nothing says any more who it was, and nobody signs in.</summary>
    public void Forget(string name)
    {
        (FullName, Language, ReadingMode) = (name, null, false);
        (Email, NormalizedEmail, EmailConfirmed) = (null, null, false);
        (PendingEmail, NormalizedPendingEmail) = (null, null);
        (PasswordHash, PhoneNumber, SecurityStamp) = (null, null, Ids.NewSecret());
        UserName = Id.ToString("N");
        NormalizedUserName = UserName.ToUpperInvariant();
    }

    /// <summary>Name they gave themselves; each organisation may know them under another.</summary>
    public required string FullName { get; set; }

    /// <summary>Language of screens and mails, "fr" or "en"; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>Reading mode: another typeface, larger and wider.</summary>
    public bool ReadingMode { get; set; }

    /// <summary>
    /// Address given but not yet proven by the link mailed to it. <see cref="IdentityUser{TKey}.Email"/> holds proven addresses only, so that
    /// nobody can take an address, or learn that it is known, by signing up with it.
    /// </summary>
    public string? PendingEmail { get; set; }

    /// <summary><see cref="PendingEmail"/> in the form that is compared.</summary>
    public string? NormalizedPendingEmail { get; set; }

    /// <summary>The address to write to: proven, else given.</summary>
    public string? AnyEmail => Email ?? PendingEmail;

    /// <summary>When the account was made.</summary>
    public DateTime CreatedAt { get; init; }
}

/// <summary>How somebody proved who they are. Passkeys and OpenID Connect will add theirs.</summary>
public enum SignInMethod
{
    /// <summary>E-mail address and password.</summary>
    Password,

    /// <summary>Organisation code, trainee identifier and PIN.</summary>
    Pin,

    /// <summary>Card with a QR code.</summary>
    Card,

    /// <summary>Link received by mail.</summary>
    Link,

    /// <summary>One click, in the demonstration only.</summary>
    Demonstration,
}

/// <summary>One sign-in on one device, listed to its owner and revocable.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime SeenAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Browser and system in a few words.</summary>
    public required string Device { get; init; }

    /// <summary>How the person proved who they are.</summary>
    public required SignInMethod Method { get; init; }

    /// <summary>Set when the session is good for one organisation alone (trainee by PIN or QR).</summary>
    public Guid? OnlyOrganisationId { get; init; }

    /// <summary>How long a session lasts without being used.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(30);

    /// <summary>A session that begins now.</summary>
    public static Session Open(Guid personId, SignInMethod method, Origin origin, DateTime now, Guid? onlyOrganisation = null) =>
        new()
        {
            Id = Ids.New(),
            PersonId = personId,
            Method = method,
            StartedAt = now,
            SeenAt = now,
            Device = origin.Device,
            OnlyOrganisationId = onlyOrganisation,
        };
}
