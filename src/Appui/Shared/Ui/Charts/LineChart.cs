using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui.Charts;

/// <summary>A point of a curve, with its uncertainty when there is one.</summary>
public sealed record CurvePoint(double X, double Y, double? Low = null, double? High = null);

/// <summary>A point that is named on the curve. "Here" is the apricot one: at most one.</summary>
public sealed record CurveMark(double X, double Y, IReadOnlyList<string> Words, bool IsHere = false);

/// <summary>A curve from zero: what one more euro, day or month brings.</summary>
/// <param name="Points">At least two, from left to right.</param>
/// <param name="Marks">Named points.</param>
/// <param name="XTitle">What is measured across.</param>
/// <param name="YTitle">What is measured upwards.</param>
/// <param name="XWords">How a figure across is written.</param>
/// <param name="YWords">How a figure upwards is written.</param>
public sealed record Curve(
    IReadOnlyList<CurvePoint> Points,
    IReadOnlyList<CurveMark> Marks,
    string XTitle,
    string YTitle,
    Func<double, string> XWords,
    Func<double, string> YWords
);

/// <summary>A curve with its band, zero shown, named points, as SVG.</summary>
public static class LineChart
{
    /// <summary>The drawing for desks and the one for phones; the style sheet shows one of them.</summary>
    public static HtmlString Both(Curve curve, string label) =>
        new(
            $"<div class=\"chart-body chart-wide\">{Svg(curve, label).Value}</div><div class=\"chart-body chart-narrow\">{Svg(curve, label, ChartSize.Narrow).Value}</div>"
        );

    /// <summary>One drawing.</summary>
    /// <param name="curve">What it shows.</param>
    /// <param name="label">The same in a sentence or two.</param>
    /// <param name="size">Size it is drawn for.</param>
    public static HtmlString Svg(Curve curve, string label, ChartSize size = ChartSize.Wide)
    {
        if (curve.Points.Count < 2)
            throw new ArgumentException("A curve has at least two points.", nameof(curve));
        var xs = Ticks(curve.Points.Max(p => p.X), size == ChartSize.Wide ? 4 : 3);
        var ys = Ticks(curve.Points.Max(p => p.High ?? p.Y), 4);
        var left = (ys.Max(y => curve.YWords(y).Length) * 7.5) + 12;
        var plane = new Plane(left, size == ChartSize.Wide ? 390 : 312, 34, 214, xs[^1], ys[^1]);
        var width = size == ChartSize.Wide ? 410 : 328;
        var markup = new Markup(4000).Raw($"<svg viewBox=\"0 0 {width} 262\" role=\"img\"").Attribute("aria-label", label).Raw(">");
        Scale(markup, curve, plane, xs, ys);
        Band(markup, curve, plane);
        markup.Raw("<path class=\"you\" d=\"").Raw(Path(curve.Points.Select(p => (plane.X(p.X), plane.Y(p.Y))), "M")).Raw("\"/>");
        foreach (var mark in curve.Marks)
            Mark(markup, plane, mark);
        return markup.Raw("</svg>").ToHtml();
    }

    /// <summary>Round figures from zero to at least a maximum: steps of 1, 2, 3, 4, 5, 6 or 8 times a power of ten.</summary>
    public static IReadOnlyList<double> Ticks(double maximum, int steps)
    {
        maximum = Math.Max(maximum, 1e-9);
        var power = Math.Pow(10, Math.Floor(Math.Log10(maximum / steps)));
        var step = ((double[])[1, 2, 3, 4, 5, 6, 8, 10]).Select(m => m * power).First(s => s * steps >= maximum * (1 - 1e-9));
        var count = (int)Math.Ceiling((maximum / step) - 1e-9);
        return [.. Enumerable.Range(0, count + 1).Select(i => i * step)];
    }

    private static void Scale(Markup markup, Curve curve, Plane plane, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        foreach (var y in ys)
        {
            markup.Raw($"<line class=\"grid\" x1=\"{plane.Left}\" x2=\"{plane.Right}\" y1=\"{plane.Y(y)}\" y2=\"{plane.Y(y)}\"/>");
            markup
                .Raw($"<text class=\"t2\" x=\"{plane.Left - 8}\" y=\"{plane.Y(y) + 5}\" text-anchor=\"end\">")
                .Text(curve.YWords(y))
                .Raw("</text>");
        }

        for (var i = 0; i < xs.Count; i++)
        {
            var anchor = i == xs.Count - 1 ? "end" : "middle";
            markup
                .Raw($"<text class=\"t2\" x=\"{plane.X(xs[i])}\" y=\"{plane.Bottom + 20}\" text-anchor=\"{anchor}\">")
                .Text(curve.XWords(xs[i]))
                .Raw("</text>");
        }

        markup.Raw("<text class=\"t2\" x=\"0\" y=\"14\">").Text(curve.YTitle).Raw("</text>");
        markup
            .Raw($"<text class=\"t2\" x=\"{plane.Right}\" y=\"{plane.Bottom + 42}\" text-anchor=\"end\">")
            .Text(curve.XTitle)
            .Raw("</text>");
    }

    private static void Band(Markup markup, Curve curve, Plane plane)
    {
        if (curve.Points.Any(p => p.Low is null || p.High is null))
            return;
        var above = curve.Points.Select(p => (plane.X(p.X), plane.Y(p.High!.Value)));
        var below = curve.Points.Reverse().Select(p => (plane.X(p.X), plane.Y(p.Low!.Value)));
        markup.Raw("<path class=\"band\" d=\"").Raw(Path(above, "M")).Raw(Path(below, "L")).Raw("Z\"/>");
    }

    private static void Mark(Markup markup, Plane plane, CurveMark mark)
    {
        var (x, y) = (plane.X(mark.X), plane.Y(mark.Y));
        var isRight = x > (plane.Left + plane.Right) / 2;
        var height = (mark.Words.Count - 1) * Labels.Line;
        if (mark.IsHere)
        {
            markup.Raw(
                $"<line class=\"here\" x1=\"{x}\" x2=\"{x}\" y1=\"{y}\" y2=\"{plane.Bottom}\" stroke-dasharray=\"3 4\"/><circle class=\"fa\" cx=\"{x}\" cy=\"{y}\" r=\"7\"/>"
            );
            var isFirst = x < plane.Left + 90;
            Labels.Write(markup, mark.Words, isFirst ? x + 4 : x - 8, y - 14 - height, isFirst ? "start" : "end", "ta halo");
            return;
        }

        markup.Raw($"<circle class=\"f1\" cx=\"{x}\" cy=\"{y}\" r=\"6\"/>");
        Labels.Write(
            markup,
            mark.Words,
            isRight && x > plane.Right - 90 ? plane.Right : x + 4,
            y + 28,
            isRight && x > plane.Right - 90 ? "end" : "start",
            "t1 halo"
        );
    }

    private static string Path(IEnumerable<(double X, double Y)> points, string start)
    {
        var path = new Markup();
        var command = start;
        foreach (var (x, y) in points)
        {
            path.Raw(command).Raw($"{x} {y}");
            command = "L";
        }

        return path.ToString();
    }

    private sealed record Plane(double Left, double Right, double Top, double Bottom, double MaxX, double MaxY)
    {
        public double X(double value) => Left + ((Right - Left) * Math.Clamp(value / MaxX, 0, 1));

        public double Y(double value) => Bottom - ((Bottom - Top) * Math.Clamp(value / MaxY, 0, 1));
    }
}
