using System.Globalization;
using CsvHelper;

namespace Appui.Shared.Documents;

/// <summary>
/// A table as CSV for French spreadsheets: semicolons, UTF-8 with its mark, decimal comma, dates as 24/11/2026, no unit, no formula.
/// The same whatever the language of the screen, so that a file can be read back.
/// </summary>
public static class CsvTable
{
    private static readonly CsvWriterOptions Shape = new() { Separator = ';', WriteByteOrderMark = true };

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "",
        NegativeSign = "-",
    };

    /// <summary>Writes the columns' headings and the rows; the stream stays open.</summary>
    public static void Write(Stream stream, Sheet sheet)
    {
        using var csv = CsvWriter.Create(stream, Shape, leaveOpen: true);
        foreach (var column in sheet.Columns)
            csv.WriteField(FormulaGuard.Guarded(column.Heading));
        csv.EndRecord();
        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < row.Count; i++)
                csv.WriteField(Written(row[i], sheet.Columns[i].Format));
            csv.EndRecord();
        }
    }

    /// <summary>The table as a file.</summary>
    public static byte[] Render(Sheet sheet)
    {
        using var stream = new MemoryStream();
        Write(stream, sheet);
        return stream.ToArray();
    }

    private static string Written(SheetCell cell, SheetFormat format) =>
        cell switch
        {
            { Number: { } number } => number.ToString("0.############", Numbers),
            { Moment: { } moment } => moment.ToString(
                format == SheetFormat.Moment ? "dd'/'MM'/'yyyy HH':'mm" : "dd'/'MM'/'yyyy",
                CultureInfo.InvariantCulture
            ),
            { Text: { } text } => FormulaGuard.Guarded(text),
            _ => "",
        };
}
