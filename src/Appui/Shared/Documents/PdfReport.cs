using System.Globalization;

namespace Appui.Shared.Documents;

/// <summary>What stands around a report: whose it is, and where its figures come from.</summary>
public sealed record PdfCover
{
    /// <summary>Title, shown in the window's bar, in the heads of pages and read first by a screen reader.</summary>
    public required string Title { get; init; }

    /// <summary>The organisation in whose name the report is made.</summary>
    public required string Author { get; init; }

    /// <summary>Postal address and registration, one line each.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>Logo as PNG or JPEG, or none.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>Language of the text, such as <c>fr-FR</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Source and date of the figures, at the foot of each page.</summary>
    public required string Source { get; init; }

    /// <summary>When the report is made (UTC).</summary>
    public required DateTime Instant { get; init; }

    /// <summary>Page number: {0} is the page, {1} how many there are.</summary>
    public string PageNumber { get; init; } = "page {0} / {1}";
}

/// <summary>
/// An A4 report, tagged so that a screen reader reads it in order (PDF/UA-1): add its parts from top to bottom, then <see cref="Render"/>.
/// Begin with one heading of level 1 and skip no level. Readable in black and white.
/// </summary>
public sealed class PdfReport(PdfCover cover)
{
    private readonly List<PdfBlock> blocks = [];
    private int level;

    /// <summary>A heading of level 1 to 3, which is also an entry of the outline.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1 to 3 or skips one.</exception>
    public PdfReport Heading(int headingLevel, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(headingLevel, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(headingLevel, Math.Min(level + 1, 3));
        level = headingLevel;
        return Add(new HeadingBlock(headingLevel, text));
    }

    /// <summary>The one sentence under the title that says what the report is for.</summary>
    public PdfReport Opening(PdfText text) => Add(new ParagraphBlock(text, ParagraphStyle.Opening));

    /// <summary>A paragraph.</summary>
    public PdfReport Paragraph(PdfText text) => Add(new ParagraphBlock(text, ParagraphStyle.Body));

    /// <summary>A remark in small print.</summary>
    public PdfReport Remark(PdfText text) => Add(new ParagraphBlock(text, ParagraphStyle.Small));

    /// <summary>A list, with numbers where the order matters.</summary>
    public PdfReport List(IReadOnlyList<PdfText> items, bool numbered = false) => Add(new ListBlock(items, numbered));

    /// <summary>A table; <paramref name="empty"/> is said when it has no row. Rows are read once, when the report is rendered.</summary>
    public PdfReport Table(
        IReadOnlyList<PdfColumn> columns,
        IEnumerable<IReadOnlyList<PdfText>> rows,
        IReadOnlyList<PdfText>? total = null,
        string caption = "",
        string empty = "–"
    ) => Add(new TableBlock(columns, rows, total, caption, empty));

    /// <summary>A drawing over the whole width. <paramref name="alternative"/> says in words what it shows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height in points does not fit on a page.</exception>
    public PdfReport Figure(string alternative, double height, Action<PdfCanvas> draw)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alternative);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, PdfFlow.PageBody);
        return Add(new FigureBlock(alternative, height, draw));
    }

    /// <summary>Two to four figures side by side.</summary>
    public PdfReport KeyFigures(params IReadOnlyList<PdfKeyFigure> figures) => Add(new KeyFiguresBlock(figures));

    /// <summary>A note set apart; its title says in a word what kind it is.</summary>
    public PdfReport Note(PdfNoteKind kind, string title, PdfText text) => Add(new NoteBlock(kind, title, text));

    /// <summary>What follows begins on a new page.</summary>
    public PdfReport NewPage() => Add(new PageBreakBlock());

    /// <summary>The report as a PDF file.</summary>
    public byte[] Render()
    {
        var flow = new PdfFlow();
        PdfLetterhead.First(flow, cover);
        for (var i = 0; i < blocks.Count; i++)
            blocks[i].Place(flow, Reserve(i));
        PdfLetterhead.Around(flow.Pages, cover);
        using var painter = new PdfPainter(cover.Language);
        foreach (var page in flow.Pages)
            painter.Paint(page);
        return PdfIdentity.Save(painter.Document, cover);
    }

    /// <summary>A heading takes the beginning of what it announces with it; where that is a line or two, the beginning of what follows too.</summary>
    private double Reserve(int i)
    {
        double reserve = 0;
        while (blocks[i] is HeadingBlock && ++i < blocks.Count)
        {
            reserve += blocks[i].Lead;
            if (blocks[i] is ParagraphBlock { IsShort: true } && i + 1 < blocks.Count && blocks[i + 1] is not HeadingBlock)
                reserve += Math.Min(blocks[i + 1].Lead, PdfFlow.PageBody / 2);
        }

        return reserve;
    }

    private PdfReport Add(PdfBlock block)
    {
        blocks.Add(block);
        return this;
    }
}

/// <summary>The head of the first page, and what comes back on every page.</summary>
internal static class PdfLetterhead
{
    private const double LogoWidth = 130;
    private const double LogoHeight = 44;
    private const double FootWidth = 60;

    /// <summary>Organisation and address: content, read aloud once.</summary>
    public static void First(PdfFlow flow, PdfCover cover)
    {
        var width = PdfStyle.Width - (cover.Logo is null ? 0 : LogoWidth + 20);
        if (cover.Logo is { } logo)
            flow.Image(new Box(PdfStyle.PageWidth - PdfStyle.Margin - LogoWidth, flow.Y, LogoWidth, LogoHeight), logo);
        var top = flow.Y;
        flow.Open("P");
        flow.Lines(
            TextWrap.Lines(cover.Author, PdfStyle.Body + 1, width, bold: true),
            PdfStyle.Margin,
            PdfStyle.Body + 1,
            PdfStyle.BodyLeading,
            Ink.Text
        );
        flow.Close();
        foreach (var line in cover.Address)
        {
            flow.Open("P");
            flow.Lines(TextWrap.Lines(line, PdfStyle.Small, width), PdfStyle.Margin, PdfStyle.Small, PdfStyle.SmallLeading, Ink.Quiet);
            flow.Close();
        }

        flow.Y = Math.Max(flow.Y, cover.Logo is null ? 0 : top + LogoHeight) + 9;
        flow.Rule(PdfStyle.Margin, flow.Y, PdfStyle.Width, new Pen(Ink.Teal, 2));
        flow.Y += 14;
    }

    /// <summary>Heads and feet: decoration, never read aloud.</summary>
    public static void Around(IReadOnlyList<PageMarks> pages, PdfCover cover)
    {
        var half = (PdfStyle.Width / 2) - 10;
        var head = TextWrap.Line(cover.Author, PdfStyle.Small, half, bold: true);
        var title = TextWrap.Line(cover.Title, PdfStyle.Small, half);
        var source = TextWrap.Lines(cover.Source, PdfStyle.Small - 1, PdfStyle.Width - FootWidth);
        for (var i = 0; i < pages.Count; i++)
        {
            var strokes = pages[i].Decoration;
            if (i > 0)
                Head(strokes, head, title);
            strokes.Add(Level(PdfStyle.PageHeight - 52, new Pen(Ink.Line, 0.6)));
            for (var line = 0; line < Math.Min(source.Count, 2); line++)
                Write(strokes, source[line], PdfStyle.Margin, PdfStyle.PageHeight - 39 + (line * 10), PdfStyle.Small - 1);
            var number = TextWrap.Line(
                string.Format(CultureInfo.InvariantCulture, cover.PageNumber, i + 1, pages.Count),
                PdfStyle.Small,
                FootWidth
            );
            Write(strokes, number, PdfStyle.PageWidth - PdfStyle.Margin - number.Width, PdfStyle.PageHeight - 39, PdfStyle.Small);
        }
    }

    private static void Head(List<Stroke> strokes, TextLine head, TextLine title)
    {
        Write(strokes, head, PdfStyle.Margin, 44, PdfStyle.Small);
        Write(strokes, title, PdfStyle.PageWidth - PdfStyle.Margin - title.Width, 44, PdfStyle.Small);
        strokes.Add(Level(52, new Pen(Ink.Teal, 1)));
    }

    private static PathStroke Level(double y, Pen pen) =>
        new([new(PdfStyle.Margin, y), new(PdfStyle.PageWidth - PdfStyle.Margin, y)], Closed: false, pen, null);

    private static void Write(List<Stroke> strokes, TextLine line, double x, double baseline, double size)
    {
        foreach (var piece in line.Pieces)
            strokes.Add(new TextStroke(new(x + piece.X, baseline), piece.Text, piece.Bold, size, Ink.Quiet));
    }
}
