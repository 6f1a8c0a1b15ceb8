namespace Appui.Shared.Documents;

/// <summary>
/// The drawing surface of one figure, in points from its top left corner. What is drawn here is one figure for a screen reader,
/// which says the figure's alternative text; give its numbers in a table too.
/// </summary>
public sealed class PdfCanvas
{
    private readonly Box box;
    private readonly List<Stroke> strokes = [];

    internal PdfCanvas(Box box) => this.box = box;

    /// <summary>Width in points.</summary>
    public double Width => box.Width;

    /// <summary>Height in points.</summary>
    public double Height => box.Height;

    internal IReadOnlyList<Stroke> Strokes => strokes;

    /// <summary>Draws a straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, Pen pen) => Polyline([new(x1, y1), new(x2, y2)], pen);

    /// <summary>Draws a broken line.</summary>
    public void Polyline(IReadOnlyList<Spot> spots, Pen pen) => Path(spots, closed: false, pen, null);

    /// <summary>Draws a closed shape.</summary>
    public void Polygon(IReadOnlyList<Spot> spots, Pen? pen, Fill? fill) => Path(spots, closed: true, pen, fill);

    /// <summary>Draws a rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, Pen? pen, Fill? fill) =>
        Polygon([new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)], pen, fill);

    /// <summary>Draws a disc or a circle.</summary>
    public void Dot(double x, double y, double radius, Pen? pen, Fill? fill) => strokes.Add(new DotStroke(At(x, y), radius, pen, fill));

    /// <summary>Draws one line of text on its baseline.</summary>
    public void Text(double x, double baseline, string text, double size, Ink ink, Side side = Side.Start, bool bold = false)
    {
        var drawn = PdfText.Drawable(text, Typeface.Of(bold)).Replace('\n', ' ');
        var shift = side switch
        {
            Side.Middle => 0.5,
            Side.End => 1,
            _ => 0,
        };
        strokes.Add(new TextStroke(At(x - (shift * TextWidth(drawn, size, bold)), baseline), drawn, bold, size, ink));
    }

    /// <summary>Draws a text broken at a width and returns the number of lines.</summary>
    public int Lines(double x, double baseline, string text, double size, double width, Ink ink, Side side = Side.Start, bool bold = false)
    {
        var lines = Broken(text, size, width, bold);
        for (var i = 0; i < lines.Count; i++)
            Text(x, baseline + (i * size * PdfStyle.TightLeading), lines[i], size, ink, side, bold);
        return lines.Count;
    }

    /// <summary>The lines that a text takes at a width.</summary>
    public static IReadOnlyList<string> Broken(string text, double size, double width, bool bold = false) =>
        [.. TextWrap.Lines(text, size, width, bold).Select(line => string.Concat(line.Pieces.Select(piece => piece.Text)).TrimEnd())];

    /// <summary>Width of a text in points.</summary>
    public static double TextWidth(string text, double size, bool bold = false) => Typeface.Of(bold).Width(text, size);

    private void Path(IReadOnlyList<Spot> spots, bool closed, Pen? pen, Fill? fill) =>
        strokes.Add(new PathStroke([.. spots.Select(spot => At(spot.X, spot.Y))], closed, pen, fill));

    private Spot At(double x, double y) => new(box.X + x, box.Y + y);
}
