using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignIn;

/// <summary>
/// Somebody who has an account signed up again with its address, and says by the link mailed there that it was them:
/// what the second account belongs to goes to the first, and the second can no longer sign in.
/// </summary>
public sealed class JoinSpace(AppuiDb db, CurrentActor current, SessionBook book, TimeProvider clock)
{
    /// <summary>The account that may use the link, or a refusal.</summary>
    public async Task<Outcome<Guid>> Find(string secret, CancellationToken stop) =>
        await db.FindLink(secret, MailedLinkKind.Join, stop) is { } link && link.IsOpen(clock.Now())
            ? link.PersonId
            : AccountsRefusals.LinkClosed;

    /// <summary>Brings the organisations over. The person who runs it must be signed in as the one the link was sent to.</summary>
    public async Task<Outcome> Run(string secret, Guid personId, CancellationToken stop)
    {
        var now = clock.Now();
        var link = await db.FindLink(secret, MailedLinkKind.Join, stop);
        if (link is null || link.PersonId != personId || link.Use(now) is not null)
            return AccountsRefusals.LinkClosed;
        var person = await db.People.SingleAsync(p => p.Id == personId, stop);
        var other = await db.People.SingleAsync(p => p.Id == link.OtherPersonId, stop);
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        foreach (var membership in await AccountsAccess.MembershipsOf(db, other.Id, stop))
        {
            current.Actor = new Actor(personId, null, membership.OrganisationId, membership.Roles);
            await Move(membership, person, now, stop);
        }

        current.Actor = Actor.Nobody with { PersonId = personId };
        other.PasswordHash = null;
        (other.PendingEmail, other.NormalizedPendingEmail) = (null, null);
        await db.CloseEverySession(other.Id, null, now, stop);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        book.ForgetPerson(other.Id);
        return Outcome.Done;
    }

    private async Task Move(Membership membership, Person person, DateTime now, CancellationToken stop)
    {
        membership.EndedAt = now;
        if (await db.Memberships.SingleOrDefaultAsync(m => m.PersonId == person.Id, stop) is { } already)
        {
            already.Roles = already.EndedAt is null ? already.Roles | membership.Roles : membership.Roles;
            already.EndedAt = null;
        }
        else
        {
            db.Memberships.Add(
                Membership.Of(membership.OrganisationId, person.Id, membership.Roles, membership.DisplayName, now, person.Email)
            );
        }

        db.Record(current.Actor, AccountsKinds.AccountsJoined, now, person.Id);
        db.Note(person.Id, AccountEventKind.JoinedOrganisation, now);
        await db.SaveChangesAsync(stop);
    }
}
