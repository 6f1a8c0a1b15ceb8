using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Appui.Accounts.Team;

/// <summary>What the actions on a team read and hold.</summary>
internal static class TeamRows
{
    /// <summary>Holds the organisation until the transaction ends, so that two managers cannot each remove the other.</summary>
    internal static async Task<IDbContextTransaction> LockTeam(this AppuiDb db, Actor actor, CancellationToken stop)
    {
        var whole = await db.Database.BeginTransactionAsync(stop);
        // On SQLite the transaction itself is the lock: it began by taking the one write lock.
        if (!db.IsSqlite)
        {
            var key = BitConverter.ToInt64(actor.OrganisationId.ToByteArray(), 8);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", stop);
        }

        return whole;
    }

    /// <summary>A member of the current organisation who is more than a trainee, or null.</summary>
    internal static Task<Membership?> TeamMember(this AppuiDb db, Guid id, CancellationToken stop) =>
        db.Memberships.SingleOrDefaultAsync(m => m.Id == id && m.EndedAt == null && m.Roles != Roles.Trainee, stop);

    /// <summary>True when nobody else manages the organisation.</summary>
    internal static async Task<bool> IsLastManager(this AppuiDb db, Membership membership, CancellationToken stop) =>
        (membership.Roles & TeamRules.Managing) != Roles.None
        && !await db.Memberships.AnyAsync(
            m => m.Id != membership.Id && m.EndedAt == null && (m.Roles & TeamRules.Managing) != Roles.None,
            stop
        );

    /// <summary>True when the actor's own membership manages, not only the one they are deputy for.</summary>
    internal static Task<bool> ManagesInOwnName(this AppuiDb db, Actor actor, CancellationToken stop) =>
        db.Memberships.AnyAsync(
            m => m.PersonId == actor.PersonId && m.EndedAt == null && (m.Roles & TeamRules.Managing) != Roles.None,
            stop
        );
}
