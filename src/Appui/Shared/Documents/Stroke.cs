using System.Runtime.InteropServices;

namespace Appui.Shared.Documents;

/// <summary>A place in a drawing, in points from its top left corner.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spot(double X, double Y);

/// <summary>How a line is drawn: told apart without colour.</summary>
public enum LineStyle
{
    /// <summary>An unbroken line.</summary>
    Solid,

    /// <summary>Long dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,
}

/// <summary>How a surface is filled over its colour: told apart without colour.</summary>
public enum Hatch
{
    /// <summary>Plain.</summary>
    None,

    /// <summary>Lines rising to the right.</summary>
    Rising,

    /// <summary>Lines falling to the right.</summary>
    Falling,

    /// <summary>Both.</summary>
    Crossed,

    /// <summary>Upright lines.</summary>
    Upright,

    /// <summary>Level lines.</summary>
    Level,
}

/// <summary>Which side of its place a text stands on.</summary>
public enum Side
{
    /// <summary>The text begins here.</summary>
    Start,

    /// <summary>The text is centred here.</summary>
    Middle,

    /// <summary>The text ends here.</summary>
    End,
}

/// <summary>A pen: colour, width in points, style.</summary>
public sealed record Pen(Ink Ink, double Width = 1, LineStyle Style = LineStyle.Solid);

/// <summary>A fill: colour, and hatch in a colour of its own.</summary>
public sealed record Fill(Ink Ink, Hatch Hatch = Hatch.None, Ink HatchInk = default);

/// <summary>One shape or text of a drawing.</summary>
internal abstract record Stroke;

internal sealed record PathStroke(IReadOnlyList<Spot> Spots, bool Closed, Pen? Pen, Fill? Fill) : Stroke;

internal sealed record DotStroke(Spot Centre, double Radius, Pen? Pen, Fill? Fill) : Stroke;

internal sealed record TextStroke(Spot Start, string Text, bool Bold, double Size, Ink Ink) : Stroke;

internal sealed record ImageStroke(Box Box, byte[] Image) : Stroke;
