namespace Appui.Shared.Documents;

/// <summary>The pen that goes down the pages: it knows where the next line goes and when a page is full.</summary>
internal sealed class PdfFlow
{
    private readonly List<PageMarks> pages = [new()];
    private double top = PdfStyle.FirstTop;

    public IReadOnlyList<PageMarks> Pages => pages;

    public double Y { get; set; } = PdfStyle.FirstTop;

    public double Remaining => PdfStyle.Bottom - Y;

    public static double PageBody => PdfStyle.Bottom - PdfStyle.Top;

    public bool AtTop => Y <= top;

    private PageMarks Page => pages[^1];

    public void NewPage()
    {
        pages.Add(new PageMarks());
        Y = top = PdfStyle.Top;
    }

    /// <summary>Goes to a new page unless this height fits here, or nothing stands on this page yet.</summary>
    public void Need(double height)
    {
        if (height > Remaining && !AtTop)
            NewPage();
    }

    /// <summary>Leaves room before a block, except at the top of a page.</summary>
    public void Gap(double height) => Y += AtTop ? 0 : height;

    public void Open(string tag, TagAttribute? attribute = null) => Page.Content.Add(new OpenMark(tag, attribute));

    public void Close() => Page.Content.Add(CloseMark.One);

    public void Bookmark(string title, int level) => Page.Content.Add(new BookmarkMark(title, level, Y));

    public void Figure(Box box, string alternative, IReadOnlyList<Stroke> strokes) =>
        Page.Content.Add(new FigureMark(box, alternative, strokes));

    public void Rule(double x, double y, double width, Pen pen) =>
        Page.Decoration.Add(new PathStroke([new(x, y), new(x + width, y)], Closed: false, pen, null));

    public void Ground(Box box, Ink ink) =>
        Page.Decoration.Add(
            new PathStroke(
                [
                    new(box.X, box.Y),
                    new(box.X + box.Width, box.Y),
                    new(box.X + box.Width, box.Y + box.Height),
                    new(box.X, box.Y + box.Height),
                ],
                Closed: true,
                null,
                new Fill(ink)
            )
        );

    public void Image(Box box, byte[] image) => Page.Decoration.Add(new ImageStroke(box, image));

    /// <summary>Draws a line in the strip of height <paramref name="leading"/> at <see cref="Y"/>, without going down.</summary>
    public void Line(TextLine line, double x, double size, double leading, Ink ink, bool decoration = false)
    {
        var baseline = Y + ((leading + (size * PdfStyle.Capital)) / 2);
        foreach (var piece in line.Pieces)
        {
            if (piece.Link is { } address && !decoration)
                Link(piece, address, x, baseline, size);
            else if (decoration)
                Page.Decoration.Add(new TextStroke(new(x + piece.X, baseline), piece.Text, piece.Bold, size, ink));
            else
                Page.Content.Add(new TextMark(x + piece.X, baseline, piece.Text, piece.Bold, size, ink));
        }
    }

    /// <summary>Draws lines one under the other, over pages if need be.</summary>
    public void Lines(IReadOnlyList<TextLine> lines, double x, double size, double leading, Ink ink)
    {
        foreach (var line in lines)
        {
            Need(leading);
            Line(line, x, size, leading, ink);
            Y += leading;
        }
    }

    private void Link(Piece piece, Uri address, double x, double baseline, double size)
    {
        var shown = Typeface.Of(piece.Bold).Width(piece.Text.AsSpan().TrimEnd(' '), size);
        Page.Content.Add(new LinkMark(new Box(x + piece.X, baseline - size, shown, size * 1.3), address, piece.Text.Trim()));
        Page.Content.Add(new TextMark(x + piece.X, baseline, piece.Text, piece.Bold, size, Ink.Teal));
        Page.Content.Add(CloseMark.One);
        Rule(x + piece.X, baseline + 1.8, shown, new Pen(Ink.Teal, 0.6));
    }
}
