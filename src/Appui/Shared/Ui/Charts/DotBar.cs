using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui.Charts;

/// <summary>Who sees something where: a name and a value from 0 to 100.</summary>
public sealed record DotPoint(string Name, double Value);

/// <summary>Several views of one thing on one line from 0 to 100. Each has a shape of its own as well as a colour.</summary>
public static class DotBar
{
    private const int Tall = 40;

    /// <summary>The line, as wide as its place, and its legend with the figures.</summary>
    /// <param name="points">At most four views.</param>
    /// <param name="label">The same in words.</param>
    public static HtmlString Svg(IReadOnlyList<DotPoint> points, string label)
    {
        var low = points.Min(p => p.Value);
        var high = points.Max(p => p.Value);
        var markup = new Markup()
            .Raw($"<svg class=\"axisbar dotbar\" height=\"{Tall}\" role=\"img\"")
            .Attribute("aria-label", label)
            .Raw("><rect class=\"track\" x=\"0\" y=\"12\" width=\"100%\" height=\"16\" rx=\"8\"/>")
            .Raw($"<line class=\"you\" x1=\"{At(low)}%\" x2=\"{At(high)}%\" y1=\"20\" y2=\"20\"/>");
        for (var i = 0; i < points.Count; i++)
            markup.Raw($"<svg x=\"{At(points[i].Value)}%\" y=\"20\" overflow=\"visible\">").Raw(Shape(i)).Raw("</svg>");
        markup.Raw("</svg><ul class=\"legend dots\">");
        for (var i = 0; i < points.Count; i++)
            markup
                .Raw("<li><svg width=\"20\" height=\"20\" viewBox=\"-10 -10 20 20\" aria-hidden=\"true\">")
                .Raw(Shape(i))
                .Raw("</svg>")
                .Text($"{points[i].Name} ")
                .Raw("<b>")
                .Text(
                    ((int)Math.Round(points[i].Value, MidpointRounding.AwayFromZero)).ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                )
                .Raw("</b></li>");
        return markup.Raw("</ul>").ToHtml();
    }

    // Room for the shape at both ends.
    private static string At(double value) =>
        (2 + 0.96 * Math.Clamp(value, 0, 100)).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static string Shape(int index) =>
        index switch
        {
            0 => "<circle class=\"f1\" r=\"8\"/>",
            1 => "<rect class=\"f2\" x=\"-7\" y=\"-7\" width=\"14\" height=\"14\"/>",
            2 => "<path class=\"f3\" d=\"M0-9 9 7H-9z\"/>",
            _ => "<path class=\"f4\" d=\"M0-9 9 0 0 9-9 0z\"/>",
        };
}
