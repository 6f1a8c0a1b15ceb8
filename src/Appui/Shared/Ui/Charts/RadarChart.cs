using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui.Charts;

/// <summary>One direction of a radar, all figures from 0 to 100.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Value">Own value; null when there is too little to say.</param>
/// <param name="Low">Lower end of the own uncertainty.</param>
/// <param name="High">Upper end of the own uncertainty.</param>
/// <param name="PeerLow">Lower end of the middle half of peers.</param>
/// <param name="PeerMedian">Median of peers.</param>
/// <param name="PeerHigh">Upper end of the middle half of peers.</param>
public sealed record RadarAxis(
    string Name,
    double? Value,
    double? Low = null,
    double? High = null,
    double? PeerLow = null,
    double? PeerMedian = null,
    double? PeerHigh = null
);

/// <summary>A radar as SVG: own shape and its uncertainty, the middle half of peers and their median, names written directly. Its table stands beside.</summary>
public static class RadarChart
{
    private const double WideRadius = 116;
    private const double NarrowWidth = 328;

    /// <summary>The drawing for desks and the one for phones; the style sheet shows one of them.</summary>
    /// <param name="axes">At least three directions, clockwise from the top.</param>
    /// <param name="label">What the picture says, for those who do not see it.</param>
    public static HtmlString Both(IReadOnlyList<RadarAxis> axes, string label) =>
        new(
            $"<div class=\"chart-body chart-wide\">{Svg(axes, label).Value}</div><div class=\"chart-body chart-narrow\">{Svg(axes, label, ChartSize.Narrow).Value}</div>"
        );

    /// <summary>One drawing.</summary>
    public static HtmlString Svg(IReadOnlyList<RadarAxis> axes, string label, ChartSize size = ChartSize.Wide)
    {
        if (axes.Count < 3)
            throw new ArgumentException("A radar has at least three axes.", nameof(axes));
        var frame = Frame.For(axes, size);
        var markup = new Markup(6000)
            .Raw($"<svg viewBox=\"{frame.Left} 0 {frame.Width} {frame.Height}\" role=\"img\"")
            .Attribute("aria-label", label)
            .Raw(">");
        Grid(markup, frame);
        Ring(markup, frame, "band", a => a.PeerLow, a => a.PeerHigh);
        Outline(markup, frame, "med", a => a.PeerMedian);
        Ring(markup, frame, "band-you", a => a.Low, a => a.High);
        Outline(markup, frame, "you", a => a.Value);
        for (var i = 0; i < axes.Count; i++)
            if (axes[i].Value is { } value)
                markup.Raw($"<circle class=\"f1\" cx=\"{frame.X(i, value)}\" cy=\"{frame.Y(i, value)}\" r=\"4\"/>");
        Names(markup, frame);
        Words(markup, frame);
        return markup.Raw("</svg>").ToHtml();
    }

    private static void Grid(Markup markup, Frame frame)
    {
        for (var value = 20; value <= 100; value += 20)
            markup.Raw("<polygon class=\"grid\" points=\"").Raw(frame.Points(_ => value)).Raw("\"/>");
        markup.Raw("<path class=\"grid\" d=\"");
        for (var i = 0; i < frame.Axes.Count; i++)
            markup.Raw($"M{frame.CentreX} {frame.CentreY}L{frame.X(i, 100)} {frame.Y(i, 100)}");
        markup.Raw("\"/>");
    }

    // Between two closed lines; drawn only when every direction has both ends, a shape with holes would mislead.
    private static void Ring(Markup markup, Frame frame, string kind, Func<RadarAxis, double?> low, Func<RadarAxis, double?> high)
    {
        if (frame.Axes.Any(a => low(a) is null || high(a) is null) || frame.Axes.All(a => low(a) >= high(a)))
            return;
        markup
            .Raw("<path")
            .Attribute("class", kind)
            .Raw(" d=\"M")
            .Raw(frame.Points(a => high(a)!.Value))
            .Raw("ZM")
            .Raw(frame.Points(a => low(a)!.Value))
            .Raw("Z\"/>");
    }

    private static void Outline(Markup markup, Frame frame, string kind, Func<RadarAxis, double?> value)
    {
        var count = frame.Axes.Count;
        if (frame.Axes.All(a => value(a) is not null))
        {
            markup.Raw("<polygon").Attribute("class", kind).Raw(" points=\"").Raw(frame.Points(a => value(a)!.Value)).Raw("\"/>");
            return;
        }

        var path = new Markup();
        for (var i = 0; i < count; i++)
        {
            var next = (i + 1) % count;
            if (value(frame.Axes[i]) is { } from && value(frame.Axes[next]) is { } to)
                path.Raw($"M{frame.X(i, from)} {frame.Y(i, from)}L{frame.X(next, to)} {frame.Y(next, to)}");
        }

        if (path.ToString() is { Length: > 0 } drawn)
            markup.Raw("<path").Attribute("class", kind).Raw(" d=\"").Raw(drawn).Raw("\"/>");
    }

    private static void Names(Markup markup, Frame frame)
    {
        for (var i = 0; i < frame.Axes.Count; i++)
        {
            var (sin, cos) = frame.Direction(i);
            var lines = frame.Lines[i];
            var (x, anchor) =
                Math.Abs(sin) < 0.1 ? (frame.CentreX, "middle")
                : sin > 0 ? (frame.CentreX + ((frame.Radius + 14) * sin), "start")
                : (frame.CentreX + ((frame.Radius + 14) * sin), "end");
            var y =
                Math.Abs(sin) >= 0.1 ? frame.CentreY - ((frame.Radius + 14) * cos) + 5 - ((lines.Count - 1) * Labels.Line / 2)
                : cos > 0 ? frame.CentreY - frame.Radius - 13 - ((lines.Count - 1) * Labels.Line)
                : frame.CentreY + frame.Radius + 23;
            Labels.Write(markup, lines, x, y, anchor, frame.Axes[i].Value is null ? "t2" : null);
        }
    }

    private static void Words(Markup markup, Frame frame)
    {
        foreach (var value in (int[])[20, 60, 100])
            markup.Raw(
                $"<text class=\"t2 halo\" x=\"{frame.CentreX + 3}\" y=\"{frame.CentreY - (value / 100d * frame.Radius) + (value == 100 ? 14 : 4)}\">{value}</text>"
            );
        var own = Furthest(frame, a => a.Value, except: 0);
        if (own is { } you)
            Beside(markup, frame, you, frame.Axes[you].Value!.Value, "t1 halo", UiTexts.Chart_You);
        if (Furthest(frame, a => a.PeerHigh - (a.Value ?? 0), except: own ?? 0) is { } peers)
            Beside(markup, frame, peers, frame.Axes[peers].PeerHigh!.Value, "t2 halo", UiTexts.Chart_Peers);
    }

    // The direction where a word has most room; never the top one, which carries the scale.
    private static int? Furthest(Frame frame, Func<RadarAxis, double?> value, int except)
    {
        int? best = null;
        for (var i = 1; i < frame.Axes.Count; i++)
            if (i != except && value(frame.Axes[i]) is { } found && (best is null || found > value(frame.Axes[best.Value])))
                best = i;
        return best;
    }

    private static void Beside(Markup markup, Frame frame, int axis, double value, string kind, string words)
    {
        var (sin, cos) = frame.Direction(axis);
        var anchor =
            Math.Abs(sin) < 0.1 ? "middle"
            : sin > 0 ? "start"
            : "end";
        var x = frame.X(axis, value) + (8 * sin) - (Math.Abs(cos) < 0.1 ? 10 * sin : 0);
        var y =
            frame.Y(axis, value)
            - (
                Math.Abs(cos) < 0.1 ? 10
                : cos > 0 ? 6
                : -16
            );
        markup.Raw("<text").Attribute("class", kind).Raw($" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">").Text(words).Raw("</text>");
    }

    private sealed record Frame(
        IReadOnlyList<RadarAxis> Axes,
        IReadOnlyList<IReadOnlyList<string>> Lines,
        double Left,
        double Width,
        double Height,
        double CentreX,
        double CentreY,
        double Radius
    )
    {
        public static Frame For(IReadOnlyList<RadarAxis> axes, ChartSize size)
        {
            var lines = axes.Select(a => Labels.Wrap(a.Name, size == ChartSize.Wide ? 15 : 11)).ToList();
            var side = 0d;
            for (var i = 0; i < axes.Count; i++)
                if (Math.Abs(Math.Sin(Angle(i, axes.Count))) is > 0.1 and var sin)
                    side = Math.Max(side, Labels.Width(lines[i]) + (14 * sin) + (size == ChartSize.Wide ? (sin - 1) * WideRadius : 0));
            var radius = size == ChartSize.Wide ? WideRadius : NarrowRadius(axes, lines);
            var half = size == ChartSize.Wide ? Math.Max(202, radius + side + 4) : NarrowWidth / 2;
            var bottom = axes.Count % 2 == 0 ? lines[axes.Count / 2].Count : 1;
            var centreY = (lines[0].Count * Labels.Line) + 16 + radius;
            return new Frame(axes, lines, -half, half * 2, centreY + radius + 20 + (bottom * Labels.Line), 0, centreY, radius);
        }

        public (double Sin, double Cos) Direction(int axis) => Math.SinCos(Angle(axis, Axes.Count));

        public double X(int axis, double value) => CentreX + (Direction(axis).Sin * Radius * Math.Clamp(value, 0, 100) / 100);

        public double Y(int axis, double value) => CentreY - (Direction(axis).Cos * Radius * Math.Clamp(value, 0, 100) / 100);

        public string Points(Func<RadarAxis, double> value)
        {
            var points = new Markup(Axes.Count * 14);
            for (var i = 0; i < Axes.Count; i++)
                points.Raw($"{X(i, value(Axes[i]))},{Y(i, value(Axes[i]))} ");
            return points.ToString().TrimEnd();
        }

        // On a phone the width is given; the circle takes what the names leave.
        private static double NarrowRadius(IReadOnlyList<RadarAxis> axes, List<IReadOnlyList<string>> lines)
        {
            var radius = 96d;
            for (var i = 0; i < axes.Count; i++)
                if (Math.Abs(Math.Sin(Angle(i, axes.Count))) is > 0.1 and var sin)
                    radius = Math.Min(radius, ((NarrowWidth / 2) - Labels.Width(lines[i]) - 2) / sin - 14);
            return Math.Max(56, radius);
        }

        private static double Angle(int axis, int count) => 2 * Math.PI * axis / count;
    }
}
