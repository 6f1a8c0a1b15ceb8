using Appui.Accounts.Journal;
using Appui.Accounts.SignIn;
using Appui.Accounts.SignUp;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Me;

/// <summary>Somebody changes their name, language or reading mode.</summary>
public sealed class ChangeAccount(AppuiDb db)
{
    /// <summary>Saves them; an unknown language follows the browser.</summary>
    public async Task<Outcome<Person>> Run(Guid personId, string? fullName, string? language, bool readingMode, CancellationToken stop)
    {
        var name = (fullName ?? "").Trim();
        if (name.Length == 0)
            return AccountsRefusals.NameMissing;
        if (name.Length > 200)
            return AccountsRefusals.NameTooLong;
        var person = await db.People.SingleAsync(p => p.Id == personId, stop);
        person.FullName = name;
        person.Language = language is "fr" or "en" ? language : null;
        person.ReadingMode = readingMode;
        await db.SaveChangesAsync(stop);
        return person;
    }
}

/// <summary>Somebody changes their address: the new one counts once it is proven; until then the old one stays.</summary>
public sealed class ChangeAddress(AppuiDb db, MailedLinks links, Attempts attempts, TimeProvider clock)
{
    /// <summary>Sends a link to the new address, or to the one not yet proven again. A known address receives nothing.</summary>
    public async Task<Outcome> Run(Guid personId, string? email, Origin origin, CancellationToken stop)
    {
        if (!EmailAddress.Read(email).Is(out var address, out var malformed))
            return malformed;
        var person = await db.People.SingleAsync(p => p.Id == personId, stop);
        if (person.NormalizedEmail == address.Normalized)
            return Outcome.Done;
        if (await attempts.Count(AttemptLimit.Mail(address.Normalized), stop) is { } tooMany)
            return tooMany;
        person.Give(address);
        if (!await db.People.AnyAsync(p => p.NormalizedEmail == address.Normalized, stop))
            links.Confirm(person);
        db.Note(personId, AccountEventKind.AddressChanged, clock.Now(), origin);
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}

/// <summary>Somebody who knows their password chooses another; their other sessions end.</summary>
public sealed class ChangePassword(AppuiDb db, SessionBook book, Attempts attempts, TimeProvider clock)
{
    /// <summary>Sets it, after checking the one in use.</summary>
    public async Task<Outcome> Run(Guid personId, Guid? session, string? used, string? wanted, Origin origin, CancellationToken stop)
    {
        var tries = new AttemptLimit("change", personId.ToString(), 8);
        if (await attempts.Count(tries, stop) is { } locked)
            return locked;
        var person = await db.People.SingleAsync(p => p.Id == personId, stop);
        if (!Passwords.Match(person.PasswordHash, used))
            return AccountsRefusals.PasswordWrong;
        if (PasswordRules.Check(wanted) is { } weak)
            return weak;
        person.PasswordHash = Passwords.Hash(wanted!);
        person.SecurityStamp = Ids.NewSecret();
        await db.CloseEverySession(personId, session, clock.Now(), stop);
        db.Note(personId, AccountEventKind.PasswordChanged, clock.Now(), origin);
        await db.RecordInOrganisations(personId, AccountsKinds.PasswordChanged, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
        book.ForgetPerson(personId);
        await attempts.Forget(tries, stop);
        return Outcome.Done;
    }
}
