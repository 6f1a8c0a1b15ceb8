using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Ui.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>A member as the list shows them.</summary>
public sealed record MemberRow(Guid Id, string Name, Roles Roles, string? JobTitle, string? Email, string? Phone, DateTime JoinedAt);

/// <summary>Who works in the organisation and does what. Managers see pending invitations too, send them again and take them back.</summary>
public sealed class TeamPageModel(AppuiDb db, ResendInvitation resend, RevokeInvitation revoke, CurrentActor current) : PageModel
{
    private const string ByRole = "role";

    /// <summary>The list.</summary>
    public TableView<MemberRow> Members { get; private set; } = null!;

    /// <summary>Invitations not yet accepted, for managers.</summary>
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>May the actor invite and change?</summary>
    public bool MayManage => AccountsAccess.MayManage(current.Actor) is null;

    /// <summary>Address of this list.</summary>
    public string Here => $"{current.Prefix}/organisme/equipe";

    /// <summary>Until when a link works.</summary>
    public string Until(Invitation invitation) => Show.Instant(invitation.ExpiresAt, current.Zone);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MaySeeTeam(current.Actor) is { } no)
            return this.Closed(no);
        await Load(stop);
        return Page();
    }

    /// <summary>The whole list as a file.</summary>
    public async Task<IActionResult> OnGetCsv(CancellationToken stop)
    {
        if (AccountsAccess.MaySeeTeam(current.Actor) is { } no)
            return this.Closed(no);
        await Load(stop, int.MaxValue);
        return File(TableCsv.Of(Members), "text/csv; charset=utf-8", $"equipe-{current.OrganisationCode}.csv");
    }

    /// <summary>Sends an invitation again.</summary>
    public async Task<IActionResult> OnPostResend(Guid id, CancellationToken stop) =>
        await Answer((await resend.Run(id, current.Actor, stop)).Refusal, "renvoyee", stop);

    /// <summary>Takes an invitation back.</summary>
    public async Task<IActionResult> OnPostRevoke(Guid id, CancellationToken stop) =>
        await Answer((await revoke.Run(id, current.Actor, stop)).Refusal, "reprise", stop);

    /// <summary>What was just done, in words; the address carries it so that reloading repeats nothing.</summary>
    public string? Said =>
        Request.Query["fait"].ToString() switch
        {
            "invitee" => AccountsTexts.Team_Said_Invited,
            "renvoyee" => AccountsTexts.Team_Said_Resent,
            "reprise" => AccountsTexts.Team_Said_Revoked,
            "sortie" => AccountsTexts.Team_Said_Ended,
            "change" => AccountsTexts.Team_Said_Changed,
            _ => null,
        };

    private async Task<IActionResult> Answer(Refusal? refusal, string done, CancellationToken stop)
    {
        if (refusal is null)
            return Redirect($"{Here}?fait={done}");
        if (refusal.Kind == RefusalKind.Forbidden)
            return this.Closed(refusal);
        await Load(stop);
        return this.Refused(refusal);
    }

    private async Task Load(CancellationToken stop, int pageSize = 50)
    {
        var query = TableQuery.From(Request, ["nom", "role", "depuis"], [ByRole], pageSize);
        var all = await db
            .Memberships.Where(m => m.EndedAt == null && m.Roles != Roles.Trainee)
            .Select(m => new MemberRow(m.Id, m.DisplayName, m.Roles, m.JobTitle, m.ContactEmail, m.ContactPhone, m.JoinedAt))
            .ToListAsync(stop);
        var asked = Enum.TryParse<Roles>(query.Filter(ByRole), out var role) ? role : Roles.None;
        var kept = all.Where(m => asked == Roles.None || (m.Roles & asked) != Roles.None).ToList();
        var sorted = query.Sort switch
        {
            "role" => kept.OrderBy(m => RoleLabels.List(m.Roles), StringComparer.CurrentCulture),
            "depuis" => kept.OrderBy(m => m.JoinedAt),
            _ => kept.OrderBy(m => m.Name, StringComparer.CurrentCulture),
        };
        var rows = query.IsDescending ? sorted.Reverse() : sorted;
        Members = View([.. rows.Skip(query.Skip).Take(query.PageSize)], kept.Count, query, Chips(all, query, asked));
        if (MayManage)
        {
            Invitations = await db
                .Invitations.Where(i => i.AcceptedAt == null && i.RevokedAt == null)
                .OrderBy(i => i.ExpiresAt)
                .ToListAsync(stop);
        }
    }

    private TableView<MemberRow> View(IReadOnlyList<MemberRow> rows, int count, TableQuery query, IReadOnlyList<TableChip> chips) =>
        new()
        {
            Caption = AccountsTexts.Team_Members,
            IsCaptionHidden = true,
            Rows = rows,
            Count = count,
            Query = query,
            Chips = chips,
            CsvHref = query.Export("csv"),
            Columns =
            [
                new(AccountsTexts.Team_Name, m => m.Name)
                {
                    Sort = "nom",
                    Href = m => MayManage ? $"{Here}/{m.Id}" : null,
                    Note = m => m.JobTitle,
                },
                new(AccountsTexts.Team_Roles, m => RoleLabels.List(m.Roles)) { Sort = "role" },
                new(AccountsTexts.Team_Email, m => m.Email),
                new(AccountsTexts.Team_Phone, m => m.Phone),
                new(
                    AccountsTexts.Team_Since,
                    m => Show.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(m.JoinedAt, current.Zone)))
                )
                {
                    Sort = "depuis",
                },
            ],
        };

    // One filter per role that somebody has; with a single role there is nothing to choose.
    private static List<TableChip> Chips(List<MemberRow> all, TableQuery query, Roles asked)
    {
        var present = Enum.GetValues<Roles>().Where(r => r != Roles.None && all.Any(m => m.Roles.HasFlag(r))).ToList();
        return present.Count < 2
            ? []
            : present.ConvertAll(r => new TableChip(
                RoleLabels.Name(r),
                query.With(ByRole, r == asked ? null : r.ToString()),
                r == asked,
                true
            ));
    }
}
