using System.Text;
using System.Xml;
using Appui.Shared;
using Appui.Shared.Files;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Appui.Diagnosis.Editor;

/// <summary>Reads a table that somebody sends, CSV or XLSX, as rows of cells by column. Nothing in it is run: a formula is the value it showed.</summary>
public static class ReadTable
{
    /// <summary>Most lines of a table.</summary>
    public const int MostRows = 20_000;

    private const int MostColumns = 300;

    /// <summary>The rows below the headings, each with its line in the file.</summary>
    public static async Task<Outcome<IReadOnlyList<ItemRow>>> Run(Stream file, CancellationToken stop)
    {
        if (!(await SniffFile.Run(file, stop)).Is(out var look, out _))
            return EditorRefusals.BadTable;
        file.Position = 0;
        try
        {
            return look.Kind switch
            {
                FileKind.Text => Rows(await Lines(file, stop)),
                FileKind.Xlsx or FileKind.Xlsm => Rows(Workbook(file)),
                _ => EditorRefusals.BadTable,
            };
        }
        catch (Exception broken)
            when (broken is InvalidDataException or XmlException or OpenXmlPackageException or FormatException or FileFormatException)
        {
            return EditorRefusals.BadTable;
        }
    }

    private static Outcome<IReadOnlyList<ItemRow>> Rows(IEnumerable<(int Line, IReadOnlyList<string> Cells)> lines)
    {
        List<ItemRow> rows = [];
        List<string>? headings = null;
        foreach (var (line, cells) in lines)
        {
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (headings is null)
            {
                headings = [.. cells.Take(MostColumns).Select(c => c.Trim().ToLowerInvariant())];
                if (!headings.Contains("code", StringComparer.Ordinal))
                    return EditorRefusals.NoCodeColumn;
                continue;
            }

            if (rows.Count == MostRows)
                return EditorRefusals.TooManyRows.With(MostRows);
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < headings.Count; i++)
            {
                if (headings[i].Length > 0)
                    row.TryAdd(headings[i], i < cells.Count ? cells[i] : "");
            }

            rows.Add(new ItemRow(line, row));
        }

        return headings is null ? EditorRefusals.NoCodeColumn : rows;
    }

    // UTF-8 or UTF-16 with their marks, UTF-8 without, else what French spreadsheets write.
    private static async Task<IEnumerable<(int, IReadOnlyList<string>)>> Lines(Stream file, CancellationToken stop)
    {
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, stop);
        var bytes = copy.ToArray();
        string text;
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            text = await reader.ReadToEndAsync(stop);
        }
        catch (DecoderFallbackException)
        {
            text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }

        return Cut(text);
    }

    // Each record with the line where it begins: a quoted cell may hold line breaks.
    private static IEnumerable<(int, IReadOnlyList<string>)> Cut(string text)
    {
        using var csv = CsvReader.Create(
            new StringReader(text),
            new CsvReaderOptions
            {
                Separator = Separator(text),
                HasHeader = false,
                AllowLineBreaksInQuotes = true,
                TrackLineNumbers = true,
            }
        );
        while (csv.Read())
            yield return ((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
    }

    private static char Separator(string text)
    {
        var first = text.Split('\n', 2)[0];
        return ";,\t".MaxBy(s => first.Count(c => c == s));
    }

    private static IEnumerable<(int, IReadOnlyList<string>)> Workbook(Stream file)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        if (book.WorkbookPart is not { } part || part.Workbook?.Descendants<Sheet>().FirstOrDefault()?.Id?.Value is not { } first)
            yield break;
        var shared = part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(s => s.InnerText).ToList() ?? [];
        using var reader = OpenXmlReader.Create(part.GetPartById(first));
        var line = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            line = (int)Math.Min(row.RowIndex?.Value ?? (uint)line + 1, int.MaxValue);
            List<string> cells = [];
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
                if (column >= MostColumns)
                    break;
                while (cells.Count < column)
                    cells.Add("");
                cells.Add(Value(cell, shared));
            }

            yield return (line, cells);
        }
    }

    private static string Value(Cell cell, List<string> shared)
    {
        var type = cell.DataType?.Value;
        var text = cell.CellValue?.InnerText ?? "";
        return type == CellValues.SharedString ? (int.TryParse(text, out var at) && at >= 0 && at < shared.Count ? shared[at] : "")
            : type == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : type == CellValues.Boolean ? (text == "1" ? "oui" : "non")
            : text;
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
            column = column * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        return Math.Max(0, column - 1);
    }
}
