namespace Appui.Shared.Documents;

/// <summary>What a note is for; its title says it in words too.</summary>
public enum PdfNoteKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Done or assured.</summary>
    Success,

    /// <summary>Mind this.</summary>
    Warning,

    /// <summary>Stop.</summary>
    Danger,
}

/// <summary>A figure to be seen first: what it is, the figure, a remark.</summary>
public sealed record PdfKeyFigure(string Label, string Figure, string Remark = "");

internal sealed class NoteBlock(PdfNoteKind kind, string title, PdfText text) : PdfBlock
{
    private const double Inset = 14;
    private const double Padding = 9;

    private readonly List<TextLine> head =
        title.Length == 0 ? [] : TextWrap.Lines(title, PdfStyle.Body, PdfStyle.Width - (2 * Inset), bold: true);
    private readonly List<TextLine> body = TextWrap.Lines(text, PdfStyle.Body, PdfStyle.Width - (2 * Inset));

    public override double Lead => Math.Min(Whole, FlowLimit);

    private static double FlowLimit => PdfFlow.PageBody / 2;

    private double Whole => ((head.Count + body.Count) * PdfStyle.BodyLeading) + (2 * Padding);

    public override void Place(PdfFlow flow, double reserve)
    {
        flow.Gap(5);
        flow.Need(Lead);
        var boxed = Whole <= flow.Remaining;
        if (boxed)
            Frame(flow);
        flow.Y += boxed ? Padding : 0;
        flow.Open("Div");
        Part(flow, head);
        Part(flow, body);
        flow.Close();
        flow.Y += (boxed ? Padding : 0) + 10;
    }

    private static void Part(PdfFlow flow, List<TextLine> lines)
    {
        if (lines.Count == 0)
            return;
        flow.Open("P");
        flow.Lines(lines, PdfStyle.Margin + Inset, PdfStyle.Body, PdfStyle.BodyLeading, Ink.Text);
        flow.Close();
    }

    private void Frame(PdfFlow flow)
    {
        flow.Ground(new Box(PdfStyle.Margin, flow.Y, PdfStyle.Width, Whole), Ink.Sunk);
        flow.Ground(
            new Box(PdfStyle.Margin, flow.Y, 3.5, Whole),
            kind switch
            {
                PdfNoteKind.Success => Ink.Success,
                PdfNoteKind.Warning => Ink.Warning,
                PdfNoteKind.Danger => Ink.Danger,
                _ => Ink.Info,
            }
        );
    }
}

internal sealed class KeyFiguresBlock : PdfBlock
{
    private const double Between = 18;
    private const double FigureLeading = 28;

    private readonly List<Panel> panels;
    private readonly double width;

    public KeyFiguresBlock(IReadOnlyList<PdfKeyFigure> figures)
    {
        width = (PdfStyle.Width - (Between * (figures.Count - 1))) / Math.Max(figures.Count, 1);
        panels = [.. figures.Select(figure => new Panel(figure, width))];
    }

    public override double Lead => panels.Count == 0 ? 0 : panels.Max(panel => panel.Height) + 10;

    public override void Place(PdfFlow flow, double reserve)
    {
        if (panels.Count == 0)
            return;
        flow.Gap(6);
        flow.Need(Lead);
        var top = flow.Y;
        flow.Open("L");
        for (var i = 0; i < panels.Count; i++)
        {
            flow.Y = top;
            PlacePanel(flow, panels[i], PdfStyle.Margin + (i * (width + Between)));
        }

        flow.Close();
        flow.Y = top + Lead + 8;
    }

    private void PlacePanel(PdfFlow flow, Panel panel, double x)
    {
        flow.Rule(x, flow.Y, width, new Pen(Ink.Teal, 1.6));
        flow.Y += 6;
        flow.Open("LI");
        flow.Open("LBody");
        flow.Lines(panel.Label, x, PdfStyle.Small, PdfStyle.SmallLeading, Ink.Quiet);
        flow.Lines(panel.Figure, x, panel.Size, FigureLeading, Ink.Text);
        flow.Lines(panel.Remark, x, PdfStyle.Small, PdfStyle.SmallLeading, Ink.Quiet);
        flow.Close();
        flow.Close();
    }

    private sealed class Panel(PdfKeyFigure figure, double width)
    {
        public double Size { get; } = SizeOf(figure, width);

        public List<TextLine> Label { get; } = TextWrap.Lines(figure.Label + " ", PdfStyle.Small, width);

        public List<TextLine> Figure { get; } = TextWrap.Lines(figure.Figure + " ", SizeOf(figure, width), width + 1, bold: true);

        public List<TextLine> Remark { get; } = figure.Remark.Length == 0 ? [] : TextWrap.Lines(figure.Remark, PdfStyle.Small, width);

        public double Height => 6 + ((Label.Count + Remark.Count) * PdfStyle.SmallLeading) + (Figure.Count * FigureLeading);

        /// <summary>A long figure is written smaller rather than broken, down to the size of the body.</summary>
        private static double SizeOf(PdfKeyFigure figure, double width)
        {
            var natural = Typeface.Semibold.Width(figure.Figure, PdfStyle.Figure);
            return Math.Clamp(PdfStyle.Figure * width / Math.Max(natural, 1), PdfStyle.Body, PdfStyle.Figure);
        }
    }
}

internal sealed class FigureBlock(string alternative, double height, Action<PdfCanvas> draw) : PdfBlock
{
    public override double Lead => height + 6;

    public override void Place(PdfFlow flow, double reserve)
    {
        flow.Need(Lead);
        flow.Gap(4);
        var box = new Box(PdfStyle.Margin, flow.Y, PdfStyle.Width, height);
        var canvas = new PdfCanvas(box);
        draw(canvas);
        flow.Figure(box, alternative, canvas.Strokes);
        flow.Y += height + 10;
    }
}
