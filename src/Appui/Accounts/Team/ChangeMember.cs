using Appui.Accounts.Journal;
using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>A manager corrects what the organisation knows of a member, and changes their roles. Somebody always remains who manages.</summary>
public sealed class ChangeMember(AppuiDb db, TimeProvider clock)
{
    /// <summary>Saves it, or adds everything that is wrong to <paramref name="problems"/>.</summary>
    public async Task<Outcome<Membership>> Run(Guid id, MemberForm form, Actor actor, List<Refusal> problems, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        await using var whole = await db.LockTeam(actor, stop);
        if (await db.TeamMember(id, stop) is not { } membership)
            return AccountsRefusals.UnknownMember;
        var organisation = await db.Organisations.SingleAsync(o => o.Id == actor.OrganisationId, stop);
        if (form.Read(organisation.Kind, membership.Roles, problems) is not { } facts)
            return problems[0];
        if (await Check(membership, facts.Roles, actor, stop) is { } refusal)
            return refusal;
        if (membership.Roles != facts.Roles)
        {
            var detail = $"{organisation.Name}, {RoleLabels.List(facts.Roles)}";
            db.Note(membership.PersonId, AccountEventKind.RolesChanged, clock.Now(), detail: detail);
            db.Record(
                actor,
                AccountsKinds.RolesChanged,
                clock.Now(),
                membership.PersonId,
                ("name", facts.Name),
                ("before", $"{membership.Roles}"),
                ("after", $"{facts.Roles}")
            );
        }

        (membership.DisplayName, membership.JobTitle, membership.Roles) = (facts.Name, facts.JobTitle, facts.Roles);
        (membership.ContactEmail, membership.ContactPhone) = (facts.Email?.Text, facts.Phone);
        membership.IsPublicContact = facts.IsPublicContact;
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        return membership;
    }

    private async Task<Refusal?> Check(Membership membership, Roles wanted, Actor actor, CancellationToken stop)
    {
        if (!TeamRules.TouchesManaging(membership.Roles, wanted))
            return null;
        if (!await db.ManagesInOwnName(actor, stop))
            return AccountsRefusals.OnlyManagersGive;
        return (wanted & TeamRules.Managing) == Roles.None && await db.IsLastManager(membership, stop)
            ? AccountsRefusals.LastManager
            : null;
    }
}

/// <summary>A manager ends somebody's membership: from the next click the organisation is closed to them. Their account stays theirs.</summary>
public sealed class EndMembership(AppuiDb db, TimeProvider clock)
{
    /// <summary>Ends it; never the last one who manages.</summary>
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        await using var whole = await db.LockTeam(actor, stop);
        if (await db.TeamMember(id, stop) is not { } membership)
            return AccountsRefusals.UnknownMember;
        if (TeamRules.TouchesManaging(membership.Roles, Roles.None) && !await db.ManagesInOwnName(actor, stop))
            return AccountsRefusals.OnlyManagersGive;
        if (await db.IsLastManager(membership, stop))
            return AccountsRefusals.LastManager;
        var name = await db.Organisations.Where(o => o.Id == actor.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        membership.EndedAt = clock.Now();
        membership.IsPublicContact = false;
        db.Note(membership.PersonId, AccountEventKind.LeftOrganisation, clock.Now(), detail: name);
        db.Record(actor, AccountsKinds.MemberLeft, clock.Now(), membership.PersonId, ("name", membership.DisplayName));
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        return Outcome.Done;
    }
}
