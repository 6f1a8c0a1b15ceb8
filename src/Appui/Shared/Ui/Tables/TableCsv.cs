using System.Globalization;
using System.Text;

namespace Appui.Shared.Ui.Tables;

/// <summary>A list as a CSV file that French spreadsheets open: UTF-8 with its mark, semicolons, no formula.</summary>
public static class TableCsv
{
    /// <summary>The bytes of the file: titles, then the rows of the view.</summary>
    public static byte[] Of<T>(TableView<T> view)
    {
        var columns = view.Columns.Where(c => !c.IsScreenOnly).ToList();
        var text = new StringBuilder("\uFEFF");
        Line(text, columns.Select(c => c.Header));
        foreach (var row in view.Rows)
            Line(text, columns.Select(c => c.Text(row)));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string?> values) => text.AppendJoin(';', values.Select(Cell)).Append("\r\n");

    // A cell that a spreadsheet would run as a formula gets an apostrophe; a negative number does not.
    private static string Cell(string? value)
    {
        value ??= "";
        if (value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) && !IsNumber(value))
            value = "'" + value;
        return value.AsSpan().IndexOfAny(";\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string value) =>
        decimal.TryParse(
            value.Replace(',', '.').Replace("\u00a0", "", StringComparison.Ordinal),
            NumberStyles.Number,
            CultureInfo.InvariantCulture,
            out _
        );
}
