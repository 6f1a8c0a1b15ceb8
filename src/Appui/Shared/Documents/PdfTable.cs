namespace Appui.Shared.Documents;

/// <summary>A column: its heading, its part of the width, where its figures stand, and whether its cells name their row.</summary>
public sealed record PdfColumn(string Heading, double Share = 1, Side Side = Side.Start, bool NamesRow = false);

/// <summary>A table over as many pages as it needs; its headings come back at the top of each.</summary>
internal sealed class TableBlock : PdfBlock
{
    private const double Size = 9.5;
    private const double Leading = 12.5;
    private const double Padding = 4.5;
    private const double Gutter = 10;
    private const double CaptionGap = 4;

    private readonly IReadOnlyList<PdfColumn> columns;
    private readonly double[] starts;
    private readonly double[] widths;
    private readonly IEnumerable<IReadOnlyList<PdfText>> rows;
    private readonly IReadOnlyList<PdfText>? total;
    private readonly List<TextLine> caption;
    private readonly Row heading;
    private readonly string empty;

    public TableBlock(
        IReadOnlyList<PdfColumn> columns,
        IEnumerable<IReadOnlyList<PdfText>> rows,
        IReadOnlyList<PdfText>? total,
        string caption,
        string empty
    )
    {
        (this.columns, this.rows, this.total, this.empty) = (columns, rows, total, empty);
        this.caption = caption.Length == 0 ? [] : TextWrap.Lines(caption, PdfStyle.Small, PdfStyle.Width);
        var shares = columns.Sum(column => column.Share);
        var room = PdfStyle.Width - (Gutter * (columns.Count - 1));
        widths = [.. columns.Select(column => room * column.Share / shares)];
        starts = new double[columns.Count];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = i == 0 ? PdfStyle.Margin : starts[i - 1] + widths[i - 1] + Gutter;
        heading = Measured([.. columns.Select(column => (PdfText)column.Heading)], bold: true);
    }

    public override double Lead => CaptionHeight + heading.Height + (3 * Leading) + (2 * Padding);

    private double CaptionHeight => caption.Count == 0 ? 0 : (caption.Count * PdfStyle.SmallLeading) + CaptionGap;

    public override void Place(PdfFlow flow, double reserve)
    {
        flow.Gap(4);
        flow.Need(Lead);
        flow.Open("Table");
        PlaceCaption(flow);
        flow.Open("THead");
        PlaceHeading(flow, again: false);
        flow.Close();
        flow.Open("TBody");
        PlaceRows(flow);
        flow.Close();
        PlaceTotal(flow);
        flow.Close();
        flow.Y += 12;
    }

    private void PlaceCaption(PdfFlow flow)
    {
        if (caption.Count == 0)
            return;
        flow.Open("Caption");
        flow.Lines(caption, PdfStyle.Margin, PdfStyle.Small, PdfStyle.SmallLeading, Ink.Quiet);
        flow.Close();
        flow.Y += CaptionGap;
    }

    /// <summary>The headings; those that come back on a later page are decoration, so that nobody hears them twice.</summary>
    private void PlaceHeading(PdfFlow flow, bool again)
    {
        var height = heading.Height;
        flow.Y += Padding;
        PlaceCells(flow, heading, 0, heading.LineCount, new RowKind(Head: true, Decoration: again));
        flow.Y += height - Padding;
        flow.Rule(PdfStyle.Margin, flow.Y, PdfStyle.Width, new Pen(Ink.Teal, 1.2));
    }

    private void PlaceRows(PdfFlow flow)
    {
        var any = false;
        foreach (var cells in rows)
        {
            any = true;
            PlaceRow(flow, Measured(cells, bold: false), default);
        }

        if (!any)
            PlaceRow(flow, new Row([TextWrap.Lines(empty, Size, PdfStyle.Width)]), default);
    }

    private void PlaceTotal(PdfFlow flow)
    {
        if (total is null)
            return;
        flow.Open("TFoot");
        PlaceRow(flow, Measured(total, bold: true), new RowKind(Total: true));
        flow.Close();
    }

    /// <summary>A row stays whole; one taller than a page goes on as a second row on the next.</summary>
    private void PlaceRow(PdfFlow flow, Row row, RowKind kind)
    {
        for (var from = 0; from < row.LineCount; )
        {
            var left = row.LineCount - from;
            if (flow.Remaining < (left * Leading) + (2 * Padding) && (from > 0 || flow.Remaining < PdfFlow.PageBody - heading.Height - 1))
                TurnPage(flow);
            var count = Math.Clamp((int)((flow.Remaining - (2 * Padding)) / Leading), 1, left);
            if (kind.Total)
                flow.Ground(new Box(PdfStyle.Margin, flow.Y, PdfStyle.Width, (count * Leading) + (2 * Padding)), Ink.Sunk);
            flow.Y += Padding;
            PlaceCells(flow, row, from, count, kind);
            flow.Y += (count * Leading) + Padding;
            flow.Rule(PdfStyle.Margin, flow.Y, PdfStyle.Width, kind.Total ? new Pen(Ink.Teal, 1.2) : new Pen(Ink.Line, 0.6));
            from += count;
        }
    }

    private void TurnPage(PdfFlow flow)
    {
        flow.NewPage();
        PlaceHeading(flow, again: true);
    }

    private void PlaceCells(PdfFlow flow, Row row, int from, int count, RowKind kind)
    {
        var top = flow.Y;
        if (!kind.Decoration)
            flow.Open("TR");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (!kind.Decoration)
                OpenCell(flow, row, i, kind);
            flow.Y = top;
            foreach (var line in row.Cells[i].Skip(from).Take(count))
            {
                flow.Line(line, Start(row, i, line), Size, Leading, kind.Head ? Ink.Quiet : Ink.Text, kind.Decoration);
                flow.Y += Leading;
            }

            if (!kind.Decoration)
                flow.Close();
        }

        if (!kind.Decoration)
            flow.Close();
        flow.Y = top;
    }

    private void OpenCell(PdfFlow flow, Row row, int i, RowKind kind)
    {
        if (kind.Head)
            flow.Open("TH", TagAttribute.ColumnHeader);
        else if (row.Cells.Count < columns.Count)
            flow.Open("TD", TagAttribute.ColumnSpan(columns.Count));
        else if (columns[i].NamesRow)
            flow.Open("TH", TagAttribute.RowHeader);
        else
            flow.Open("TD");
    }

    private double Start(Row row, int i, TextLine line) =>
        row.Cells.Count < columns.Count
            ? PdfStyle.Margin
            : starts[i]
                + columns[i].Side switch
                {
                    Side.End => widths[i] - line.Width,
                    Side.Middle => (widths[i] - line.Width) / 2,
                    _ => 0,
                };

    private Row Measured(IReadOnlyList<PdfText> cells, bool bold)
    {
        if (cells.Count != columns.Count)
            throw new ArgumentException($"A row has {cells.Count} cells for {columns.Count} columns.", nameof(cells));
        return new Row([.. cells.Select((cell, i) => TextWrap.Lines(cell, Size, widths[i], bold || columns[i].NamesRow))]);
    }

    private readonly record struct RowKind(bool Head = false, bool Total = false, bool Decoration = false);

    private sealed record Row(IReadOnlyList<List<TextLine>> Cells)
    {
        public int LineCount { get; } = Cells.Max(lines => lines.Count);

        public double Height => (LineCount * Leading) + (2 * Padding);
    }
}
