using Appui.Accounts.Journal;
using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Trainees;

/// <summary>A card was lost, or a PIN forgotten: a trainer gives new ones. The former open nothing, and sessions begun with them end.</summary>
public sealed class ReissueAccess(AppuiDb db, IssueAccess issue, SessionBook book, TimeProvider clock)
{
    /// <summary>Gives them, shown this once.</summary>
    public async Task<Outcome<TraineeCard>> Run(Guid membershipId, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(actor) is { } forbidden)
            return forbidden;
        if (await db.Trainee(membershipId, stop) is not { } trainee)
            return AccountsRefusals.UnknownTrainee;
        var access = await db.TraineeAccesses.SingleOrDefaultAsync(a => a.MembershipId == membershipId, stop);
        if (access is null)
        {
            access = new TraineeAccess
            {
                Id = Ids.New(),
                OrganisationId = actor.OrganisationId,
                MembershipId = membershipId,
            };
            db.TraineeAccesses.Add(access);
        }

        var cards = await issue.Run([(access, trainee.DisplayName)], actor, stop);
        db.Record(actor, AccountsKinds.AccessReissued, clock.Now(), trainee.PersonId, ("name", trainee.DisplayName));
        await db.CloseSessionsHere(trainee, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
        book.ForgetPerson(trainee.PersonId);
        return cards[0];
    }
}

/// <summary>A trainer takes PIN and card away; the trainee stays in the list.</summary>
public sealed class RevokeAccess(AppuiDb db, SessionBook book, TimeProvider clock)
{
    /// <summary>Revokes both, and ends the sessions begun with them.</summary>
    public async Task<Outcome> Run(Guid membershipId, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(actor) is { } forbidden)
            return forbidden;
        if (await db.Trainee(membershipId, stop) is not { } trainee)
            return AccountsRefusals.UnknownTrainee;
        if (await db.TraineeAccesses.SingleOrDefaultAsync(a => a.MembershipId == membershipId, stop) is not { } access)
            return AccountsRefusals.AlreadyRevoked;
        if (access.Revoke() is { } refusal)
            return refusal;
        db.Record(actor, AccountsKinds.AccessRevoked, clock.Now(), trainee.PersonId, ("name", trainee.DisplayName));
        await db.CloseSessionsHere(trainee, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
        book.ForgetPerson(trainee.PersonId);
        return Outcome.Done;
    }
}

/// <summary>A trainer corrects the name of a trainee, as the organisation knows them.</summary>
public sealed class RenameTrainee(AppuiDb db)
{
    /// <summary>Saves the name.</summary>
    public async Task<Outcome> Run(Guid membershipId, string? name, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(actor) is { } forbidden)
            return forbidden;
        if (await db.Trainee(membershipId, stop) is not { } trainee)
            return AccountsRefusals.UnknownTrainee;
        if (!TraineeRules.ReadNames(name).Is(out var names, out var wrong))
            return wrong.On("Name");
        if (names.Length > 1)
            return AccountsRefusals.TraineesTooMany.With(1, names.Length).On("Name");
        if (await db.Memberships.AnyAsync(m => m.Id != membershipId && m.EndedAt == null && m.DisplayName == names[0], stop))
            return AccountsRefusals.TraineeKnown.With(names[0]).On("Name");
        trainee.DisplayName = names[0];
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}

/// <summary>The training is over: the trainee leaves the organisation, PIN and card open nothing. What they did stays.</summary>
public sealed class EndTrainee(AppuiDb db, SessionBook book, TimeProvider clock)
{
    /// <summary>Ends the membership.</summary>
    public async Task<Outcome> Run(Guid membershipId, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(actor) is { } forbidden)
            return forbidden;
        if (await db.Trainee(membershipId, stop) is not { } trainee)
            return AccountsRefusals.UnknownTrainee;
        var organisation = await db.Organisations.Where(o => o.Id == actor.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        (await db.TraineeAccesses.SingleOrDefaultAsync(a => a.MembershipId == membershipId, stop))?.Revoke();
        trainee.EndedAt = clock.Now();
        db.Record(actor, AccountsKinds.MemberLeft, clock.Now(), trainee.PersonId, ("name", trainee.DisplayName));
        db.Note(trainee.PersonId, AccountEventKind.LeftOrganisation, clock.Now(), detail: organisation);
        await db.CloseSessionsHere(trainee, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
        book.ForgetPerson(trainee.PersonId);
        return Outcome.Done;
    }
}

internal static class TraineeRows
{
    /// <summary>A member who is a trainee and nothing else: whoever has more than that signs in with a password, and no colleague hands out their key.</summary>
    internal static Task<Membership?> Trainee(this AppuiDb db, Guid membershipId, CancellationToken stop) =>
        db.Memberships.SingleOrDefaultAsync(m => m.Id == membershipId && m.EndedAt == null && m.Roles == Roles.Trainee, stop);

    /// <summary>Marks the sessions that a trainee began by PIN or card here as ended; saved by the caller.</summary>
    internal static async Task CloseSessionsHere(this AppuiDb db, Membership trainee, DateTime now, CancellationToken stop)
    {
        var sessions = db.Sessions.Where(s =>
            s.PersonId == trainee.PersonId && s.OnlyOrganisationId == trainee.OrganisationId && s.EndedAt == null
        );
        foreach (var session in await sessions.ToListAsync(stop))
            session.EndedAt = now;
    }
}
