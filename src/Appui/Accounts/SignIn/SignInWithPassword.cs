using Appui.Accounts.SignUp;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignIn;

/// <summary>Somebody came in.</summary>
/// <param name="Person">Who.</param>
/// <param name="Session">The session just begun.</param>
/// <param name="OrganisationCode">Where they land, when it is decided.</param>
public sealed record Arrival(Person Person, Session Session, string? OrganisationCode = null);

/// <summary>
/// Sign-in by address and password. A wrong password and an unknown address get the same answer after the same time, and are counted alike.
/// </summary>
public sealed class SignInWithPassword(AppuiDb db, Attempts attempts, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>Signs in with an address, proven or not yet, and a password.</summary>
    public async Task<Outcome<Arrival>> Run(string? email, string? password, Origin origin, CancellationToken stop)
    {
        if (!EmailAddress.Read(email).Is(out var address, out var malformed))
            return malformed;
        var machine = AttemptLimit.Machine(origin.Address);
        var tries = AttemptLimit.Address(address.Normalized);
        if (await attempts.Count(machine, stop) is { } locked)
            return locked;
        if (await attempts.Count(tries, stop) is { } lockedToo)
            return lockedToo;

        // The demonstration's password is known to all: its people exist nowhere else, even in a copied database.
        var isDemonstration = address.Text.EndsWith(SignInToDemonstration.Domain, StringComparison.OrdinalIgnoreCase);
        var person = isDemonstration && !settings.Demo ? null : await Find(address, stop);
        var now = clock.Now();
        if (!Passwords.Match(person?.PasswordHash, password))
        {
            if (person is not null)
                db.Note(person.Id, AccountEventKind.SignInFailed, now, origin);
            await db.SaveChangesAsync(stop);
            return AccountsRefusals.SignInWrong;
        }

        var session = Session.Open(person!.Id, SignInMethod.Password, origin, now);
        db.Sessions.Add(session);
        db.Note(person.Id, AccountEventKind.SignedIn, now, origin);
        await db.SaveChangesAsync(stop);
        await attempts.Forget(tries, stop);
        await attempts.Refund(machine, stop);
        return new Arrival(person, session);
    }

    // Exactly one password is checked: the account that proved the address, else the last one that gave it.
    private async Task<Person?> Find(EmailAddress address, CancellationToken stop) =>
        await db
            .People.Where(p => p.NormalizedEmail == address.Normalized || p.NormalizedPendingEmail == address.Normalized)
            .OrderByDescending(p => p.NormalizedEmail == address.Normalized)
            .ThenByDescending(p => p.CreatedAt)
            .FirstOrDefaultAsync(stop);
}

/// <summary>One-click sign-in of the demonstration's people. Refused anywhere else.</summary>
public sealed class SignInToDemonstration(AppuiDb db, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>Addresses of the demonstration's people end so; nobody can own the domain (RFC 2606).</summary>
    public const string Domain = "@demo.example";

    /// <summary>Who can be tried with one click; nobody outside the demonstration.</summary>
    public async Task<IReadOnlyList<DemonstrationPerson>> Offer(CancellationToken stop) =>
        settings.Demo ? await AccountsAccess.DemonstrationPeople(db, stop) : [];

    /// <summary>Signs in as one of them.</summary>
    public async Task<Outcome<Arrival>> Run(string? email, Origin origin, CancellationToken stop)
    {
        var address = EmailAddress.Of(email ?? "");
        var person =
            settings.Demo && address.Text.EndsWith(Domain, StringComparison.Ordinal)
                ? await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == address.Normalized, stop)
                : null;
        if (person is null)
            return AccountsRefusals.SignInWrong;
        var session = Session.Open(person.Id, SignInMethod.Demonstration, origin, clock.Now());
        db.Sessions.Add(session);
        db.Note(person.Id, AccountEventKind.SignedIn, clock.Now(), origin);
        await db.SaveChangesAsync(stop);
        return new Arrival(person, session);
    }
}

/// <summary>A person of the demonstration, as the sign-in page offers them.</summary>
public sealed record DemonstrationPerson(string Email, string Name, string JobTitle, string Organisation);
