using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Appui.Shared.Documents;

/// <summary>The looks of a spreadsheet's cells: headings, the formats of <see cref="SheetFormat"/>, totals.</summary>
internal static class SheetStyles
{
    /// <summary>Order of the looks in the file: the default, the heading, then three per format (body, guarded text, total).</summary>
    private const uint FirstFormat = 2;

    public const uint Heading = 1;

    private static readonly (SheetFormat Format, string Code)[] Codes =
    [
        (SheetFormat.Text, "@"),
        (SheetFormat.Whole, "#,##0"),
        (SheetFormat.Decimals, "#,##0.00"),
        (SheetFormat.Euros, "#,##0\\ \"€\""),
        (SheetFormat.Cents, "#,##0.00\\ \"€\""),
        (SheetFormat.Share, "0\\ %"),
        (SheetFormat.Day, "dd/mm/yyyy"),
        (SheetFormat.Moment, "dd/mm/yyyy\\ hh:mm"),
    ];

    public static uint Body(SheetFormat format) => FirstFormat + (3 * (uint)format);

    /// <summary>A text that would be a formula: typed again in its cell, it stays a text.</summary>
    public static uint Guarded(SheetFormat format) => Body(format) + 1;

    public static uint Total(SheetFormat format) => Body(format) + 2;

    public static Stylesheet Make()
    {
        var numbering = new NumberingFormats(
            Codes.Select(code => new NumberingFormat { NumberFormatId = Id(code.Format), FormatCode = code.Code })
        );
        var formats = new CellFormats(new CellFormat(), Look(0, 1, 1, 1, wrap: true));
        foreach (var (format, _) in Codes)
        {
            var wrap = format == SheetFormat.Text;
            formats.Append(Look(Id(format), 0, 0, 0, wrap), Quoted(Look(Id(format), 0, 0, 0, wrap)), Look(Id(format), 1, 2, 2, wrap));
        }

        return new Stylesheet(
            numbering,
            new Fonts(Font(bold: false), Font(bold: true)),
            new Fills(
                new DocumentFormat.OpenXml.Spreadsheet.Fill(new PatternFill { PatternType = PatternValues.None }),
                new DocumentFormat.OpenXml.Spreadsheet.Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Ground("FFE4EFED"),
                Ground("FFF5F2EC")
            ),
            new Borders(new Border(), Edge(bottom: true), Edge(bottom: false)),
            new CellStyleFormats(new CellFormat()),
            formats,
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );
    }

    private static uint Id(SheetFormat format) => 164 + (uint)format;

    private static CellFormat Look(uint number, uint font, uint border, uint fill, bool wrap) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap })
        {
            NumberFormatId = number,
            FontId = font,
            BorderId = border,
            FillId = fill == 0 ? 0 : fill + 1,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };

    private static CellFormat Quoted(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }

    private static Font Font(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new Color { Rgb = "FF1D2433" }, new FontName { Val = "Calibri" });
        return font;
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Fill Ground(HexBinaryValue colour) =>
        new(
            new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 })
            {
                PatternType = PatternValues.Solid,
            }
        );

    private static Border Edge(bool bottom)
    {
        var colour = new Color { Rgb = "FF0F5C5C" };
        return bottom
            ? new Border(
                new LeftBorder(),
                new RightBorder(),
                new TopBorder(),
                new BottomBorder(colour) { Style = BorderStyleValues.Medium },
                new DiagonalBorder()
            )
            : new Border(
                new LeftBorder(),
                new RightBorder(),
                new TopBorder(colour) { Style = BorderStyleValues.Medium },
                new BottomBorder(),
                new DiagonalBorder()
            );
    }
}
