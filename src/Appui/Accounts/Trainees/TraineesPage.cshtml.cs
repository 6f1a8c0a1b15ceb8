using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Ui.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Trainees;

/// <summary>A trainee as the list shows them.</summary>
public sealed record TraineeRow(Guid Id, string Name, DateTime JoinedAt, DateTime? IssuedAt, DateTime? LastUsedAt);

/// <summary>Trainees of the organisation: add one or a whole list, print their cards, find one.</summary>
public sealed class TraineesPageModel(AppuiDb db, AddTrainees add, CurrentActor current) : PageModel
{
    private const string ByName = "nom";
    private const string ByAccess = "acces";

    [BindProperty]
    public string? Names { get; set; }

    /// <summary>The list.</summary>
    public TableView<TraineeRow> Trainees { get; private set; } = null!;

    /// <summary>Cards just made; shown once.</summary>
    public IReadOnlyList<TraineeCard> Cards { get; private set; } = [];

    /// <summary>What was searched.</summary>
    public string? Search { get; private set; }

    /// <summary>True while the organisation has no trainee at all.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>Address of this list.</summary>
    public string Here => $"{current.Prefix}/organisme/stagiaires";

    /// <summary>True after somebody left.</summary>
    public bool HasLeft => Request.Query["fait"] == "sortie";

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(current.Actor) is { } no)
            return this.Closed(no);
        await Load(50, stop);
        return Page();
    }

    /// <summary>The whole list as a file; it holds no PIN.</summary>
    public async Task<IActionResult> OnGetCsv(CancellationToken stop)
    {
        if (AccountsAccess.MayTeach(current.Actor) is { } no)
            return this.Closed(no);
        await Load(int.MaxValue, stop);
        return File(TableCsv.Of(Trainees), "text/csv; charset=utf-8", $"stagiaires-{current.OrganisationCode}.csv");
    }

    /// <summary>Adds them and shows their cards, once. The page is not kept anywhere.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var outcome = await add.Run(Names, current.Actor, stop);
        if (outcome.Refusal is { Kind: RefusalKind.Forbidden } forbidden)
            return this.Closed(forbidden);
        await Load(50, stop);
        if (!outcome.Is(out var cards, out var refusal))
            return this.Refused(refusal);
        Response.Headers.CacheControl = "no-store";
        Cards = cards;
        return Page();
    }

    private async Task Load(int pageSize, CancellationToken stop)
    {
        var query = TableQuery.From(Request, ["nom", "-vu", "-depuis"], [ByName, ByAccess], pageSize);
        Search = query.Filter(ByName);
        var all = await (
            from m in db.Memberships
            where m.EndedAt == null && (m.Roles & Roles.Trainee) != Roles.None
            join a in db.TraineeAccesses on m.Id equals a.MembershipId into accesses
            from a in accesses.DefaultIfEmpty()
            select new TraineeRow(m.Id, m.DisplayName, m.JoinedAt, a == null ? null : a.IssuedAt, a == null ? null : a.LastUsedAt)
        ).ToListAsync(stop);
        IsBlank = all.Count == 0;
        var without = query.Filter(ByAccess) == "sans";
        var kept = all.Where(t => Search is null || t.Name.Contains(Search, StringComparison.CurrentCultureIgnoreCase))
            .Where(t => !without || t.IssuedAt is null)
            .ToList();
        var sorted = query.Sort switch
        {
            "vu" => kept.OrderBy(t => t.LastUsedAt ?? DateTime.MinValue),
            "depuis" => kept.OrderBy(t => t.JoinedAt),
            _ => kept.OrderBy(t => t.Name, StringComparer.CurrentCulture),
        };
        var rows = query.IsDescending ? sorted.Reverse() : sorted;
        Trainees = View([.. rows.Skip(query.Skip).Take(query.PageSize)], kept.Count, query, without, all.Exists(t => t.IssuedAt is null));
    }

    private TableView<TraineeRow> View(IReadOnlyList<TraineeRow> rows, int count, TableQuery query, bool without, bool someWithout) =>
        new()
        {
            Caption = AccountsTexts.Trainees_Title,
            IsCaptionHidden = true,
            Rows = rows,
            Count = count,
            Query = query,
            Chips =
                someWithout || without
                    ? [new TableChip(AccountsTexts.Trainees_Without, query.With(ByAccess, without ? null : "sans"), without, true)]
                    : [],
            CsvHref = query.Export("csv"),
            Columns =
            [
                new(AccountsTexts.Team_Name, t => t.Name) { Sort = "nom", Href = t => $"{Here}/{t.Id}" },
                new(AccountsTexts.Trainees_Access, t => t.IssuedAt is { } at ? Instant(at) : AccountsTexts.Trainees_NoAccess),
                new(AccountsTexts.Trainees_Seen, t => t.LastUsedAt is { } at ? Instant(at) : null) { Sort = "vu" },
                new(AccountsTexts.Team_Since, t => Instant(t.JoinedAt)) { Sort = "depuis" },
            ],
        };

    private string Instant(DateTime at) => Show.Instant(at, current.Zone);
}
