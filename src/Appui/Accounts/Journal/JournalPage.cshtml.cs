using System.Globalization;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Appui.Shared.Ui.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Journal;

/// <summary>Who did what in the organisation, and whether that account of it can be trusted.</summary>
public sealed class JournalPageModel(ListJournal list, VerifyChain verify, CurrentActor current) : PageModel
{
    private const int MostInFile = 100_000;
    private static readonly string[] Filters = ["quoi", "qui", "du", "au"];

    /// <summary>The lines.</summary>
    public TableView<JournalLine> List { get; private set; } = null!;

    /// <summary>What the verification of the chain found.</summary>
    public AuditReport Report { get; private set; } = null!;

    /// <summary>True while nothing is noted at all, whatever is asked.</summary>
    public bool IsBlank => List.Rows.Count == 0 && !IsFiltered;

    /// <summary>True when something is asked: the questions are then shown, on phones too.</summary>
    public bool IsFiltered => Filters.Any(name => !string.IsNullOrEmpty(Query.Filter(name)));

    /// <summary>What was asked.</summary>
    public TableQuery Query { get; private set; } = null!;

    /// <summary>Kinds to choose from.</summary>
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>People to choose from.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Shows the audit.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        Query = Asked(50);
        Report = await verify.Run(current.Actor, null, stop);
        var (lines, count) = await list.Run(FilterOf(Query), Query.Skip, Query.PageSize, stop);
        Kinds = [new(AccountsTexts.Journal_All, ""), .. list.Kinds.Select(k => new SelectListItem(k.Label(), k.Name))];
        People =
        [
            new(AccountsTexts.Journal_Everybody, ""),
            .. (await list.Members(stop))
                .OrderBy(m => m.Value, StringComparer.CurrentCulture)
                .Select(m => new SelectListItem(m.Value, m.Key.ToString())),
        ];
        List = Table(lines, [Number, What, Who, When, Via], Query, count);
        return Page();
    }

    /// <summary>The lines as a file, with the hash of each, to be compared later.</summary>
    public async Task<IActionResult> OnGetCsv(CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        var (lines, _) = await list.Run(FilterOf(Asked(50)), 0, MostInFile, stop);
        TableColumn<JournalLine>[] columns =
        [
            Number,
            What,
            new(AccountsTexts.Journal_Detail, l => l.Detail),
            Who,
            new(AccountsTexts.Journal_For, l => l.OnBehalfOf),
            When,
            Via,
            new(AccountsTexts.Journal_Hash, l => l.Hash),
        ];
        return File(TableCsv.Of(Table(lines, columns, null, null)), "text/csv; charset=utf-8", "journal.csv");
    }

    /// <summary>An instant where the organisation is.</summary>
    public string At(DateTime instant) => Show.Instant(instant, current.Zone);

    /// <summary>A fault in words.</summary>
    public static string Say(AuditFault fault) =>
        string.Format(
            CultureInfo.CurrentCulture,
            AccountsTexts.ResourceManager.GetString($"Journal_Fault_{fault.Kind}", CultureInfo.CurrentUICulture)!,
            Show.Number(fault.Sequence)
        );

    private TableColumn<JournalLine> Number =>
        new(AccountsTexts.Journal_Number, l => l.Sequence is { } n ? Show.Number(n) : AccountsTexts.Journal_Waiting);

    private static TableColumn<JournalLine> What => new(AccountsTexts.Journal_What, l => l.What) { Note = l => l.Detail };

    private static TableColumn<JournalLine> Who =>
        new(AccountsTexts.Journal_Who, l => l.Who)
        {
            Note = l => l.OnBehalfOf is { } other ? string.Format(CultureInfo.CurrentCulture, AccountsTexts.Journal_OnBehalf, other) : null,
        };

    private TableColumn<JournalLine> When => new(AccountsTexts.Journal_When, l => At(l.At));

    private static TableColumn<JournalLine> Via =>
        new(AccountsTexts.Journal_Via, l => AccountsTexts.ResourceManager.GetString($"Journal_Via_{l.Via}", CultureInfo.CurrentUICulture));

    private static TableView<JournalLine> Table(
        IReadOnlyList<JournalLine> lines,
        IReadOnlyList<TableColumn<JournalLine>> columns,
        TableQuery? query,
        int? count
    ) =>
        new()
        {
            Caption = AccountsTexts.Journal_Title,
            IsCaptionHidden = true,
            Columns = columns,
            Rows = lines,
            Count = count,
            Query = query,
            CsvHref = query?.Export("csv"),
        };

    private TableQuery Asked(int size) => TableQuery.From(Request, [], Filters, size);

    private AuditFilter FilterOf(TableQuery query) =>
        new(
            query.Filter("quoi"),
            Guid.TryParse(query.Filter("qui"), out var person) ? person : null,
            Midnight(Typed.Day(query.Filter("du"))),
            Midnight(Typed.Day(query.Filter("au"))?.AddDays(1))
        );

    private DateTime? Midnight(DateOnly? day) =>
        day is { } d ? TimeZoneInfo.ConvertTimeToUtc(d.ToDateTime(TimeOnly.MinValue), current.Zone) : null;
}
