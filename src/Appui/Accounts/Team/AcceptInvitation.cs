using Appui.Accounts.Journal;
using Appui.Accounts.SignIn;
using Appui.Accounts.SignUp;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>An invitation as the one who holds its link sees it.</summary>
/// <param name="Name">Name as the organisation knows them.</param>
/// <param name="Email">Address it was sent to.</param>
/// <param name="Organisation">Name of the organisation.</param>
/// <param name="Code">Code of the organisation.</param>
/// <param name="Roles">What they will do there.</param>
/// <param name="HasAccount">True when that address is proven by an account already: its holder signs in first.</param>
public sealed record InvitationCard(string Name, string Email, string Organisation, string Code, Roles Roles, bool HasAccount);

/// <summary>Somebody who has an account, and is signed in, says yes to an invitation. Nobody is made a member without that.</summary>
public sealed class AcceptInvitation(AppuiDb db, CurrentActor current, TimeProvider clock)
{
    /// <summary>What the link offers, or a refusal when it is used, revoked or too old.</summary>
    public async Task<Outcome<InvitationCard>> Find(string secret, CancellationToken stop) =>
        await AccountsAccess.InvitationBy(db, secret, stop) is { } invitation && invitation.IsOpen(clock.Now())
            ? await AccountsAccess.CardOf(db, invitation, stop)
            : AccountsRefusals.LinkClosed;

    /// <summary>Makes the person a member and gives the organisation's code.</summary>
    public async Task<Outcome<string>> Run(string secret, Guid personId, Origin origin, CancellationToken stop)
    {
        var invitation = await AccountsAccess.InvitationBy(db, secret, stop);
        if (invitation is null || !invitation.IsOpen(clock.Now()))
            return AccountsRefusals.LinkClosed;
        var person = await db.People.SingleAsync(p => p.Id == personId, stop);
        current.Actor = Actor.Nobody with { PersonId = personId, OrganisationId = invitation.OrganisationId };
        if (await db.Admit(invitation, person, origin, clock.Now(), stop) is { } refusal)
            return refusal;
        return await db.SaveKept(stop)
            ? await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Code).SingleAsync(stop)
            : AccountsRefusals.LinkClosed;
    }
}

/// <summary>Somebody without an account says yes to an invitation: an account, its address proven by the link, and a session at once.</summary>
public sealed class AcceptAsNewcomer(AppuiDb db, CurrentActor current, TimeProvider clock)
{
    /// <summary>Makes the account and the membership.</summary>
    public async Task<Outcome<Arrival>> Run(
        string secret,
        string? fullName,
        string? password,
        string language,
        Origin origin,
        CancellationToken stop
    )
    {
        var now = clock.Now();
        var invitation = await AccountsAccess.InvitationBy(db, secret, stop);
        if (invitation is null || !invitation.IsOpen(now))
            return AccountsRefusals.LinkClosed;
        var name = (fullName ?? "").Trim();
        if (name.Length == 0)
            return AccountsRefusals.NameMissing;
        if (name.Length > 200)
            return AccountsRefusals.NameTooLong;
        if (PasswordRules.Check(password) is { } weak)
            return weak;

        var person = Person.New(name, now);
        person.PasswordHash = Passwords.Hash(password!);
        person.Language = language;
        if (!await db.ProveAddress(person, EmailAddress.Of(invitation.Email), stop))
            return AccountsRefusals.AddressTaken;
        db.People.Add(person);
        current.Actor = Actor.Nobody with { PersonId = person.Id, OrganisationId = invitation.OrganisationId };
        if (await db.Admit(invitation, person, origin, now, stop) is { } refusal)
            return refusal;
        db.Note(person.Id, AccountEventKind.AccountMade, now, origin);
        var session = Session.Open(person.Id, SignInMethod.Link, origin, now);
        db.Sessions.Add(session);
        if (!await db.SaveKept(stop))
            return AccountsRefusals.LinkClosed;
        var code = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Code).SingleAsync(stop);
        return new Arrival(person, session, code);
    }
}

internal static class Admissions
{
    /// <summary>Uses the invitation up and prepares the membership; the current actor is already of that organisation. Saved by the caller.</summary>
    internal static async Task<Refusal?> Admit(
        this AppuiDb db,
        Invitation invitation,
        Person person,
        Origin origin,
        DateTime now,
        CancellationToken stop
    )
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.PersonId == person.Id, stop);
        if (membership is { EndedAt: null })
            return AccountsRefusals.AlreadyMember;
        if (invitation.Accept(now) is { } closed)
            return closed;
        if (membership is null)
        {
            membership = Membership.Of(invitation.OrganisationId, person.Id, invitation.Roles, invitation.Name, now);
            db.Memberships.Add(membership);
        }

        // Somebody who comes back keeps the row of their first time.
        (membership.EndedAt, membership.Roles, membership.DisplayName) = (null, invitation.Roles, invitation.Name);
        (membership.ContactEmail, membership.JobTitle) = (invitation.Email, invitation.JobTitle);
        var actor = new Actor(person.Id, null, invitation.OrganisationId, invitation.Roles);
        db.Record(actor, AccountsKinds.MemberJoined, now, person.Id, ("name", invitation.Name), ("roles", $"{invitation.Roles}"));
        var organisation = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        db.Note(person.Id, AccountEventKind.JoinedOrganisation, now, origin, organisation);
        return null;
    }
}
