using System.Globalization;

namespace Appui.Shared.Documents;

/// <summary>One axis of a radar: its name, the value now and, where there is one, the value to come; both from 0 to 100.</summary>
public sealed record RadarAxis(string Label, double? Now, double? Next = null, string Remark = "");

/// <summary>A radar: now is a grey dashed outline with hollow marks, what comes is a teal hatched surface with full marks.</summary>
public static class PdfRadar
{
    private const double Scale = 100;
    private const int Rings = 5;
    private const double LabelSize = 9;
    private const double NumberSize = 7;
    private const double LabelWidth = 112;
    private const double LabelRoom = 26;

    /// <summary>Draws the radar in the whole canvas, with the two names of its lines at the bottom.</summary>
    public static void Radar(this PdfCanvas canvas, IReadOnlyList<RadarAxis> axes, string nowName, string nextName = "")
    {
        var radius = (canvas.Height / 2) - LabelRoom - 12;
        var centre = new Spot(canvas.Width / 2, (canvas.Height / 2) - 6);
        Grid(canvas, axes.Count, centre, radius);
        var hasNext = axes.Any(axis => axis.Next is not null);
        if (hasNext)
            Outline(
                canvas,
                axes,
                axis => axis.Next ?? axis.Now,
                centre,
                radius,
                new Pen(Ink.Teal, 1.8),
                new Fill(Ink.PaleTeal, Hatch.Rising, new Ink(0xa9, 0xcb, 0xc8)),
                new Fill(Ink.Teal)
            );
        var now = hasNext ? new Pen(Ink.Quiet, 1.3, LineStyle.Dashed) : new Pen(Ink.Teal, 1.8);
        Outline(
            canvas,
            axes,
            axis => axis.Now,
            centre,
            radius,
            now,
            hasNext ? null : new Fill(Ink.PaleTeal),
            new Fill(hasNext ? Ink.White : Ink.Teal)
        );
        Numbers(canvas, centre, radius);
        for (var i = 0; i < axes.Count; i++)
            Label(canvas, axes[i], Angle(i, axes.Count), centre, radius);
        Key(canvas, now, nowName, hasNext ? nextName : "");
    }

    private static void Grid(PdfCanvas canvas, int axes, Spot centre, double radius)
    {
        for (var ring = 1; ring <= Rings; ring++)
            canvas.Polygon(
                [.. Enumerable.Range(0, axes).Select(i => At(centre, radius * ring / Rings, Angle(i, axes)))],
                new Pen(Ink.Line, ring == Rings ? 0.8 : 0.5),
                null
            );
        for (var i = 0; i < axes; i++)
            canvas.Polyline([centre, At(centre, radius, Angle(i, axes))], new Pen(Ink.Line, 0.5));
    }

    /// <summary>The numbers of the rings, on a scrap of paper so that no surface hides them.</summary>
    private static void Numbers(PdfCanvas canvas, Spot centre, double radius)
    {
        for (var ring = 1; ring <= Rings; ring++)
        {
            var number = (ring * Scale / Rings).ToString("0", CultureInfo.InvariantCulture);
            var (width, y) = (PdfCanvas.TextWidth(number, NumberSize), centre.Y - (radius * ring / Rings));
            canvas.Rectangle(centre.X - width - 5, y - 3.5, width + 2, 7, null, new Fill(Ink.White));
            canvas.Text(centre.X - 4, y + 2.4, number, NumberSize, Ink.Quiet, Side.End);
        }
    }

    private static void Outline(
        PdfCanvas canvas,
        IReadOnlyList<RadarAxis> axes,
        Func<RadarAxis, double?> value,
        Spot centre,
        double radius,
        Pen pen,
        Fill? fill,
        Fill mark
    )
    {
        var spots = new List<Spot>();
        for (var i = 0; i < axes.Count; i++)
            if (value(axes[i]) is { } known)
                spots.Add(At(centre, radius * Math.Clamp(known, 0, Scale) / Scale, Angle(i, axes.Count)));
        if (spots.Count > 2)
            canvas.Polygon(spots, pen, fill);
        foreach (var spot in spots)
            canvas.Dot(spot.X, spot.Y, 2.6, new Pen(pen.Ink), mark);
    }

    private static void Label(PdfCanvas canvas, RadarAxis axis, double angle, Spot centre, double radius)
    {
        var spot = At(centre, radius + 9, angle);
        var side =
            Math.Abs(Math.Cos(angle)) < 0.2 ? Side.Middle
            : Math.Cos(angle) > 0 ? Side.Start
            : Side.End;
        var room = side switch
        {
            Side.Start => canvas.Width - spot.X,
            Side.End => spot.X,
            _ => 2 * LabelWidth,
        };
        var lines = PdfCanvas.Broken(axis.Label, LabelSize, Math.Min(room, 1.3 * LabelWidth), bold: true);
        var leading = LabelSize * PdfStyle.TightLeading;
        var count = lines.Count + (axis.Remark.Length == 0 ? 0 : 1);
        var lift =
            Math.Sin(angle) < -0.2 ? (count - 1) * leading
            : Math.Abs(Math.Sin(angle)) <= 0.2 ? (count - 1) * leading / 2
            : -LabelSize * PdfStyle.Capital;
        var baseline = spot.Y - lift + (Math.Abs(Math.Sin(angle)) <= 0.2 ? LabelSize / 3 : 0);
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(spot.X, baseline + (i * leading), lines[i], LabelSize, Ink.Text, side, bold: true);
        canvas.Text(spot.X, baseline + (lines.Count * leading), axis.Remark, LabelSize, Ink.Quiet, side);
    }

    private static void Key(PdfCanvas canvas, Pen now, string nowName, string nextName)
    {
        var y = canvas.Height - 3;
        var width =
            PdfCanvas.TextWidth(nowName, LabelSize) + 30 + (nextName.Length == 0 ? 0 : PdfCanvas.TextWidth(nextName, LabelSize) + 50);
        var x = (canvas.Width - width) / 2;
        if (nowName.Length > 0)
            Sample(canvas, x, y, now, nextName.Length > 0 ? Ink.White : Ink.Teal, nowName);
        if (nextName.Length > 0)
            Sample(canvas, x + PdfCanvas.TextWidth(nowName, LabelSize) + 50, y, new Pen(Ink.Teal, 1.8), Ink.Teal, nextName);
    }

    private static void Sample(PdfCanvas canvas, double x, double y, Pen pen, Ink mark, string name)
    {
        canvas.Line(x, y - 3, x + 24, y - 3, pen);
        canvas.Dot(x + 12, y - 3, 2.6, new Pen(pen.Ink), new Fill(mark));
        canvas.Text(x + 30, y, name, LabelSize, Ink.Text);
    }

    private static double Angle(int i, int count) => (-Math.PI / 2) + (2 * Math.PI * i / count);

    private static Spot At(Spot centre, double radius, double angle) =>
        new(centre.X + (radius * Math.Cos(angle)), centre.Y + (radius * Math.Sin(angle)));
}
