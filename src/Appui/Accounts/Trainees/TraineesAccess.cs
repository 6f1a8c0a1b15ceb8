using Appui.Accounts.Contract;
using Appui.Accounts.Trainees;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts;

/// <content>Trainees are recognised before their organisation is.</content>
public static partial class AccountsAccess
{
    /// <summary>The trainee of an organisation whose PIN has that hash.</summary>
    internal static Task<KnownTrainee?> TraineeByPin(AppuiDb db, Guid organisation, string pinHash, CancellationToken stop) =>
        Known(db, db.TraineeAccesses.Where(a => a.OrganisationId == organisation && a.PinHash == pinHash)).SingleOrDefaultAsync(stop);

    /// <summary>The trainee whose card has that hash.</summary>
    internal static Task<KnownTrainee?> TraineeByCard(AppuiDb db, string cardHash, CancellationToken stop) =>
        Known(db, db.TraineeAccesses.Where(a => a.CardHash == cardHash)).SingleOrDefaultAsync(stop);

    /// <summary>PIN or card was used now.</summary>
    internal static Task NoteUse(AppuiDb db, Guid access, DateTime now, CancellationToken stop) =>
        db
            .TraineeAccesses.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
            .Where(a => a.Id == access)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastUsedAt, now), stop);

    /// <summary>Trainers of the current organisation with how to reach them, else its managers; five at most.</summary>
    internal static async Task<IReadOnlyList<ContactCard>> Trainers(AppuiDb db, CancellationToken stop) =>
        await WithRole(db, Roles.Trainer, stop) is { Count: > 0 } trainers ? trainers : await WithRole(db, Roles.Manager, stop);

    private static Task<List<ContactCard>> WithRole(AppuiDb db, Roles role, CancellationToken stop) =>
        (
            from m in db.Memberships
            join o in db.Organisations on m.OrganisationId equals o.Id
            where m.EndedAt == null && (m.Roles & role) != Roles.None
            orderby m.DisplayName
            select new ContactCard(m.DisplayName, m.JobTitle ?? "", o.Name, o.Kind, m.ContactEmail, m.ContactPhone)
        )
            .Take(5)
            .ToListAsync(stop);

    private static IQueryable<KnownTrainee> Known(AppuiDb db, IQueryable<TraineeAccess> accesses) =>
        from a in accesses.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
        join m in db.Memberships on a.MembershipId equals m.Id
        join o in db.Organisations on a.OrganisationId equals o.Id
        join p in db.People on m.PersonId equals p.Id
        where m.EndedAt == null && m.Roles.HasFlag(Roles.Trainee) && o.State == OrganisationState.Active
        select new KnownTrainee(a.Id, p, o.Id, o.Code, o.Name);
}
