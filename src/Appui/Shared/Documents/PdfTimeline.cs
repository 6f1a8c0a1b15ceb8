namespace Appui.Shared.Documents;

/// <summary>One bar of a timeline: what is done, a remark, the first month (0 is the first drawn) and how many months.</summary>
public sealed record TimelineBar(string Label, string Remark, int FirstMonth, int Months);

/// <summary>A timeline in months: what is done on the left, bars on the right.</summary>
public static class PdfTimeline
{
    private const double Size = 9;
    private const double Leading = Size * PdfStyle.TightLeading;
    private const double LabelShare = 0.36;
    private const double HeadHeight = 20;
    private const double Padding = 5;
    private const double BarHeight = 12;

    // Two or three parts fill what is left of a page better than one that needs a page of its own.
    private const double MostHeight = 320;

    /// <summary>The bars in as many parts as pages need, in their order.</summary>
    public static IReadOnlyList<IReadOnlyList<TimelineBar>> TimelineParts(IReadOnlyList<TimelineBar> bars)
    {
        List<List<TimelineBar>> parts = [];
        foreach (var bar in bars)
        {
            if (parts.Count == 0 || TimelineHeight([.. parts[^1], bar]) > MostHeight)
                parts.Add([]);
            parts[^1].Add(bar);
        }

        return parts;
    }

    /// <summary>Height in points that these bars need.</summary>
    public static double TimelineHeight(IReadOnlyList<TimelineBar> bars) => HeadHeight + bars.Sum(RowHeight);

    /// <summary>Draws the bars under the names of the months; where months are many, every second or third name is written.</summary>
    public static void Timeline(this PdfCanvas canvas, IReadOnlyList<TimelineBar> bars, IReadOnlyList<string> months)
    {
        var left = canvas.Width * LabelShare;
        var step = (canvas.Width - left) / Math.Max(months.Count, 1);
        Months(canvas, months, left, step);
        var y = HeadHeight;
        foreach (var bar in bars)
        {
            var height = RowHeight(bar);
            Row(canvas, bar, y, left, step);
            y += height;
            canvas.Line(0, y, canvas.Width, y, new Pen(Ink.Line, 0.5));
        }
    }

    private static void Months(PdfCanvas canvas, IReadOnlyList<string> months, double left, double step)
    {
        var widest = months.Count == 0 ? 0 : months.Max(month => PdfCanvas.TextWidth(month, 8)) + 4;
        var every = Math.Max(1, (int)Math.Ceiling(widest / Math.Max(step, 1)));
        for (var i = 0; i <= months.Count; i++)
        {
            canvas.Line(left + (i * step), HeadHeight, left + (i * step), canvas.Height, new Pen(Ink.Line, 0.4));
            if (i < months.Count && i % every == 0)
                canvas.Text(
                    left + (i * step) + (every == 1 ? step / 2 : 1),
                    12,
                    months[i],
                    8,
                    Ink.Quiet,
                    every == 1 ? Side.Middle : Side.Start
                );
        }

        canvas.Line(0, HeadHeight, canvas.Width, HeadHeight, new Pen(Ink.Teal, 1.2));
    }

    private static void Row(PdfCanvas canvas, TimelineBar bar, double y, double left, double step)
    {
        var baseline = y + Padding + (Size * 0.85);
        var lines = canvas.Lines(0, baseline, bar.Label, Size, LabelWidth, Ink.Text, bold: true);
        if (bar.Remark.Length > 0)
            canvas.Lines(0, baseline + (lines * Leading), bar.Remark, Size - 0.5, LabelWidth, Ink.Quiet);
        var x = left + (bar.FirstMonth * step);
        canvas.Rectangle(
            x + 1,
            y + ((RowHeight(bar) - BarHeight) / 2),
            (bar.Months * step) - 2,
            BarHeight,
            new Pen(Ink.Teal, 0.8),
            new Fill(Ink.Teal)
        );
    }

    private static double LabelWidth => (PdfStyle.Width * LabelShare) - 10;

    private static double RowHeight(TimelineBar bar)
    {
        var lines =
            PdfCanvas.Broken(bar.Label, Size, LabelWidth, bold: true).Count
            + (bar.Remark.Length == 0 ? 0 : PdfCanvas.Broken(bar.Remark, Size - 0.5, LabelWidth).Count);
        return Math.Max(lines * Leading, BarHeight) + (2 * Padding);
    }
}
