using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignIn;

/// <summary>Ends one session of a person: they signed out, or closed it from another device.</summary>
public sealed class EndSession(AppuiDb db, SessionBook book, TimeProvider clock)
{
    /// <summary>Ends it. A session of somebody else does not exist.</summary>
    public async Task<Outcome> Run(Guid personId, Guid sessionId, AccountEventKind kind, Origin origin, CancellationToken stop)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.PersonId == personId && s.EndedAt == null, stop);
        if (session is null)
            return AccountsRefusals.UnknownSession;
        session.EndedAt = clock.Now();
        db.Note(personId, kind, clock.Now(), origin, kind == AccountEventKind.SessionEnded ? session.Device : null);
        await db.SaveChangesAsync(stop);
        book.Forget(sessionId);
        return Outcome.Done;
    }
}

/// <summary>
/// « Ce n’était pas moi »: every session ends, the password no longer works, and a link to choose another goes to the person's address.
/// Not to the browser: whoever holds it may be the other one.
/// </summary>
public sealed class SecureAccount(AppuiDb db, MailedLinks links, SessionBook book, TimeProvider clock)
{
    /// <summary>Secures the account. True when a mail was sent; false when there is no address to send it to.</summary>
    public async Task<bool> Run(Guid personId, Origin origin, CancellationToken stop)
    {
        var person = await db.People.SingleAsync(p => p.Id == personId, stop);
        person.PasswordHash = null;
        person.SecurityStamp = Ids.NewSecret();
        db.Note(personId, AccountEventKind.NotMe, clock.Now(), origin);
        await db.RecordInOrganisations(personId, AccountsKinds.AccountSecured, clock.Now(), stop);
        links.Reset(person);
        await db.CloseEverySession(personId, null, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
        book.ForgetPerson(personId);
        return person.AnyEmail is not null;
    }
}

internal static class SessionRows
{
    /// <summary>A backup came back: everybody signs in again, since nobody knows who signed out after it was made.</summary>
    internal static Task EndAll(AppuiDb db, DateTime now, CancellationToken stop) =>
        db.Sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);

    /// <summary>Marks every open session of a person as ended, but one; saved by the caller.</summary>
    internal static async Task CloseEverySession(this AppuiDb db, Guid personId, Guid? but, DateTime now, CancellationToken stop)
    {
        foreach (var session in await db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null && s.Id != but).ToListAsync(stop))
            session.EndedAt = now;
    }
}
