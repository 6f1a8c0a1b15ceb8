using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Me;

/// <summary>What Accounts keeps about a person in every organisation, for them to take away or have erased (RGPD art. 15, 17 and 20).</summary>
public static class PersonalAccess
{
    private static readonly string[] Tenant = [AppuiDb.TenantFilter];

    /// <summary>Everything kept about a person, but hashes of secrets.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>> Export(IServiceProvider services, Guid personId, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, stop) is not { } person)
            return new Dictionary<string, object?>(StringComparer.Ordinal);
        var memberships = await (
            from m in db.Memberships.IgnoreQueryFilters(Tenant)
            join o in db.Organisations on m.OrganisationId equals o.Id
            where m.PersonId == personId
            orderby m.JoinedAt
            select new
            {
                m.Id,
                Organisation = o.Name,
                m.DisplayName,
                m.Roles,
                m.JobTitle,
                m.ContactEmail,
                m.ContactPhone,
                m.IsPublicContact,
                m.JoinedAt,
                m.EndedAt,
            }
        ).ToListAsync(stop);
        var ids = memberships.ConvertAll(m => m.Id);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["person"] = new
            {
                person.FullName,
                person.Email,
                person.PendingEmail,
                person.Language,
                person.ReadingMode,
                person.CreatedAt,
            },
            ["memberships"] = memberships,
            ["deputies"] = await db
                .Deputies.IgnoreQueryFilters(Tenant)
                .Where(d => ids.Contains(d.AbsentId) || ids.Contains(d.DeputyId))
                .Select(d => new
                {
                    IsAbsent = ids.Contains(d.AbsentId),
                    d.StartsAt,
                    d.EndsAt,
                    d.RevokedAt,
                })
                .ToListAsync(stop),
            ["cards"] = await db
                .TraineeAccesses.IgnoreQueryFilters(Tenant)
                .Where(a => ids.Contains(a.MembershipId))
                .Select(a => new { a.IssuedAt, a.LastUsedAt })
                .ToListAsync(stop),
            ["invitations"] = await db
                .Invitations.IgnoreQueryFilters(Tenant)
                .Where(i => i.NormalizedEmail == person.NormalizedEmail)
                .Select(i => new
                {
                    i.Name,
                    i.Email,
                    i.Roles,
                    i.InvitedAt,
                    i.AcceptedAt,
                })
                .ToListAsync(stop),
            ["sessions"] = await db
                .Sessions.Where(s => s.PersonId == personId)
                .Select(s => new
                {
                    s.Device,
                    s.Method,
                    s.StartedAt,
                    s.SeenAt,
                    s.EndedAt,
                })
                .ToListAsync(stop),
            ["events"] = await db
                .AccountEvents.Where(e => e.PersonId == personId)
                .OrderBy(e => e.At)
                .Select(e => new
                {
                    e.Kind,
                    e.At,
                    e.Device,
                    e.Detail,
                })
                .ToListAsync(stop),
        };
    }

    /// <summary>
    /// Erases who a person is, and their name from the audits. Their rows remain without name nor address, so that what they did keeps an author; nobody signs in with them any
    /// more. Whether they may be erased (the last manager of an organisation, say) is asked before.
    /// </summary>
    public static async Task Erase(IServiceProvider services, Guid personId, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var now = services.GetRequiredService<TimeProvider>().Now();
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == personId, stop) is not { } person)
            return;
        var address = person.NormalizedEmail;
        var ids = await db.Memberships.IgnoreQueryFilters(Tenant).Where(m => m.PersonId == personId).Select(m => m.Id).ToListAsync(stop);
        await db.TraineeAccesses.IgnoreQueryFilters(Tenant).Where(a => ids.Contains(a.MembershipId)).ExecuteDeleteAsync(stop);
        await db
            .Deputies.IgnoreQueryFilters(Tenant)
            .Where(d => ids.Contains(d.AbsentId) || ids.Contains(d.DeputyId))
            .ExecuteDeleteAsync(stop);
        var invitations = db.Invitations.IgnoreQueryFilters(Tenant).Where(i => i.NormalizedEmail == address);
        var invited = await invitations.Select(i => i.Id).ToListAsync(stop);
        await AuditAccess.EraseAbout(db, [personId, .. invited], now, stop);
        await invitations.ExecuteDeleteAsync(stop);
        await db
            .Memberships.IgnoreQueryFilters(Tenant)
            .Where(m => m.PersonId == personId)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.DisplayName, AccountsTexts.Erased_Person)
                        .SetProperty(x => x.ContactEmail, (string?)null)
                        .SetProperty(x => x.ContactPhone, (string?)null)
                        .SetProperty(x => x.JobTitle, (string?)null)
                        .SetProperty(x => x.IsPublicContact, false)
                        .SetProperty(x => x.EndedAt, x => x.EndedAt ?? now),
                stop
            );
        await db.Sessions.Where(s => s.PersonId == personId).ExecuteDeleteAsync(stop);
        await db.AccountEvents.Where(e => e.PersonId == personId).ExecuteDeleteAsync(stop);
        await db.MailedLinks.Where(l => l.PersonId == personId || l.OtherPersonId == personId).ExecuteDeleteAsync(stop);
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == personId).ExecuteDeleteAsync(stop);
        await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == personId).ExecuteDeleteAsync(stop);
        person.Forget(AccountsTexts.Erased_Person);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        services.GetRequiredService<SessionBook>().ForgetPerson(personId);
    }
}
