using System.Security.Claims;
using Appui.Accounts.Clients;
using Appui.Accounts.Contract;
using Appui.Accounts.SignIn;
using Appui.Accounts.Team;
using Appui.Accounts.Trainees;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts;

/// <summary>Who may enter which organisation, and the few reads that look across organisations.</summary>
public static partial class AccountsAccess
{
    private const Roles Callable = Roles.Adviser | Roles.Analyst;

    /// <summary>
    /// The membership that opens <c>/o/{code}</c> to a person, or null: a stranger is told nothing, not even that it exists.
    /// A deputy has the roles of the one they act for as well, while they do.
    /// </summary>
    public static async Task<Entry?> Enter(AppuiDb db, string code, Guid personId, DateTime now, CancellationToken stop)
    {
        var found = await (
            from o in db.Organisations
            join m in db.Memberships.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }) on o.Id equals m.OrganisationId
            where o.Code == code && o.State == OrganisationState.Active && m.PersonId == personId && m.EndedAt == null
            from d in db
                .Deputies.Where(d => d.DeputyId == m.Id && d.RevokedAt == null && d.StartsAt <= now && now < d.EndsAt)
                .DefaultIfEmpty()
            from a in db.Memberships.Where(a => a.Id == d!.AbsentId && a.EndedAt == null).DefaultIfEmpty()
            select new
            {
                Entry = new Entry(o.Id, o.Name, o.TimeZone, m.Id, m.Roles, m.DisplayName, o.Kind),
                For = a == null ? null : new Absent(a.PersonId, a.DisplayName, a.Roles),
            }
        ).FirstOrDefaultAsync(stop);
        return found is { For: { } absent } ? found.Entry with { For = absent, Roles = found.Entry.Roles | absent.Roles } : found?.Entry;
    }

    /// <summary>The provisional space that a secret link opens, or null once it was claimed or collected.</summary>
    public static Task<Space?> EnterByLink(AppuiDb db, string link, CancellationToken stop)
    {
        var hash = Ids.HashOf(link);
        return db
            .Organisations.Where(o => o.LinkHash == hash && o.State == OrganisationState.Provisional)
            .Select(o => new Space(o.Id, o.TimeZone))
            .SingleOrDefaultAsync(stop);
    }

    /// <summary>The provisional organisation that a secret link opens, to become a real one; null once it was claimed or collected.</summary>
    internal static Task<Organisation?> SpaceOf(AppuiDb db, string link, CancellationToken stop)
    {
        var hash = Ids.HashOf(link);
        return db.Organisations.SingleOrDefaultAsync(o => o.LinkHash == hash && o.State == OrganisationState.Provisional, stop);
    }

    /// <summary>Every organisation a person belongs to, for the switcher.</summary>
    public static async Task<IReadOnlyList<SwitcherLine>> Switcher(AppuiDb db, Guid personId, CancellationToken stop) =>
        await (
            from m in db.Memberships.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
            join o in db.Organisations on m.OrganisationId equals o.Id
            where m.PersonId == personId && m.EndedAt == null && o.State == OrganisationState.Active
            orderby o.Name
            select new SwitcherLine(o.Code, o.Name, m.Roles)
        ).ToListAsync(stop);

    /// <summary>The switcher of a signed-in person: one organisation alone when the session is good for no other.</summary>
    public static async Task<IReadOnlyList<SwitcherLine>> Switcher(AppuiDb db, ClaimsPrincipal user, CancellationToken stop)
    {
        if (user.PersonId() is not { } person)
            return [];
        var lines = await Switcher(db, person, stop);
        if (user.OnlyOrganisation() is not { } only)
            return lines;
        var code = await db.Organisations.Where(o => o.Id == only).Select(o => o.Code).SingleOrDefaultAsync(stop);
        return [.. lines.Where(l => l.Code == code)];
    }

    /// <summary>Where somebody lands after signing in: their organisation, or the choice when they have none or several.</summary>
    public static async Task<string> Landing(AppuiDb db, Guid personId, CancellationToken stop) =>
        await Switcher(db, personId, stop) is [var only] ? $"/o/{only.Code}" : "/organismes";

    /// <summary>Managers, and whoever hosts the platform, change an organisation and its team.</summary>
    public static Refusal? MayManage(Actor actor) =>
        actor.PersonId is not null && actor.Has(Roles.Manager | Roles.Administrator) ? null : AccountsRefusals.OnlyManagers;

    /// <summary>Everyone in the team sees who is in it; trainees do not.</summary>
    public static Refusal? MaySeeTeam(Actor actor) =>
        actor.PersonId is not null && actor.Has(~(Roles.Trainee | Roles.Visitor)) ? null : AccountsRefusals.OnlyTeam;

    /// <summary>Trainers and managers add trainees and hand out their cards.</summary>
    public static Refusal? MayTeach(Actor actor) =>
        actor.PersonId is not null && actor.Has(Roles.Trainer | Roles.Manager | Roles.Administrator) ? null : AccountsRefusals.OnlyTeam;

    /// <summary>The invitation that a mailed link opens, whatever its organisation and state.</summary>
    internal static Task<Invitation?> InvitationBy(AppuiDb db, string secret, CancellationToken stop)
    {
        var hash = Ids.HashOf(secret);
        return db.Invitations.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }).SingleOrDefaultAsync(i => i.SecretHash == hash, stop);
    }

    /// <summary>What the holder of an invitation's link is told.</summary>
    internal static Task<InvitationCard> CardOf(AppuiDb db, Invitation invitation, CancellationToken stop) =>
        db
            .Organisations.Where(o => o.Id == invitation.OrganisationId)
            .Select(o => new InvitationCard(
                invitation.Name,
                invitation.Email,
                o.Name,
                o.Code,
                invitation.Roles,
                db.People.Any(p => p.NormalizedEmail == invitation.NormalizedEmail)
            ))
            .SingleAsync(stop);

    /// <summary>Forgets invitations and deputies that ended long ago, in every organisation.</summary>
    internal static async Task<int> ForgetTeamPapers(AppuiDb db, DateTime before, CancellationToken stop) =>
        await db.Invitations.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }).Where(i => i.ExpiresAt < before).ExecuteDeleteAsync(stop);

    /// <summary>What a person belongs to now, in every organisation: their own page, or an account joined to another.</summary>
    internal static Task<List<Membership>> MembershipsOf(AppuiDb db, Guid personId, CancellationToken stop) =>
        db
            .Memberships.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
            .Where(m => m.PersonId == personId && m.EndedAt == null)
            .ToListAsync(stop);

    /// <summary>The people of the demonstration and where each works.</summary>
    internal static async Task<IReadOnlyList<DemonstrationPerson>> DemonstrationPeople(AppuiDb db, CancellationToken stop) =>
        await (
            from p in db.People
            join m in db.Memberships.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }) on p.Id equals m.PersonId
            join o in db.Organisations on m.OrganisationId equals o.Id
            where p.Email != null && p.Email.EndsWith(SignInToDemonstration.Domain) && m.EndedAt == null
            orderby m.JoinedAt, p.CreatedAt
            select new DemonstrationPerson(p.Email!, p.FullName, m.JobTitle ?? "", o.Name)
        ).ToListAsync(stop);

    /// <summary>A client that is not revoked, known before its organisation is; that it was used is noted once a minute at most.</summary>
    internal static async Task<KnownClient?> LiveClient(AppuiDb db, Guid id, DateTime now, CancellationToken stop)
    {
        var clients = db.ApiClients.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }).Where(c => c.Id == id && c.RevokedAt == null);
        if (await clients.AsNoTracking().SingleOrDefaultAsync(stop) is not { } client)
            return null;
        if (client.LastUsedAt is null || now - client.LastUsedAt > TimeSpan.FromMinutes(1))
            await clients.ExecuteUpdateAsync(c => c.SetProperty(x => x.LastUsedAt, now), stop);
        return new KnownClient(client.Id, client.OrganisationId, client.SecretHash, client.ScopeList.ToHashSet(StringComparer.Ordinal));
    }

    internal static Task<OrganisationCard?> Card(AppuiDb db, Guid id, CancellationToken stop) =>
        db
            .Organisations.Where(o => o.Id == id)
            .Select(o => new OrganisationCard(
                o.Id,
                o.Code,
                o.Name,
                o.Kind,
                o.State == OrganisationState.Provisional,
                o.Profile,
                o.RegionCode,
                o.DepartmentCode,
                o.Siret,
                o.Qualiopi,
                o.Trainers,
                o.TraineesPerYear,
                o.TimeZone
            ))
            .SingleOrDefaultAsync(stop);

    // A public contact chose to be one: shown to any provider of the region, other organisations included.
    internal static async Task<IReadOnlyList<ContactCard>> Contacts(AppuiDb db, string? regionCode, CancellationToken stop) =>
        await (
            from m in db.Memberships.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
            join o in db.Organisations on m.OrganisationId equals o.Id
            where
                m.IsPublicContact
                && m.EndedAt == null
                && (m.Roles & Callable) != Roles.None
                && (o.Kind == OrganisationKind.SkillsOperator || o.Kind == OrganisationKind.RegionalObservatory)
                && (regionCode == null || o.RegionCode == regionCode)
            orderby o.Name, m.DisplayName
            select new ContactCard(m.DisplayName, m.JobTitle ?? "", o.Name, o.Kind, m.ContactEmail, m.ContactPhone)
        ).ToListAsync(stop);
}
