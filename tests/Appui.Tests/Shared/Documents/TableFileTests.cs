using System.Text;
using Appui.Shared.Documents;
using CsCheck;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;
using Sheet = Appui.Shared.Documents.Sheet;

namespace Appui.Tests.Shared.Documents;

public sealed class TableFileTests
{
    private static readonly string[] Dangers =
    [
        "=1+1",
        "+33 6 00",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1",
        "'=1",
        "''=1",
        "'",
        "",
        "a;b\"c\r\nd",
        " =x",
    ];

    private static readonly Gen<string> Danger = Gen.OneOf(Dangers);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Danger,
        Gen.Select(Danger, Gen.String, (danger, text) => danger + text)
    );

    [Fact]
    public void A_csv_file_opens_in_a_french_spreadsheet()
    {
        var file = CsvTable.Render(Money());
        file[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding
            .UTF8.GetString(file[3..])
            .ShouldBe(
                "Action;Coût;Part;Début;Vu le\r\nPlan de contact;1200;0,27;05/01/2027;24/11/2026 14:32\r\n'=HYPERLINK(1);-12,5;;;\r\n"
            );
    }

    [Fact]
    public void Nothing_typed_becomes_a_formula_in_a_csv_file_and_nothing_is_lost() =>
        AnyText
            .Array[1, 5]
            .Array[1, 4]
            .Sample(rows =>
            {
                var width = rows[0].Length;
                var table = rows.Select(row =>
                        (IReadOnlyList<SheetCell>)[.. Enumerable.Range(0, width).Select(i => (SheetCell)row[i % row.Length])]
                    )
                    .ToList();
                var file = CsvTable.Render(new Sheet("x", [.. Enumerable.Range(0, width).Select(i => new SheetColumn($"c{i}"))], table));
                using var stream = new MemoryStream(file);
                using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ';' });
                for (var row = 0; row < rows.Length; row++)
                {
                    reader.Read().ShouldBeTrue();
                    for (var column = 0; column < width; column++)
                    {
                        var read = reader[column].ToString();
                        FormulaGuard.IsRisky(read).ShouldBeFalse();
                        FormulaGuard.Unguarded(read).ShouldBe(Whole(table[row][column].Text!));
                    }
                }
            });

    [Fact]
    public void A_guarded_text_comes_back_as_it_was() =>
        AnyText.Sample(text =>
        {
            FormulaGuard.IsRisky(FormulaGuard.Guarded(text)).ShouldBeFalse();
            FormulaGuard.Unguarded(FormulaGuard.Guarded(text)).ShouldBe(text);
        });

    [Fact]
    public void A_workbook_is_valid_and_keeps_types_formats_and_totals()
    {
        using var stream = new MemoryStream(Spreadsheet.Render("Plan", "Atelier", SomeReport.Instant, Money(), Money()));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Faults(document).ShouldBeEmpty();
        document.PackageProperties.Title.ShouldBe("Plan");
        var sheets = document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        sheets.Select(sheet => sheet.Name!.Value).ShouldBe(["Qui paie quoi", "Qui paie quoi 2"]);
        var first = ((WorksheetPart)document.WorkbookPart.GetPartById(sheets[0].Id!)).Worksheet!;
        first.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        first.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:E3");
        Cell(first, "A3").DataType!.Value.ShouldBe(CellValues.InlineString);
        Cell(first, "A3").InnerText.ShouldBe("=HYPERLINK(1)");
        Format(document, Cell(first, "A3")).QuotePrefix!.Value.ShouldBeTrue();
        Cell(first, "B2").CellValue!.Text.ShouldBe("1200");
        Code(document, Cell(first, "B2")).ShouldBe("#,##0\\ \"€\"");
        Code(document, Cell(first, "D2")).ShouldBe("dd/mm/yyyy");
        DateTime
            .FromOADate(double.Parse(Cell(first, "D2").CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(new DateTime(2027, 1, 5));
        Cell(first, "B4").CellFormula!.Text.ShouldBe("SUM(B2:B3)");
        Cell(first, "B4").CellValue!.Text.ShouldBe("1187.5");
        first.Descendants<CellFormula>().Count().ShouldBe(1);
    }

    [Fact]
    public void Whatever_is_typed_makes_a_valid_workbook() =>
        Gen.Select(AnyText, AnyText.Array[1, 4])
            .Sample(
                (name, texts) =>
                {
                    var rows = texts.Select(text => (IReadOnlyList<SheetCell>)[text]).ToList();
                    using var stream = new MemoryStream(
                        Spreadsheet.Render(
                            name,
                            name,
                            SomeReport.Instant,
                            new Sheet(name, [new(name)], rows),
                            new Sheet(name, [new("b")], [])
                        )
                    );
                    using var document = SpreadsheetDocument.Open(stream, isEditable: false);
                    Faults(document).ShouldBeEmpty();
                    document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()).ShouldBeEmpty();
                },
                iter: 100
            );

    [Fact]
    public void A_long_sheet_stays_a_small_file()
    {
        var rows = Enumerable
            .Range(0, 20_000)
            .Select(i => (IReadOnlyList<SheetCell>)[$"Organisme {i}", i, 12.5m, new DateOnly(2027, 1, 5)]);
        var file = Spreadsheet.Render(
            "Long",
            "x",
            SomeReport.Instant,
            new Sheet("Long", [new("a"), new("b"), new("c"), new("d", SheetFormat.Day)], rows)
        );
        file.Length.ShouldBeLessThan(1_500_000);
    }

    private static Sheet Money() =>
        new(
            "Qui paie quoi",
            [
                new("Action"),
                new("Coût", SheetFormat.Euros, Summed: true),
                new("Part", SheetFormat.Share),
                new("Début", SheetFormat.Day),
                new("Vu le", SheetFormat.Moment),
            ],
            [
                ["Plan de contact", 1200, 0.27m, new DateOnly(2027, 1, 5), new DateTime(2026, 11, 24, 14, 32, 0, DateTimeKind.Unspecified)],
                ["=HYPERLINK(1)", -12.5m, default, default, default],
            ],
            "Total"
        );

    /// <summary>UTF-8 holds no half of a surrogate pair: it becomes U+FFFD.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Faults(SpreadsheetDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");

    private static Cell Cell(Worksheet sheet, string place) => sheet.Descendants<Cell>().Single(cell => cell.CellReference == place);

    private static CellFormat Format(SpreadsheetDocument document, Cell cell) =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static string Code(SpreadsheetDocument document, Cell cell) =>
        document
            .WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>()
            .Single(format => format.NumberFormatId! == Format(document, cell).NumberFormatId!)
            .FormatCode!.Value!;
}
