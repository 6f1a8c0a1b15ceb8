using System.Globalization;

namespace Appui.Shared.Ui.Tables;

/// <summary>Pages of a long list: first, last, and those around the one shown.</summary>
internal static class TablePages
{
    public static void Write(Markup markup, TableQuery query, int last)
    {
        markup.Raw("<nav").Attribute("aria-label", UiTexts.Pages_Label).Raw("><ul class=\"pages\">");
        if (query.Page > 1)
            Link(markup, query.ToPage(query.Page - 1), UiTexts.Pages_Previous, "prev");
        var shown = 0;
        foreach (var page in Around(query.Page, last))
        {
            if (page > shown + 1)
                markup.Raw("<li><span aria-hidden=\"true\">…</span></li>");
            markup.Raw("<li><a").Attribute("href", query.ToPage(page)).Attribute("aria-current", page == query.Page ? "page" : null);
            markup
                .Raw("><span class=\"sr\">")
                .Text(UiTexts.Pages_Page)
                .Raw(" </span>")
                .Text(page.ToString(CultureInfo.InvariantCulture))
                .Raw("</a></li>");
            shown = page;
        }

        if (query.Page < last)
            Link(markup, query.ToPage(query.Page + 1), UiTexts.Pages_Following, "next");
        markup.Raw("</ul></nav>");
    }

    /// <summary>Pages to show, in order: 1 … 4 5 6 … 200.</summary>
    public static IEnumerable<int> Around(int page, int last) =>
        new[] { 1, page - 1, page, page + 1, last }.Where(p => p >= 1 && p <= last).Distinct().Order();

    private static void Link(Markup markup, string href, string words, string relation) =>
        markup.Raw("<li><a").Attribute("href", href).Attribute("rel", relation).Raw(">").Text(words).Raw("</a></li>");
}
