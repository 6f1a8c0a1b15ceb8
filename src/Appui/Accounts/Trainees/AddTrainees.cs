using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Trainees;

/// <summary>A trainer adds trainees, one or a pasted list. Each gets a PIN and a card, shown once.</summary>
public sealed class AddTrainees(AppuiDb db, IssueAccess issue, TimeProvider clock)
{
    /// <summary>Adds them; a list with something wrong adds nobody.</summary>
    public async Task<Outcome<TraineeCard[]>> Run(string? typed, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(actor) is { } forbidden)
            return forbidden;
        if (!TraineeRules.ReadNames(typed).Is(out var names, out var wrong))
            return wrong;
        var known = await db.Memberships.Where(m => m.EndedAt == null).Select(m => m.DisplayName).ToListAsync(stop);
        if (TraineeRules.Repeated(names.Concat(known.Distinct(StringComparer.CurrentCultureIgnoreCase))) is { } twice)
            return AccountsRefusals.TraineeKnown.With(twice);

        var now = clock.Now();
        var organisation = await db.Organisations.Where(o => o.Id == actor.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        List<(TraineeAccess, string)> added = [];
        foreach (var name in names)
            added.Add((Add(name, organisation, actor, now), name));
        var cards = await issue.Run(added, actor, stop);
        await db.SaveChangesAsync(stop);
        return cards.ToArray();
    }

    private TraineeAccess Add(string name, string organisation, Actor actor, DateTime now)
    {
        var person = Person.New(name, now);
        var membership = Membership.Of(actor.OrganisationId, person.Id, Roles.Trainee, name, now);
        var access = new TraineeAccess
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            MembershipId = membership.Id,
        };
        db.People.Add(person);
        db.Memberships.Add(membership);
        db.TraineeAccesses.Add(access);
        db.Record(actor, AccountsKinds.TraineeAdded, now, person.Id, ("name", name));
        db.Note(person.Id, AccountEventKind.JoinedOrganisation, now, detail: organisation);
        return access;
    }
}
