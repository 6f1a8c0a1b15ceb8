using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui.Charts;

/// <summary>What an axis bar shows, all figures from 0 to 100.</summary>
/// <param name="Value">Own value.</param>
/// <param name="Low">Lower end of the band: an uncertainty, or the middle half of peers. The text beside says which.</param>
/// <param name="High">Upper end of the band.</param>
/// <param name="Median">Median of peers.</param>
/// <param name="Before">Own earlier value.</param>
/// <param name="BeforeWords">When that was, such as « 2025 ».</param>
public sealed record AxisPoint(
    double Value,
    double? Low = null,
    double? High = null,
    double? Median = null,
    double? Before = null,
    string? BeforeWords = null
);

/// <summary>One figure from 0 to 100 on a line, with its band and where it was before.</summary>
public static class AxisBar
{
    /// <summary>The bar, as wide as its place.</summary>
    /// <param name="point">What it shows.</param>
    /// <param name="label">The same in words.</param>
    public static HtmlString Svg(AxisPoint point, string label)
    {
        var value = Math.Clamp(point.Value, 0, 100);
        var markup = new Markup()
            .Raw("<svg class=\"axisbar\" role=\"img\"")
            .Attribute("aria-label", label)
            .Raw("><rect class=\"track\" x=\"0\" y=\"22\" width=\"100%\" height=\"16\" rx=\"8\"/>");
        if (point is { Low: { } low, High: { } high } && high > low)
            markup.Raw(
                $"<rect class=\"band\" x=\"{Math.Max(0, low)}%\" y=\"22\" width=\"{Math.Min(100, high) - Math.Max(0, low)}%\" height=\"16\"/>"
            );
        if (point.Median is { } median)
            markup.Raw($"<line class=\"med\" x1=\"{median}%\" x2=\"{median}%\" y1=\"22\" y2=\"38\"/>");
        if (point.Before is { } before)
        {
            markup.Raw(
                $"<line class=\"you\" x1=\"{before}%\" x2=\"{value}%\" y1=\"30\" y2=\"30\"/><circle class=\"f1\" cx=\"{before}%\" cy=\"30\" r=\"5\"/>"
            );
            if (point.BeforeWords is { } words)
                At(markup, "t2", before, 56, words);
        }

        markup.Raw($"<circle class=\"f1\" cx=\"{value}%\" cy=\"30\" r=\"9\"/>");
        At(markup, "t1", value, 14, UiTexts.Chart_You);
        if (point.Before is not { } b || point.BeforeWords is null || b > 14)
            markup.Raw("<text class=\"t2\" x=\"0\" y=\"56\">0</text>");
        if (point.Before is not { } a || point.BeforeWords is null || a < 86)
            markup.Raw("<text class=\"t2\" x=\"100%\" y=\"56\" text-anchor=\"end\">100</text>");
        return markup.Raw("</svg>").ToHtml();
    }

    private static void At(Markup markup, string kind, double x, double y, string words)
    {
        var anchor =
            x < 8 ? "start"
            : x > 92 ? "end"
            : "middle";
        markup.Raw("<text").Attribute("class", kind).Raw($" x=\"{x}%\" y=\"{y}\" text-anchor=\"{anchor}\">").Text(words).Raw("</text>");
    }
}
