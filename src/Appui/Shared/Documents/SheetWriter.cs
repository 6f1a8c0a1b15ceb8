using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Appui.Shared.Documents;

/// <summary>Writes one sheet row by row, so that a long table is never held as a tree.</summary>
internal sealed class SheetWriter
{
    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly InlineString InlineElement = new();

    private readonly OpenXmlWriter xml;
    private readonly Sheet sheet;
    private readonly string[] letters;
    private readonly decimal[] sums;
    private readonly List<OpenXmlAttribute> attributes = [];
    private int row;

    private SheetWriter(OpenXmlWriter xml, Sheet sheet)
    {
        (this.xml, this.sheet) = (xml, sheet);
        letters = [.. sheet.Columns.Select((_, i) => Letters(i))];
        sums = new decimal[letters.Length];
    }

    /// <summary>Writes the sheet and returns the number of its last row of values (totals left out).</summary>
    public static int Write(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        return new SheetWriter(writer, sheet).Run();
    }

    /// <summary>A, B … Z, AA, AB …</summary>
    public static string Letters(int column) => (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));

    private int Run()
    {
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        xml.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        xml.WriteElement(
            new Columns(
                sheet.Columns.Select(
                    (column, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = column.Width > 0 ? column.Width : Usual(column),
                            CustomWidth = true,
                        }
                )
            )
        );
        xml.WriteStartElement(new SheetData());
        Rows();
        xml.WriteEndElement();
        var last = sheet.TotalLabel.Length > 0 ? row - 1 : row;
        xml.WriteElement(new AutoFilter { Reference = $"A1:{letters[^1]}{last}" });
        xml.WriteElement(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        xml.WriteElement(
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
        xml.WriteElement(new HeaderFooter(new OddFooter("&L&A&R&P / &N")));
        xml.WriteEndElement();
        return last;
    }

    private void Rows()
    {
        BeginRow();
        for (var i = 0; i < sheet.Columns.Count; i++)
            WriteText(i, sheet.Columns[i].Heading, SheetStyles.Heading);
        xml.WriteEndElement();
        foreach (var cells in sheet.Rows)
        {
            BeginRow();
            for (var i = 0; i < cells.Count; i++)
                WriteCell(i, cells[i]);
            xml.WriteEndElement();
        }

        if (sheet.TotalLabel.Length > 0)
            WriteTotals();
    }

    private void WriteTotals()
    {
        var last = row;
        BeginRow();
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var style = SheetStyles.Total(sheet.Columns[i].Format);
            if (sheet.Columns[i].Summed && last > 1)
                WriteNumber(i, sums[i], style, $"SUM({letters[i]}2:{letters[i]}{last})");
            else
                WriteText(i, i == 0 ? sheet.TotalLabel : "", style);
        }

        xml.WriteEndElement();
    }

    private void WriteCell(int column, SheetCell cell)
    {
        var format = sheet.Columns[column].Format;
        if (cell.Number is { } number)
        {
            sums[column] += number;
            WriteNumber(column, number, SheetStyles.Body(format));
        }
        else if (cell.Moment is { } moment)
        {
            WriteNumber(column, (decimal)moment.ToOADate(), SheetStyles.Body(format));
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            WriteText(column, text, FormulaGuard.IsRisky(text) ? SheetStyles.Guarded(format) : SheetStyles.Body(format));
        }
    }

    private void BeginRow()
    {
        row++;
        attributes.Clear();
        attributes.Add(new OpenXmlAttribute("r", "", row.ToString(CultureInfo.InvariantCulture)));
        xml.WriteStartElement(RowElement, attributes);
    }

    private void WriteText(int column, string text, uint style)
    {
        BeginCell(column, style, "inlineStr");
        xml.WriteStartElement(InlineElement);
        xml.WriteElement(new Text(Spreadsheet.Legal(text)) { Space = SpaceProcessingModeValues.Preserve });
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteNumber(int column, decimal number, uint style, string formula = "")
    {
        BeginCell(column, style, "n");
        if (formula.Length > 0)
            xml.WriteElement(new CellFormula(formula));
        xml.WriteElement(new CellValue(number.ToString(CultureInfo.InvariantCulture)));
        xml.WriteEndElement();
    }

    private void BeginCell(int column, uint style, string type)
    {
        attributes.Clear();
        attributes.Add(new OpenXmlAttribute("r", "", letters[column] + row.ToString(CultureInfo.InvariantCulture)));
        attributes.Add(new OpenXmlAttribute("s", "", style.ToString(CultureInfo.InvariantCulture)));
        attributes.Add(new OpenXmlAttribute("t", "", type));
        xml.WriteStartElement(CellElement, attributes);
    }

    private static int Usual(SheetColumn column) =>
        column.Format switch
        {
            SheetFormat.Text => 30,
            SheetFormat.Moment => 18,
            _ => Math.Clamp(column.Heading.Length + 4, 12, 22),
        };
}
