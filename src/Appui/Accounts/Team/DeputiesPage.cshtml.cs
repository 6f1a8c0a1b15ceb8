using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>A deputy as the list shows them.</summary>
public sealed record DeputyRow(Guid Id, string Absent, string Deputy, DateTime StartsAt, DateTime EndsAt, bool IsActive);

/// <summary>Who acts for whom, and when. Members see and end what concerns them, managers all of it.</summary>
public sealed class DeputiesPageModel(AppuiDb db, NameDeputy name, EndDeputy end, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Guid? Deputy { get; set; }

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    /// <summary>Now and to come, the first to begin first.</summary>
    public IReadOnlyList<DeputyRow> Rows { get; private set; } = [];

    /// <summary>Who may be named.</summary>
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public string? Said =>
        Request.Query["fait"].ToString() switch
        {
            "nommee" => AccountsTexts.Deputies_Said_Named,
            "finie" => AccountsTexts.Deputies_Said_Ended,
            _ => null,
        };

    private string Here => $"{current.Prefix}/organisme/equipe/suppleances";

    /// <summary>The days, in words.</summary>
    public string Days(DeputyRow row) =>
        string.Format(
            System.Globalization.CultureInfo.CurrentCulture,
            AccountsTexts.Deputies_Days,
            Show.Day(DayOf(row.StartsAt)),
            Show.Day(DayOf(row.EndsAt.AddMilliseconds(-1)))
        );

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MaySeeTeam(current.Actor) is { } no)
            return this.Closed(no);
        await Load(stop);
        return Page();
    }

    /// <summary>Names one.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop) =>
        await Answer((await name.Run(Deputy, First, Last, current.Actor, stop)).Refusal, "nommee", stop);

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostEnd(Guid id, CancellationToken stop) =>
        await Answer((await end.Run(id, current.Actor, stop)).Refusal, "finie", stop);

    private async Task<IActionResult> Answer(Refusal? refusal, string done, CancellationToken stop)
    {
        if (refusal is null)
            return Redirect($"{Here}?fait={done}");
        if (AccountsAccess.MaySeeTeam(current.Actor) is { } no)
            return this.Closed(no);
        await Load(stop);
        return this.Refused(refusal);
    }

    private DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, current.Zone));

    private async Task Load(CancellationToken stop)
    {
        var now = clock.Now();
        var mine = await db.Memberships.Where(m => m.PersonId == current.Actor.PersonId).Select(m => m.Id).SingleOrDefaultAsync(stop);
        var all = AccountsAccess.MayManage(current.Actor) is null;
        var found = await (
            from d in db.Deputies
            join absent in db.Memberships on d.AbsentId equals absent.Id
            join deputy in db.Memberships on d.DeputyId equals deputy.Id
            where d.RevokedAt == null && d.EndsAt > now && absent.EndedAt == null && deputy.EndedAt == null
            where all || d.AbsentId == mine || d.DeputyId == mine
            orderby d.StartsAt
            select new DeputyRow(d.Id, absent.DisplayName, deputy.DisplayName, d.StartsAt, d.EndsAt, d.StartsAt <= now)
        ).ToListAsync(stop);
        Rows = found;
        var others = await db
            .Memberships.Where(m => m.EndedAt == null && m.Roles != Roles.Trainee && m.Id != mine)
            .Select(m => new { m.Id, m.DisplayName })
            .ToListAsync(stop);
        Colleagues =
        [
            .. others
                .OrderBy(m => m.DisplayName, StringComparer.CurrentCulture)
                .Select(m => new SelectListItem(m.DisplayName, m.Id.ToString())),
        ];
    }
}
