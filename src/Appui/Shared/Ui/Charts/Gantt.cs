using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui.Charts;

/// <summary>An action on the timeline.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Note">How much time, who pays: a quiet line.</param>
/// <param name="Start">First month, from 0.</param>
/// <param name="Months">How many months.</param>
/// <param name="Hue">Colour of who pays most.</param>
public sealed record GanttRow(string Name, string? Note, int Start, int Months, Hue Hue);

/// <summary>Actions over months, with today. Wide screens: names beside; phones: names above each bar.</summary>
public static class Gantt
{
    private const int ShownOnPhones = 5;

    /// <summary>The timeline.</summary>
    /// <param name="first">A day of the first month.</param>
    /// <param name="months">Months shown.</param>
    /// <param name="rows">Actions, in order.</param>
    /// <param name="today">Today; the line is left out when it is not on the timeline.</param>
    public static HtmlString Html(DateOnly first, int months, IReadOnlyList<GanttRow> rows, DateOnly? today = null)
    {
        first = new DateOnly(first.Year, first.Month, 1);
        months = Math.Max(1, months);
        var now = today is { } day ? Place(first, months, day) : null;
        var markup = new Markup(2000 + (rows.Count * 400)).Raw("<div class=\"gantt\">");
        markup.Raw("<div class=\"quiet small wide\">").Text(UiTexts.Chart_Action).Raw("</div>");
        Months(markup, first, months, now);
        foreach (var row in rows)
            Row(markup, first, months, row);
        Grid(markup, months, now);
        return markup.Raw("</div>").ToHtml();
    }

    private static void Months(Markup markup, DateOnly first, int months, double? now)
    {
        var label = string.Format(
            CultureInfo.CurrentCulture,
            UiTexts.Chart_Scale,
            Show.LongMonth(first),
            Show.LongMonth(first.AddMonths(months - 1))
        );
        markup.Raw("<div class=\"gantt-track gantt-months\"><svg role=\"img\"").Attribute("aria-label", label).Raw(">");
        var step = (months + 12) / 13;
        var phoneStep = Math.Max(step, (((months + ShownOnPhones - 1) / ShownOnPhones) + step - 1) / step * step);
        for (var m = 0; m < months; m += step)
        {
            var kind = m % phoneStep == 0 ? "t2" : "t2 wide";
            markup
                .Raw($"<text x=\"{100d * m / months}%\" y=\"12\"")
                .Attribute("class", kind)
                .Raw(">")
                .Text(Show.ShortMonth(first.AddMonths(m)))
                .Raw("</text>");
        }

        Years(markup, first, months);
        if (now is { } x)
        {
            var (anchor, dx) = x > 80 ? ("end", -6) : ("start", 6);
            markup
                .Raw($"<text x=\"{x}%\" dx=\"{dx}\" y=\"44\" class=\"ta\" text-anchor=\"{anchor}\">")
                .Text(UiTexts.Chart_Today)
                .Raw("</text>");
        }

        markup.Raw("</svg></div>");
    }

    private static void Years(Markup markup, DateOnly first, int months)
    {
        for (var m = 0; m < months; m++)
        {
            var month = first.AddMonths(m);
            if ((m == 0 && month.Month < 11) || month.Month == 1)
                markup.Raw($"<text class=\"t2\" x=\"{100d * m / months}%\" y=\"28\">{month.Year}</text>");
        }
    }

    private static void Row(Markup markup, DateOnly first, int months, GanttRow row)
    {
        var start = Math.Clamp(row.Start, 0, months - 1);
        var length = Math.Clamp(row.Months, 1, months - start);
        var from = Show.LongMonth(first.AddMonths(start));
        var to = Show.LongMonth(first.AddMonths(start + length - 1));
        var label =
            length == 1
                ? string.Format(CultureInfo.CurrentCulture, UiTexts.Chart_In, row.Name, from)
                : string.Format(CultureInfo.CurrentCulture, UiTexts.Chart_From_To, row.Name, from, to);
        markup.Raw("<div class=\"gantt-name\"><strong>").Text(row.Name).Raw("</strong>");
        if (row.Note is not null)
            markup.Raw("<br><span class=\"quiet small\">").Text(row.Note).Raw("</span>");
        markup.Raw("</div><div class=\"gantt-track\"><svg role=\"img\"").Attribute("aria-label", label);
        markup
            .Raw($"><rect x=\"{100d * start / months}%\" y=\"11\" width=\"{100d * length / months}%\" height=\"22\" rx=\"4\" ")
            .Raw(row.Hue.Fill())
            .Raw("/></svg></div>");
    }

    private static void Grid(Markup markup, int months, double? now)
    {
        markup.Raw("<svg class=\"gantt-grid\" aria-hidden=\"true\">");
        var step = months > 26 ? 3 : 1;
        for (var m = 0; m <= months; m += step)
            markup.Raw($"<line class=\"grid\" x1=\"{100d * m / months}%\" x2=\"{100d * m / months}%\" y1=\"24\" y2=\"100%\"/>");
        if (now is { } x)
            markup.Raw($"<line class=\"here\" x1=\"{x}%\" x2=\"{x}%\" y1=\"12\" y2=\"100%\"/>");
        markup.Raw("</svg>");
    }

    private static double? Place(DateOnly first, int months, DateOnly day)
    {
        var whole = ((day.Year - first.Year) * 12) + day.Month - first.Month;
        var place = whole + ((day.Day - 1d) / DateTime.DaysInMonth(day.Year, day.Month));
        return place < 0 || place > months ? null : 100 * place / months;
    }
}
