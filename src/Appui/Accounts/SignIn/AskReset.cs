using Appui.Accounts.Journal;
using Appui.Accounts.SignUp;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignIn;

/// <summary>Somebody forgot their password. The answer is the same whether the address is known or not; a known one receives a link.</summary>
public sealed class AskReset(AppuiDb db, MailedLinks links, Attempts attempts, TimeProvider clock)
{
    /// <summary>Asks for a link.</summary>
    public async Task<Outcome> Run(string? email, Origin origin, CancellationToken stop)
    {
        if (!EmailAddress.Read(email).Is(out var address, out var malformed))
            return malformed;
        if (await attempts.Count(AttemptLimit.SignUp(origin.Address), stop) is { } tooMany)
            return tooMany;
        if (await attempts.Count(AttemptLimit.Mail(address.Normalized), stop) is { } tooManyMails)
            return tooManyMails;
        var person = await db
            .People.Where(p => p.NormalizedEmail == address.Normalized || p.NormalizedPendingEmail == address.Normalized)
            .OrderByDescending(p => p.NormalizedEmail == address.Normalized)
            .ThenByDescending(p => p.CreatedAt)
            .FirstOrDefaultAsync(stop);
        if (person is null)
            return Outcome.Done;
        links.Reset(person);
        db.Note(person.Id, AccountEventKind.ResetAsked, clock.Now(), origin);
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}

/// <summary>A new password by the link received by mail. It proves the address, ends every session, and opens one here.</summary>
public sealed class ResetPassword(AppuiDb db, SessionBook book, Attempts attempts, TimeProvider clock)
{
    /// <summary>Sets the password, once.</summary>
    public async Task<Outcome<Arrival>> Run(string secret, string? password, Origin origin, CancellationToken stop)
    {
        var now = clock.Now();
        if (await db.FindLink(secret, MailedLinkKind.Reset, stop) is not { } link || !link.IsOpen(now))
            return AccountsRefusals.LinkClosed;
        if (PasswordRules.Check(password) is { } weak)
            return weak;
        if (link.Use(now) is { } closed)
            return closed;
        var person = await db.People.SingleAsync(p => p.Id == link.PersonId, stop);
        person.PasswordHash = Passwords.Hash(password!);
        person.SecurityStamp = Ids.NewSecret();
        await db.ProveAddress(person, EmailAddress.Of(link.Email), stop);
        await db.CloseEverySession(person.Id, null, now, stop);
        var session = Session.Open(person.Id, SignInMethod.Link, origin, now);
        db.Sessions.Add(session);
        db.Note(person.Id, AccountEventKind.PasswordChanged, now, origin);
        await db.RecordInOrganisations(person.Id, AccountsKinds.PasswordChanged, now, stop);
        await db.SaveChangesAsync(stop);
        book.ForgetPerson(person.Id);
        await attempts.Forget(AttemptLimit.Address(EmailAddress.Of(link.Email).Normalized), stop);
        return new Arrival(person, session);
    }
}

/// <summary>The holder of an address says, with one click after opening the link, that it is theirs.</summary>
public sealed class ConfirmAddress(AppuiDb db, TimeProvider clock)
{
    /// <summary>Proves the address, once.</summary>
    public async Task<Outcome<Person>> Run(string secret, Origin origin, CancellationToken stop)
    {
        var now = clock.Now();
        if (await db.FindLink(secret, MailedLinkKind.Confirm, stop) is not { } link || link.Use(now) is not null)
            return AccountsRefusals.LinkClosed;
        var person = await db.People.SingleAsync(p => p.Id == link.PersonId, stop);
        if (!await db.ProveAddress(person, EmailAddress.Of(link.Email), stop))
            return AccountsRefusals.AddressTaken;
        db.Note(person.Id, AccountEventKind.AddressProven, now, origin, link.Email);
        await db.SaveChangesAsync(stop);
        return person;
    }
}

internal static class MailedLinkRows
{
    internal static Task<MailedLink?> FindLink(this AppuiDb db, string secret, MailedLinkKind kind, CancellationToken stop)
    {
        var hash = Ids.HashOf(secret);
        return db.MailedLinks.SingleOrDefaultAsync(l => l.SecretHash == hash && l.Kind == kind, stop);
    }

    // An address belongs to whoever proved it first; those who only gave it lose it.
    internal static async Task<bool> ProveAddress(this AppuiDb db, Person person, EmailAddress address, CancellationToken stop)
    {
        if (person.NormalizedEmail == address.Normalized)
            return true;
        var others = await db
            .People.Where(p =>
                p.Id != person.Id && (p.NormalizedEmail == address.Normalized || p.NormalizedPendingEmail == address.Normalized)
            )
            .ToListAsync(stop);
        if (others.Any(p => p.NormalizedEmail == address.Normalized))
            return false;
        foreach (var other in others)
            (other.PendingEmail, other.NormalizedPendingEmail) = (null, null);
        person.Prove(address);
        return true;
    }
}
