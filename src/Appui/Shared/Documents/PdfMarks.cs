using System.Runtime.InteropServices;

namespace Appui.Shared.Documents;

/// <summary>A rectangle on the page, in points from the top left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>An attribute of a structure element, such as the scope of a header cell (ISO 32000-1 §14.8.5).</summary>
internal sealed record TagAttribute(string Owner, string Key, string? Name, int Number = 0)
{
    public static readonly TagAttribute ColumnHeader = new("/Table", "/Scope", "/Column");
    public static readonly TagAttribute RowHeader = new("/Table", "/Scope", "/Row");
    public static readonly TagAttribute Numbered = new("/List", "/ListNumbering", "/Decimal");
    public static readonly TagAttribute Bulleted = new("/List", "/ListNumbering", "/Disc");

    public static TagAttribute ColumnSpan(int columns) => new("/Table", "/ColSpan", null, columns);
}

/// <summary>One step of a page's content, in reading order.</summary>
internal abstract record Mark;

/// <summary>A structure element begins; it may end on a later page.</summary>
internal sealed record OpenMark(string Tag, TagAttribute? Attribute) : Mark;

/// <summary>The innermost structure element, figure or link ends.</summary>
internal sealed record CloseMark : Mark
{
    public static readonly CloseMark One = new();
}

/// <summary>A piece of text on its baseline.</summary>
internal sealed record TextMark(double X, double Baseline, string Text, bool Bold, double Size, Ink Ink) : Mark;

/// <summary>A link over the text that follows, up to its <see cref="CloseMark"/>.</summary>
internal sealed record LinkMark(Box Box, Uri Address, string Text) : Mark;

/// <summary>A drawing with the words that replace it for those who don't see it.</summary>
internal sealed record FigureMark(Box Box, string Alternative, IReadOnlyList<Stroke> Strokes) : Mark;

/// <summary>An entry of the outline that leads here.</summary>
internal sealed record BookmarkMark(string Title, int Level, double Y) : Mark;

/// <summary>A page before it is painted: decoration (never read aloud) and content in reading order.</summary>
internal sealed class PageMarks
{
    public List<Stroke> Decoration { get; } = [];

    public List<Mark> Content { get; } = [];
}
