using System.Globalization;
using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>A member names another who may act for them between two days. The deputy has both their roles meanwhile; what they do says for whom.</summary>
public sealed class NameDeputy(AppuiDb db, CurrentActor current, TimeProvider clock)
{
    /// <summary>Names the deputy. Days are as typed, in the organisation's zone, both included.</summary>
    public async Task<Outcome<Deputy>> Run(Guid? deputyId, string? firstDay, string? lastDay, Actor actor, CancellationToken stop)
    {
        var zone = current.Zone;
        var (first, last) = (Typed.Day(firstDay), Typed.Day(lastDay));
        if (TeamRules.CheckDays(first, last, clock.Today(zone)) is { } wrong)
            return wrong;
        await using var whole = await db.LockTeam(actor, stop);
        var absent = await db.Memberships.SingleOrDefaultAsync(m => m.PersonId == actor.PersonId && m.EndedAt == null, stop);
        if (absent is null || absent.Roles == Roles.Trainee)
            return AccountsRefusals.OnlyTeam;
        if (deputyId is not { } chosen || chosen == absent.Id || await db.TeamMember(chosen, stop) is not { } deputy)
            return AccountsRefusals.DeputyMissing;
        var (starts, ends) = (Midnight(first!.Value, zone), Midnight(last!.Value.AddDays(1), zone));
        var overlapping = db.Deputies.Where(d => d.RevokedAt == null && d.StartsAt < ends && starts < d.EndsAt);
        if (await overlapping.AnyAsync(d => d.AbsentId == absent.Id, stop))
            return AccountsRefusals.AlreadyReplaced;
        if (await overlapping.AnyAsync(d => d.DeputyId == deputy.Id, stop))
            return AccountsRefusals.DeputyBusy;

        var named = new Deputy
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            AbsentId = absent.Id,
            DeputyId = deputy.Id,
            StartsAt = starts,
            EndsAt = ends,
            NamedAt = clock.Now(),
        };
        db.Deputies.Add(named);
        var detail = string.Format(
            CultureInfo.CurrentCulture,
            AccountsTexts.Deputy_Detail,
            absent.DisplayName,
            Show.Day(first.Value),
            Show.Day(last.Value)
        );
        db.Note(deputy.PersonId, AccountEventKind.NamedDeputy, clock.Now(), detail: detail);
        var days = $"{first.Value:yyyy-MM-dd} – {last.Value:yyyy-MM-dd}";
        db.Record(actor, AccountsKinds.DeputyNamed, clock.Now(), deputy.PersonId, ("name", deputy.DisplayName), ("days", days));
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        return named;
    }

    private static DateTime Midnight(DateOnly day, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), zone);
}

/// <summary>The one who was away is back, the deputy gives it up, or a manager ends it: from the next click they act for themselves alone.</summary>
public sealed class EndDeputy(AppuiDb db, TimeProvider clock)
{
    /// <summary>Ends it.</summary>
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (await db.Deputies.SingleOrDefaultAsync(d => d.Id == id, stop) is not { } deputy)
            return AccountsRefusals.UnknownDeputy;
        var isTheirs = await db.Memberships.AnyAsync(
            m => m.PersonId == actor.PersonId && (m.Id == deputy.AbsentId || m.Id == deputy.DeputyId),
            stop
        );
        if (!isTheirs && AccountsAccess.MayManage(actor) is not null)
            return AccountsRefusals.UnknownDeputy;
        if (deputy.Revoke(clock.Now()) is { } refusal)
            return refusal;
        var person = await db
            .Memberships.Where(m => m.Id == deputy.DeputyId)
            .Select(m => new { m.PersonId, m.DisplayName })
            .SingleAsync(stop);
        db.Record(actor, AccountsKinds.DeputyEnded, clock.Now(), person.PersonId, ("name", person.DisplayName));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
