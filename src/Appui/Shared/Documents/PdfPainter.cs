using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;

namespace Appui.Shared.Documents;

/// <summary>
/// Writes pages of marks as a tagged PDF. PDFsharp closes a marked sequence before it closes the text object, so text and
/// shapes are never mixed in one sequence: all decoration first, then text, and figures on their own.
/// </summary>
internal sealed class PdfPainter : IDisposable
{
    private readonly PdfDocument document = new() { Version = 17 };
    private readonly UAManager accessibility;
    private readonly StructureBuilder structure;
    private readonly PdfBrush brush = new();
    private readonly Stack<(int Level, PdfOutlineCollection Children)> outline = new();
    private XGraphics graphics = null!;
    private PdfPage page = null!;
    private bool untagged;

    public PdfPainter(string language)
    {
        accessibility = UAManager.ForDocument(document);
        accessibility.SetDocumentLanguage(language);
        structure = accessibility.StructureBuilder;
    }

    public PdfDocument Document => document;

    public void Dispose() => document.Dispose();

    public void Paint(PageMarks marks)
    {
        page = document.AddPage();
        page.Width = XUnit.FromPoint(PdfStyle.PageWidth);
        page.Height = XUnit.FromPoint(PdfStyle.PageHeight);
        untagged = true;
        graphics = XGraphics.FromPdfPage(page);
        PaintDecoration(marks.Decoration);
        accessibility.BeginTextMode();
        foreach (var mark in marks.Content)
            Paint(mark);
        structure.EndMarkedContentsWithId();
        graphics.Dispose();
    }

    private void PaintDecoration(List<Stroke> strokes)
    {
        accessibility.BeginGraphicMode();
        structure.BeginArtifact();
        foreach (var stroke in strokes.Where(stroke => stroke is not TextStroke))
            brush.Draw(graphics, stroke);
        accessibility.BeginGraphicMode();
        structure.End();
        accessibility.BeginTextMode();
        structure.BeginArtifact();
        foreach (var stroke in strokes.OfType<TextStroke>())
            brush.Draw(graphics, stroke);
        structure.End();
    }

    private void Paint(Mark mark)
    {
        switch (mark)
        {
            case OpenMark open:
                structure.BeginBlockLevelElement(open.Tag);
                Describe(open.Attribute);
                break;
            case CloseMark:
                structure.End();
                break;
            case TextMark text:
                brush.Text(graphics, new XPoint(text.X, text.Baseline), text.Text, text.Bold, text.Size, text.Ink);
                untagged = false;
                break;
            case LinkMark link:
                Open(link);
                break;
            case FigureMark figure:
                Paint(figure);
                break;
            case BookmarkMark bookmark:
                Add(bookmark);
                break;
        }
    }

    private void Describe(TagAttribute? attribute)
    {
        if (attribute is null)
            return;
        var dictionary = new PdfDictionary(document);
        dictionary.Elements.SetName("/O", attribute.Owner);
        if (attribute.Name is { } name)
            dictionary.Elements.SetName(attribute.Key, name);
        else
            dictionary.Elements.SetInteger(attribute.Key, attribute.Number);
        structure.CurrentStructureElement.Elements["/A"] = dictionary;
    }

    private void Open(LinkMark link)
    {
        var area = OnPage(link.Box);
        var annotation = PdfLinkAnnotation.CreateWebLink(area, link.Address.AbsoluteUri);
        structure.BeginElement(annotation, $"{link.Text} ({link.Address.AbsoluteUri})");
    }

    private void Paint(FigureMark figure)
    {
        structure.BeginElement(PdfIllustrationElementTag.Figure, figure.Alternative, OnPage(figure.Box).ToXRect());
        if (untagged)
            BeginPageWithText();
        foreach (var stroke in figure.Strokes)
            brush.Draw(graphics, stroke);
        accessibility.BeginGraphicMode();
        structure.End();
        accessibility.BeginTextMode();
    }

    /// <summary>PDFsharp begins the first sequence of a page inside a text object: give it a space, then draw in a second sequence.</summary>
    private void BeginPageWithText()
    {
        accessibility.BeginTextMode();
        brush.Text(graphics, new XPoint(PdfStyle.Margin, PdfStyle.Top), " ", bold: false, PdfStyle.Small, Ink.Text);
        structure.EndMarkedContentsWithId();
        accessibility.BeginGraphicMode();
        untagged = false;
    }

    private PdfRectangle OnPage(Box box) => new(graphics.Transformer.WorldToDefaultPage(new XRect(box.X, box.Y, box.Width, box.Height)));

    private void Add(BookmarkMark bookmark)
    {
        while (outline.TryPeek(out var open) && open.Level >= bookmark.Level)
            outline.Pop();
        var siblings = outline.TryPeek(out var parent) ? parent.Children : document.Outlines;
        var entry = siblings.Add(bookmark.Title, page, opened: true);
        entry.PageDestinationType = PdfPageDestinationType.Xyz;
        entry.Left = 0;
        entry.Top = PdfStyle.PageHeight - bookmark.Y + PdfStyle.Small;
        outline.Push((bookmark.Level, entry.Outlines));
    }
}
