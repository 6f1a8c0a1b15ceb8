using Appui.Accounts.Journal;
using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignUp;

/// <summary>
/// Makes a person the manager of a new organisation. A provisional space becomes that organisation: same row, so everything answered and
/// planned in it is already there. Not saved: the caller's save makes it certain.
/// </summary>
public sealed class FoundOrganisation(AppuiDb db, CurrentActor current)
{
    /// <summary>Prepares the organisation and the membership. <paramref name="link"/> is the provisional space's secret, or null.</summary>
    public async Task<Outcome<Organisation>> Run(Person person, OrganisationFacts facts, string? link, DateTime now, CancellationToken stop)
    {
        var organisation = link is null ? Blank(now) : await AccountsAccess.SpaceOf(db, link, stop);
        if (organisation is null)
            return AccountsRefusals.SpaceGone;
        if (link is null)
            db.Organisations.Add(organisation);
        facts.WriteOn(organisation);
        organisation.Claim(await OrganisationCodes.Free(db, facts.Name, stop), now);

        current.Actor = new Actor(person.Id, null, organisation.Id, Roles.Manager);
        db.Memberships.Add(Membership.Of(organisation.Id, person.Id, Roles.Manager, person.FullName, now, person.AnyEmail));
        db.Record(current.Actor, AccountsKinds.Founded, now, organisation.Id, ("name", facts.Name));
        db.Note(person.Id, AccountEventKind.JoinedOrganisation, now, detail: facts.Name);
        return organisation;
    }

    private static Organisation Blank(DateTime now) =>
        new()
        {
            Id = Ids.New(),
            Code = "",
            Name = "",
            Kind = Contract.OrganisationKind.TrainingProvider,
            State = OrganisationState.Provisional,
            Profile = Contract.ProviderProfile.Solo,
            TimeZone = Contract.Places.ZoneOf(null),
            CreatedAt = now,
        };
}

/// <summary>Somebody who has an account already makes an organisation of their own, or keeps a provisional space as one.</summary>
public sealed class KeepSpace(AppuiDb db, FoundOrganisation found, TimeProvider clock)
{
    /// <summary>Makes it. <paramref name="link"/> is the provisional space's secret, or null.</summary>
    public async Task<Outcome<Organisation>> Run(
        Guid personId,
        OrganisationForm form,
        string? link,
        List<Refusal> problems,
        CancellationToken stop
    )
    {
        if (form.Read(problems) is not { } facts)
            return problems[0];
        var person = await db.People.SingleAsync(p => p.Id == personId, stop);
        var outcome = await found.Run(person, facts, link, clock.Now(), stop);
        if (outcome.Is(out _, out _) && !await db.SaveKept(stop))
            return AccountsRefusals.SpaceGone;
        return outcome;
    }
}

internal static class KeptSpaces
{
    /// <summary>Saves; false when somebody else kept the same space a moment before.</summary>
    internal static async Task<bool> SaveKept(this AppuiDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
