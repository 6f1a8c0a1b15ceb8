using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;
using XSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Appui.Shared.Documents;

/// <summary>Tables as an XLSX workbook: typed values, frozen headings with filters, euros and dates, totals as formulas, no formula from a text.</summary>
public static class Spreadsheet
{
    private const int LongestName = 31;

    /// <summary>The workbook as a file. Sheet names are cut to what spreadsheets accept and made different from each other.</summary>
    public static byte[] Render(string title, string author, DateTime instant, params IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Title = Legal(title);
            document.PackageProperties.Creator = Legal(author);
            document.PackageProperties.Created = instant;
            document.PackageProperties.Modified = instant;
            Fill(document.AddWorkbookPart(), sheets);
        }

        return stream.ToArray();
    }

    private static void Fill(WorkbookPart book, IReadOnlyList<Sheet> sheets)
    {
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Make();
        var list = new Sheets();
        var names = new DefinedNames();
        for (var i = 0; i < sheets.Count; i++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            var last = SheetWriter.Write(part, sheets[i]);
            var name = Name(sheets[i].Name, [.. list.Elements<XSheet>().Select(sheet => sheet.Name!.Value!)]);
            list.Append(
                new XSheet
                {
                    Id = book.GetIdOfPart(part),
                    SheetId = (uint)i + 1,
                    Name = name,
                }
            );
            var quoted = "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'!";
            names.Append(
                new DefinedName($"{quoted}$A$1:${SheetWriter.Letters(sheets[i].Columns.Count - 1)}${last}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)i,
                    Hidden = true,
                }
            );
            names.Append(new DefinedName($"{quoted}$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }

        book.Workbook = new Workbook(
            new BookViews(new WorkbookView()),
            list,
            names,
            new CalculationProperties { FullCalculationOnLoad = true }
        );
    }

    private static string Name(string wanted, IReadOnlyList<string> taken)
    {
        var clean = new string([
            .. Legal(wanted).Select(character => "[]:*?/\\\n\t".Contains(character, StringComparison.Ordinal) ? ' ' : character),
        ]).Trim(' ', '\'');
        var name = clean.Length == 0 ? "1" : clean[..Math.Min(clean.Length, LongestName)];
        for (var again = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); again++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" {again}");
            name = clean[..Math.Min(clean.Length, LongestName - suffix.Length)] + suffix;
        }

        return name;
    }

    /// <summary>Leaves out what XML 1.0 cannot hold, and cuts at the 32 767 characters a cell can hold.</summary>
    internal static string Legal(string text)
    {
        const int longest = 32_767;
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && legal.Length < longest - 1; i++)
        {
            if (System.Xml.XmlConvert.IsXmlChar(text[i]))
                legal.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                legal.Append(text[i]).Append(text[++i]);
        }

        return legal.ToString();
    }
}
