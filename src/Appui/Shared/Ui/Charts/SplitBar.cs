using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui.Charts;

/// <summary>Colour of a part. The same thing keeps the same colour on every page.</summary>
public enum Hue
{
    /// <summary>Deep teal: the provider's own score, or the Région.</summary>
    Teal = 1,

    /// <summary>Indigo.</summary>
    Indigo,

    /// <summary>Blue: the Opco.</summary>
    Blue,

    /// <summary>Ochre: the provider's own money.</summary>
    Ochre,

    /// <summary>Plum.</summary>
    Plum,

    /// <summary>Grey: nobody, or without expense.</summary>
    Grey,

    /// <summary>Light line: what is left.</summary>
    Left,

    /// <summary>Red: too much.</summary>
    Danger,

    /// <summary>Hatched teal: declared, not documented.</summary>
    Hatched,

    /// <summary>Striped indigo: the State.</summary>
    IndigoStriped,

    /// <summary>Dotted plum: a foundation.</summary>
    PlumDotted,

    /// <summary>Crossed grey: Europe.</summary>
    GreyCrossed,
}

internal static class Hues
{
    public static string Fill(this Hue hue) =>
        hue switch
        {
            Hue.Left => "class=\"fl\"",
            Hue.Danger => "class=\"fd\"",
            Hue.Hatched => "fill=\"url(#hatch)\"",
            Hue.IndigoStriped => "fill=\"url(#stripe)\"",
            Hue.PlumDotted => "fill=\"url(#dot)\"",
            Hue.GreyCrossed => "fill=\"url(#cross)\"",
            _ => $"class=\"f{(int)hue}\"",
        };

    /// <summary>The square of a key.</summary>
    public static string Swatch(this Hue hue) =>
        $"<svg class=\"swatch\" aria-hidden=\"true\"><rect width=\"14\" height=\"14\" {hue.Fill()}/></svg>";
}

/// <summary>A part of a whole.</summary>
/// <param name="Name">Who or what.</param>
/// <param name="Amount">How much, in any unit.</param>
/// <param name="Shown">The same in words, such as « 6 400 € ».</param>
/// <param name="Hue">Its colour.</param>
public sealed record SplitPart(string Name, double Amount, string Shown, Hue Hue);

/// <summary>Who pays what, or what is in what state: one bar in parts, and its key.</summary>
public static class SplitBar
{
    /// <summary>Patterns of the hues that are not plain; the layout writes them once on each page.</summary>
    public static HtmlString Defs { get; } =
        new(
            "<svg class=\"defs\" aria-hidden=\"true\"><defs>"
                + Pattern("hatch", 7, turned: true, "hatch-bg", "<path d=\"M2 0v7\" class=\"hatch-line\"/>")
                + Pattern("stripe", 6, turned: true, "f2", "<path d=\"M1 0v6\" class=\"cut\"/>")
                + Pattern("dot", 6, turned: false, "f5", "<circle cx=\"3\" cy=\"3\" r=\"1\" class=\"cut\"/>")
                + Pattern("cross", 7, turned: false, "f6", "<path d=\"M0 3h7M3 0v7\" class=\"cut\"/>")
                + "</defs></svg>"
        );

    private static string Pattern(string id, int size, bool turned, string ground, string drawn) =>
        $"<pattern id=\"{id}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\""
        + (turned ? " patternTransform=\"rotate(45)\">" : ">")
        + $"<rect width=\"{size}\" height=\"{size}\" class=\"{ground}\"/>{drawn}</pattern>";

    /// <summary>The bar and its key.</summary>
    public static HtmlString WithKey(IReadOnlyList<SplitPart> parts, bool isLarge = false) =>
        new(Svg(parts, null, isLarge).Value + Key(parts).Value);

    /// <summary>The bar alone.</summary>
    /// <param name="parts">Parts; those of nothing are left out.</param>
    /// <param name="whole">The whole, when the parts do not fill it.</param>
    /// <param name="isLarge">A high bar, for an envelope.</param>
    public static HtmlString Svg(IReadOnlyList<SplitPart> parts, double? whole = null, bool isLarge = false)
    {
        var drawn = parts.Where(p => p.Amount > 0).ToList();
        var all = Math.Max(whole ?? 0, drawn.Sum(p => p.Amount));
        var markup = new Markup()
            .Raw("<svg")
            .Attribute("class", isLarge ? "bar bar-lg" : "bar")
            .Raw(" role=\"img\"")
            .Attribute("aria-label", string.Join(", ", parts.Select(p => $"{p.Name} {p.Shown}")))
            .Raw(">");
        var from = 0d;
        foreach (var part in drawn)
        {
            var share = part.Amount / all * 100;
            markup.Raw($"<rect x=\"{from}%\" width=\"{share}%\" height=\"100%\" ").Raw(part.Hue.Fill()).Raw("/>");
            from += share;
        }

        return markup.Raw("</svg>").ToHtml();
    }

    /// <summary>The key: colour, name and amount.</summary>
    public static HtmlString Key(IReadOnlyList<SplitPart> parts)
    {
        var markup = new Markup().Raw("<ul class=\"key\">");
        foreach (var part in parts)
            markup.Raw("<li>").Raw(part.Hue.Swatch()).Raw("<span>").Text(part.Name).Raw(" ").Text(part.Shown).Raw("</span></li>");
        return markup.Raw("</ul>").ToHtml();
    }
}
