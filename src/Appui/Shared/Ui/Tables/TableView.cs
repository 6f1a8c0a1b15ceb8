using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui.Tables;

/// <summary>A column of a list.</summary>
/// <param name="Header">Its title.</param>
/// <param name="Text">What a row says there, encoded on screen and used as it is in the CSV file.</param>
public sealed record TableColumn<T>(string Header, Func<T, string?> Text)
{
    /// <summary>Key one may sort by, in <see cref="TableQuery"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>Figures, aligned to the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The title is for screen readers only (a column of buttons).</summary>
    public bool IsHeaderHidden { get; init; }

    /// <summary>Left out of the CSV file.</summary>
    public bool IsScreenOnly { get; init; }

    /// <summary>Address the text leads to.</summary>
    public Func<T, string?>? Href { get; init; }

    /// <summary>A quiet line beneath.</summary>
    public Func<T, string?>? Note { get; init; }

    /// <summary>Writes the cell when it is more than words (a badge, a button).</summary>
    public Action<Markup, T>? Html { get; init; }

    /// <summary>Total at the foot.</summary>
    public string? Total { get; init; }
}

/// <summary>A filter shown above a list: on, it can be removed.</summary>
public sealed record TableChip(string Label, string Href, bool IsOn, bool IsRemovable = false);

/// <summary>
/// A list: caption, filters, sorting by its titles, pages, CSV; each row a block on phones. Written in one pass, rows included.
/// The first column names the row. Used in a page as <c>@Model.List</c>.
/// </summary>
public sealed class TableView<T> : IHtmlContent
{
    /// <summary>What the list holds.</summary>
    public required string Caption { get; init; }

    /// <summary>The caption is for screen readers only: a heading above says it.</summary>
    public bool IsCaptionHidden { get; init; }

    /// <summary>Columns, the first names the row.</summary>
    public required IReadOnlyList<TableColumn<T>> Columns { get; init; }

    /// <summary>Rows of this page.</summary>
    public required IReadOnlyList<T> Rows { get; init; }

    /// <summary>Rows in all; those of this page when not said.</summary>
    public long? Count { get; init; }

    /// <summary>What was asked; none for a short list without pages.</summary>
    public TableQuery? Query { get; init; }

    /// <summary>Filters above the list.</summary>
    public IReadOnlyList<TableChip> Chips { get; init; } = [];

    /// <summary>Address of the whole list as a CSV file.</summary>
    public string? CsvHref { get; init; }

    /// <summary>The row one stands on.</summary>
    public Func<T, bool>? IsHere { get; init; }

    /// <summary>Closer lines, for a table of figures.</summary>
    public bool IsTight { get; init; }

    /// <summary>Many columns: the frame scrolls by itself and its head stays. Not stacked on phones.</summary>
    public bool IsFramed { get; init; }

    /// <summary>Shown instead of the table when there is nothing.</summary>
    public IHtmlContent? Empty { get; init; }

    private long All => Count ?? Rows.Count;

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ToString());

    /// <inheritdoc />
    public override string ToString()
    {
        var markup = new Markup(1024 + (Rows.Count * Columns.Count * 64));
        if (Chips.Count > 0)
            WriteChips(markup);
        if (Rows.Count == 0)
            markup.Content(Empty ?? Nothing());
        else
            WriteTable(markup);
        return markup.ToString();
    }

    private static HtmlString Nothing() => new Markup().Raw("<p class=\"quiet\">").Text(UiTexts.Table_Nothing).Raw("</p>").ToHtml();

    private void WriteChips(Markup markup)
    {
        markup.Raw("<div class=\"filters\" role=\"group\"").Attribute("aria-label", UiTexts.Table_Filters).Raw(">");
        foreach (var chip in Chips)
        {
            markup
                .Raw("<a class=\"chip\"")
                .Attribute("href", chip.Href)
                .Attribute("aria-current", chip.IsOn ? "true" : null)
                .Raw(">")
                .Text(chip.Label);
            if (chip is { IsOn: true, IsRemovable: true })
                markup.Icon("x").Raw("<span class=\"sr\">").Text(UiTexts.Table_Remove).Raw("</span>");
            markup.Raw("</a>");
        }

        markup.Raw("</div>");
    }

    private void WriteTable(Markup markup)
    {
        if (IsFramed)
            markup.Raw("<div class=\"table-frame\" tabindex=\"0\" role=\"region\"").Attribute("aria-label", Caption).Raw(">");
        markup.Raw("<table").Attribute("class", $"table{(IsFramed ? "" : " stack")}{(IsTight ? " table-tight" : "")}").Raw(">");
        markup.Raw(IsCaptionHidden ? "<caption class=\"sr\">" : "<caption>").Text(Caption).Raw("</caption><thead><tr>");
        foreach (var column in Columns)
            WriteHeader(markup, column);
        markup.Raw("</tr></thead><tbody>");
        foreach (var row in Rows)
            WriteRow(markup, row);
        markup.Raw("</tbody>");
        if (Columns.Any(c => c.Total is not null))
            WriteTotals(markup);
        markup.Raw(IsFramed ? "</table></div>" : "</table>");
        if (Query is not null || CsvHref is not null)
            WriteFoot(markup);
    }

    private void WriteHeader(Markup markup, TableColumn<T> column)
    {
        var isSorted = column.Sort is not null && Query?.Sort == column.Sort;
        markup.Raw("<th scope=\"col\"").Attribute("class", column.IsNumber ? "n" : null);
        if (isSorted)
            markup.Attribute("aria-sort", Query!.IsDescending ? "descending" : "ascending");
        markup.Raw(">");
        if (column.IsHeaderHidden)
            markup.Raw("<span class=\"sr\">").Text(column.Header).Raw("</span>");
        else if (column.Sort is not null && Query is not null)
        {
            markup.Raw("<a").Attribute("href", Query.Sorted(column.Sort)).Raw(">").Text(column.Header);
            if (isSorted)
                markup.Icon(Query.IsDescending ? "sort-descending" : "sort-ascending");
            markup.Raw("</a>");
        }
        else
            markup.Text(column.Header);
        markup.Raw("</th>");
    }

    private void WriteRow(Markup markup, T row)
    {
        markup.Raw(IsHere?.Invoke(row) == true ? "<tr class=\"is-here\" aria-current=\"true\">" : "<tr>");
        for (var i = 0; i < Columns.Count; i++)
        {
            var column = Columns[i];
            var text = column.Html is null ? column.Text(row) : null;
            if (i == 0)
                markup.Raw("<th scope=\"row\">");
            else
                Cell(markup, column, isNil: column.Html is null && string.IsNullOrEmpty(text));
            // On phones the cell is a line: its name, then its words and their note as one.
            var note = column.Note?.Invoke(row) is { Length: > 0 } said ? said : null;
            if (note is not null)
                markup.Raw("<span>");
            if (column.Html is not null)
                column.Html(markup, row);
            else if (column.Href?.Invoke(row) is { } href)
                markup.Raw("<a").Attribute("href", href).Raw(">").Text(text).Raw("</a>");
            else
                markup.Text(string.IsNullOrEmpty(text) ? "–" : text);
            if (note is not null)
                markup.Raw("<br><span class=\"quiet small\">").Text(note).Raw("</span></span>");
            markup.Raw(i == 0 ? "</th>" : "</td>");
        }

        markup.Raw("</tr>");
    }

    private static void Cell(Markup markup, TableColumn<T> column, bool isNil)
    {
        var kind = (column.IsNumber, isNil) switch
        {
            (true, true) => "n nil",
            (true, false) => "n",
            (false, true) => "nil",
            _ => null,
        };
        markup.Raw("<td").Attribute("class", kind).Attribute("data-h", column.IsHeaderHidden ? null : column.Header).Raw(">");
    }

    private void WriteTotals(Markup markup)
    {
        markup.Raw("<tfoot><tr>");
        for (var i = 0; i < Columns.Count; i++)
        {
            if (i == 0)
                markup.Raw("<th scope=\"row\">").Text(Columns[0].Total ?? UiTexts.Table_Total).Raw("</th>");
            else
            {
                Cell(markup, Columns[i], isNil: Columns[i].Total is null);
                markup.Text(Columns[i].Total).Raw("</td>");
            }
        }

        markup.Raw("</tr></tfoot>");
    }

    private void WriteFoot(Markup markup)
    {
        markup.Raw("<div class=\"table-foot\"><span>");
        if (Query is not null && All > Rows.Count)
            markup.Text(
                string.Format(
                    CultureInfo.CurrentCulture,
                    UiTexts.Table_Range,
                    Show.Number(Query.Skip + 1),
                    Show.Number(Query.Skip + Rows.Count),
                    Show.Number(All)
                )
            );
        else
            markup.Text(All == 1 ? UiTexts.Table_One : string.Format(CultureInfo.CurrentCulture, UiTexts.Table_Other, Show.Number(All)));
        markup.Raw("</span>");
        if (Query is not null && All > Query.PageSize)
            TablePages.Write(markup, Query, (int)Math.Min(int.MaxValue, (All + Query.PageSize - 1) / Query.PageSize));
        if (CsvHref is not null)
            markup.Raw("<a").Attribute("href", CsvHref).Raw(" download>").Text(UiTexts.Table_Csv).Raw("</a>");
        markup.Raw("</div>");
    }
}
