using Appui.Accounts.Organisations;
using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignUp;

/// <summary>What somebody gives to have an account and an organisation.</summary>
public sealed record SignUpRequest(string? FullName, string? Email, string? Password, string? Language, OrganisationForm Organisation);

/// <summary>
/// Somebody signs up: an account, an organisation of which they are the manager, and a session at once. The address is only proven later,
/// by the link mailed to it; whether it was already known shows in that mail and nowhere else.
/// </summary>
public sealed class OpenAccount(AppuiDb db, FoundOrganisation found, MailedLinks links, Attempts attempts, TimeProvider clock)
{
    /// <summary>Signs up. <paramref name="link"/> is the secret of the provisional space to keep, null when there is none.</summary>
    public async Task<Outcome<Arrival>> Run(
        SignUpRequest request,
        string? link,
        Origin origin,
        List<Refusal> problems,
        CancellationToken stop
    )
    {
        var email = Read(request, problems);
        var facts = request.Organisation.Read(problems);
        if (facts is null || problems.Count > 0)
            return problems[0];
        if (await attempts.Count(AttemptLimit.SignUp(origin.Address), stop) is { } tooMany)
            return tooMany;
        if (await attempts.Count(AttemptLimit.Mail(email.Normalized), stop) is { } tooManyMails)
            return tooManyMails;

        var now = clock.Now();
        var person = Person.New(request.FullName!.Trim(), now);
        person.PasswordHash = Passwords.Hash(request.Password!);
        person.Language = request.Language;
        person.Give(email);
        db.People.Add(person);
        var outcome = await found.Run(person, facts, link, now, stop);
        if (!outcome.Is(out var organisation, out var refusal))
            return refusal;
        db.Note(person.Id, AccountEventKind.AccountMade, now, origin);
        var session = Session.Open(person.Id, SignInMethod.Password, origin, now);
        db.Sessions.Add(session);
        if (await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == email.Normalized, stop) is { } known)
            links.Join(known, person);
        else
            links.Confirm(person);
        if (!await db.SaveKept(stop))
            return AccountsRefusals.SpaceGone;
        return new Arrival(person, session, organisation.Code);
    }

    private static EmailAddress Read(SignUpRequest request, List<Refusal> problems)
    {
        var name = (request.FullName ?? "").Trim();
        if (name.Length == 0)
            problems.Add(AccountsRefusals.NameMissing);
        else if (name.Length > 200)
            problems.Add(AccountsRefusals.NameTooLong);
        if (!EmailAddress.Read(request.Email).Is(out var email, out var refusal))
            problems.Add(refusal);
        if (PasswordRules.Check(request.Password) is { } weak)
            problems.Add(weak);
        return email;
    }
}
