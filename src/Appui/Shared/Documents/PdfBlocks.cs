namespace Appui.Shared.Documents;

/// <summary>A part of a report, one under the other.</summary>
internal abstract class PdfBlock
{
    /// <summary>Height without which the block should rather begin on the next page.</summary>
    public abstract double Lead { get; }

    /// <summary>Puts the block on the pages. <paramref name="reserve"/> is what must still fit beneath it on its last page.</summary>
    public abstract void Place(PdfFlow flow, double reserve);
}

internal sealed class HeadingBlock(int level, string text) : PdfBlock
{
    private readonly (double Size, double Leading, double Before, double After) style = PdfStyle.Heading(level);
    private readonly List<TextLine> lines = TextWrap.Lines(text, PdfStyle.Heading(level).Size, PdfStyle.Width, bold: true);

    public override double Lead => style.Before + (lines.Count * style.Leading) + style.After;

    public override void Place(PdfFlow flow, double reserve)
    {
        flow.Need(Lead + reserve);
        flow.Gap(style.Before);
        flow.Bookmark(text, level);
        flow.Open("H" + level.ToString(System.Globalization.CultureInfo.InvariantCulture));
        flow.Lines(lines, PdfStyle.Margin, style.Size, style.Leading, level == 3 ? Ink.Teal : Ink.Text);
        flow.Close();
        flow.Y += style.After;
    }
}

/// <summary>Sizes of a paragraph.</summary>
internal sealed record ParagraphStyle(double Size, double Leading, Ink Ink, double After)
{
    public static readonly ParagraphStyle Body = new(PdfStyle.Body, PdfStyle.BodyLeading, Ink.Text, 7);
    public static readonly ParagraphStyle Opening = new(PdfStyle.Lead, PdfStyle.LeadLeading, Ink.Quiet, 12);
    public static readonly ParagraphStyle Small = new(PdfStyle.Small, PdfStyle.SmallLeading, Ink.Quiet, 6);
}

internal sealed class ParagraphBlock(PdfText text, ParagraphStyle style) : PdfBlock
{
    private readonly List<TextLine> lines = TextWrap.Lines(text, style.Size, PdfStyle.Measure);

    /// <summary>Three lines at most.</summary>
    public bool IsShort => lines.Count <= 3;

    /// <summary>At least two lines stand together; three lines aren't split at all.</summary>
    public override double Lead => (IsShort ? lines.Count : 2) * style.Leading;

    public override void Place(PdfFlow flow, double reserve)
    {
        flow.Need(Lead);
        flow.Open("P");
        for (var i = 0; i < lines.Count; i++)
        {
            var keepsNext = lines.Count > 3 && i == lines.Count - 2;
            flow.Need(style.Leading * (keepsNext ? 2 : 1));
            flow.Line(lines[i], PdfStyle.Margin, style.Size, style.Leading, style.Ink);
            flow.Y += style.Leading;
        }

        flow.Close();
        flow.Y += style.After;
    }
}

internal sealed class ListBlock(IReadOnlyList<PdfText> items, bool numbered) : PdfBlock
{
    private const double Indent = 16;
    private const double After = 3;

    private readonly List<List<TextLine>> bodies =
    [
        .. items.Select(item => TextWrap.Lines(item, PdfStyle.Body, PdfStyle.Measure - Indent)),
    ];

    public override double Lead => bodies.Count == 0 ? 0 : Math.Min(bodies[0].Count, 3) * PdfStyle.BodyLeading;

    public override void Place(PdfFlow flow, double reserve)
    {
        if (bodies.Count == 0)
            return;
        flow.Need(Lead);
        flow.Open("L", numbered ? TagAttribute.Numbered : TagAttribute.Bulleted);
        for (var i = 0; i < bodies.Count; i++)
            PlaceItem(flow, i);
        flow.Close();
        flow.Y += 5;
    }

    private void PlaceItem(PdfFlow flow, int i)
    {
        flow.Need(Math.Min(bodies[i].Count, 3) * PdfStyle.BodyLeading);
        flow.Open("LI");
        flow.Open("Lbl");
        var label = numbered ? $"{i + 1}." : "•";
        flow.Line(
            TextWrap.Line(label, PdfStyle.Body, PdfStyle.Measure, numbered),
            PdfStyle.Margin + 2,
            PdfStyle.Body,
            PdfStyle.BodyLeading,
            Ink.Teal
        );
        flow.Close();
        flow.Open("LBody");
        flow.Lines(bodies[i], PdfStyle.Margin + Indent, PdfStyle.Body, PdfStyle.BodyLeading, Ink.Text);
        flow.Close();
        flow.Close();
        flow.Y += After;
    }
}

internal sealed class PageBreakBlock : PdfBlock
{
    public override double Lead => 0;

    public override void Place(PdfFlow flow, double reserve)
    {
        if (!flow.AtTop)
            flow.NewPage();
    }
}
