using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Appui.Shared.Documents;
using CsCheck;
using Shouldly;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace Appui.Tests.Shared.Documents;

public sealed partial class PdfReportTests
{
    private const double Margin = 62;

    [Fact]
    public void A_report_says_its_title_its_language_and_that_it_is_tagged()
    {
        using var pdf = new ReadPdf(SomeReport.Whole().Render());
        pdf.Get<StringToken>(pdf.Catalog, "Lang").Data.ShouldBe("fr-FR");
        pdf.Get<BooleanToken>(pdf.Get<DictionaryToken>(pdf.Catalog, "MarkInfo"), "Marked").Data.ShouldBeTrue();
        pdf.Get<BooleanToken>(pdf.Get<DictionaryToken>(pdf.Catalog, "ViewerPreferences"), "DisplayDocTitle").Data.ShouldBeTrue();
        var metadata = XDocument.Parse(
            pdf.Metadata[
                (pdf.Metadata.IndexOf("?>", StringComparison.Ordinal) + 2)..pdf.Metadata.LastIndexOf("<?", StringComparison.Ordinal)
            ]
        );
        metadata.Descendants().Single(node => node.Name.LocalName == "part").Value.ShouldBe("1");
        metadata
            .Descendants()
            .Single(node => node.Name.LocalName == "title")
            .Value.Trim()
            .ShouldBe("Un plan à votre portée & « réaliste »");
        metadata
            .Descendants()
            .Single(node => node.Name.LocalName == "creator")
            .Value.Trim()
            .ShouldBe("Atelier Montjoie – Œuvre d’insertion");
    }

    [Fact]
    public void Parts_are_read_in_order_each_with_its_tag()
    {
        using var pdf = new ReadPdf(SomeReport.Whole().Render());
        pdf.Root.Inside.Select(element => element.Tag)
            .ShouldBe([
                "P",
                "P",
                "P",
                "H1",
                "P",
                "L",
                "Div",
                "H2",
                "P",
                "Figure",
                "H2",
                "P",
                "Figure",
                "H2",
                "Figure",
                "Table",
                "H2",
                "L",
                "H3",
                "L",
                "Div",
                "P",
            ]);
        pdf.Root.Tagged("H1").Single().Text.Trim().ShouldBe("Un plan à votre portée");
        pdf.Root.Tagged("H2")
            .Select(heading => heading.Text.Trim())
            .ShouldBe(["Où vous en êtes", "Quand", "Qui paie quoi", "Ce que nous ne ferons pas"]);
        var list = pdf.Root.Inside.Last(element => element.Tag == "L");
        list.Attributes["ListNumbering"].ShouldBe("Decimal");
        list.Inside.Select(item => item.Text)
            .ShouldBe(["1.Écrire le plan de contact.", "2.Former quatre formateurs.", "3.Prêter douze téléphones."]);
    }

    [Fact]
    public void A_table_names_its_columns_its_rows_and_its_total()
    {
        using var pdf = new ReadPdf(SomeReport.Whole().Render());
        var table = pdf.Root.Tagged("Table").Single();
        table.Inside.Select(element => element.Tag).ShouldBe(["Caption", "THead", "TBody", "TFoot"]);
        table
            .Inside[1]
            .Tagged("TH")
            .Select(cell => (cell.Text.Trim(), cell.Attributes["Scope"]))
            .ShouldBe([("Action", "Column"), ("Coût", "Column"), ("Région", "Column"), ("Vous", "Column")]);
        table.Inside[2].Tagged("TR").Count().ShouldBe(9);
        table.Inside[2].Tagged("TH").ShouldAllBe(cell => cell.Attributes["Scope"] == "Row");
        table.Tagged("TR").ShouldAllBe(row => row.Inside.Count == 4);
        table.Inside[3].Text.ShouldBe("Total45 €20 €25 €");
    }

    [Fact]
    public void A_figure_is_said_in_words_and_a_link_tells_where_it_leads()
    {
        using var pdf = new ReadPdf(SomeReport.Whole().Render());
        pdf.Root.Tagged("Figure").ShouldAllBe(figure => figure.Alternative.Length > 20 && figure.Attributes.ContainsKey("BBox"));
        pdf.Root.Tagged("Link").Select(link => link.Text).ShouldBe(["le guide « Garder le lien »"]);
        var annotation = pdf.Pages.First().GetAnnotations().Single();
        annotation.Content!.ShouldContain("https://appui.example/guides/lien?x=1&y=2");
        pdf.Pages.First().Dictionary.Data.ShouldContainKey("Tabs");
    }

    [Fact]
    public void Every_page_has_its_number_and_its_source_and_later_ones_the_organisation()
    {
        using var pdf = new ReadPdf(SomeReport.Whole().Render());
        for (var page = 1; page <= pdf.PageCount; page++)
        {
            pdf.Decoration(page).ShouldContain($"page {page} / {pdf.PageCount}");
            pdf.Decoration(page).ShouldContain("20 novembre 2026");
            pdf.Decoration(page).Contains("Atelier Montjoie", StringComparison.Ordinal).ShouldBe(page > 1);
        }

        pdf.Root.Text.ShouldNotContain("page 1 / ");
    }

    [Fact]
    public void Only_the_letters_used_are_embedded()
    {
        var file = SomeReport.Whole().Render();
        file.Length.ShouldBeLessThan(80_000);
        using var pdf = new ReadPdf(file);
        foreach (var font in Fonts(pdf))
        {
            font.Data.ShouldContainKey("ToUnicode");
            var inner = (DictionaryToken)pdf.Resolve(pdf.Get<ArrayToken>(font, "DescendantFonts").Data[0]);
            pdf.Get<DictionaryToken>(inner, "FontDescriptor").Data.ShouldContainKey("FontFile2");
            inner.Data.ShouldContainKey("CIDToGIDMap");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2000)]
    public void A_table_of_any_length_keeps_every_row_once_and_its_headings_on_each_page(int rows)
    {
        using var pdf = new ReadPdf(
            new PdfReport(SomeReport.Cover())
                .Heading(1, "Tout")
                .Table(SomeReport.Columns, SomeReport.Rows(rows), empty: "Aucune ligne pour l’instant.")
                .Render()
        );
        var body = pdf.Root.Tagged("TBody").Single();
        if (rows == 0)
        {
            body.Text.ShouldBe("Aucune ligne pour l’instant.");
            body.Tagged("TD").Single().Attributes["ColSpan"].ShouldBe("4");
            return;
        }

        body.Inside.Select(row => row.Inside[0].Text).ShouldBe(Enumerable.Range(1, rows).Select(i => $"Ligne n° {i}"));
        pdf.Root.Tagged("THead").Single().Tagged("TR").Count().ShouldBe(1);
        for (var page = 2; page <= pdf.PageCount; page++)
            pdf.Decoration(page).ShouldContain("ActionCoûtRégionVous");
        Inside(pdf);
    }

    [Fact]
    public void A_cell_taller_than_a_page_goes_on_and_loses_nothing()
    {
        var words = string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"mot{i}"));
        using var pdf = new ReadPdf(
            new PdfReport(SomeReport.Cover())
                .Heading(1, "Long")
                .Table(
                    [new("A"), new("B")],
                    [
                        [words, "court"],
                        ["fin", "fin"],
                    ]
                )
                .Render()
        );
        var text = string.Join(' ', pdf.Root.Tagged("TBody").Single().Inside.Select(row => row.Inside[0].Text.Trim()));
        text.ShouldBe(words + " fin");
        Inside(pdf);
    }

    [Fact]
    public void Long_names_stay_inside_the_page()
    {
        const string name =
            "Association départementale pour la promotion de l’apprentissage, de l’insertion et de la formation professionnelle continue des Hautes-Pyrénées";
        var unbroken = new string('W', 400);
        using var pdf = new ReadPdf(
            new PdfReport(SomeReport.Cover(name + " " + unbroken, name + unbroken))
                .Heading(1, name)
                .Heading(2, unbroken)
                .Paragraph(unbroken)
                .List([unbroken])
                .Note(PdfNoteKind.Info, unbroken, name)
                .KeyFigures(new("Nom", name), new(unbroken, unbroken), new("x", "1\u00A0234\u00A0567\u00A0890\u00A0123\u00A0€"))
                .Table(
                    SomeReport.Columns,
                    [
                        [unbroken, name, "1", "2"],
                    ]
                )
                .Render()
        );
        Inside(pdf);
    }

    [Fact]
    public void French_typography_comes_out_as_it_went_in()
    {
        const string text = "« L’œuvre coûte 1\u202F200,50\u00A0€ ; où\u00A0? À Noël\u00A0! – ÉÀÇŒ, n°\u00A04, m² … »";
        using var pdf = new ReadPdf(new PdfReport(SomeReport.Cover()).Heading(1, "Essai").Paragraph(text).Render());
        pdf.Root.Inside[^1].Text.ShouldBe(text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void What_the_face_lacks_is_a_square_and_the_rest_stays()
    {
        using var pdf = new ReadPdf(
            new PdfReport(SomeReport.Cover()).Heading(1, "Essai").Paragraph("a\0b 漢字 😀 c\uD83D d\u00ADe 8\u201110").Render()
        );
        pdf.Root.Inside[^1].Text.ShouldBe("a b □□ □ c□ de 8-10");
    }

    [Fact]
    public void A_heading_never_stands_alone_at_the_foot_of_a_page()
    {
        for (var lines = 30; lines < 50; lines++)
        {
            var report = new PdfReport(SomeReport.Cover()).Heading(1, "Essai");
            for (var i = 0; i < lines; i++)
                report.Remark("Une ligne.");
            using var pdf = new ReadPdf(report.Heading(2, "Titre seul").Heading(3, "Et sa suite").Paragraph("Première phrase.").Render());
            PageOf(pdf, "Titre").ShouldBe(PageOf(pdf, "Première"));
        }
    }

    [Fact]
    public void Levels_of_headings_are_not_skipped()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new PdfReport(SomeReport.Cover()).Heading(2, "Trop tôt"));
        Should.Throw<ArgumentOutOfRangeException>(() => new PdfReport(SomeReport.Cover()).Heading(1, "Un").Heading(3, "Trois"));
        Should.Throw<ArgumentException>(() => new PdfReport(SomeReport.Cover()).Figure(" ", 10, _ => { }));
        Should.Throw<ArgumentException>(() =>
            new PdfReport(SomeReport.Cover())
                .Table(
                    SomeReport.Columns,
                    [
                        ["une seule cellule"],
                    ]
                )
                .Render()
        );
    }

    [Fact]
    public void Whatever_is_typed_can_be_printed() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample(
                (first, second) =>
                {
                    using var pdf = new ReadPdf(
                        new PdfReport(SomeReport.Cover(first, second))
                            .Heading(1, first)
                            .Paragraph(new PdfText(new(first), new(second, Bold: true)))
                            .Table(
                                [new(first), new(second)],
                                [
                                    [first, second],
                                ],
                                [second, first]
                            )
                            .Render()
                    );
                    pdf.PageCount.ShouldBeGreaterThan(0);
                },
                iter: 100
            );

    [Fact]
    public void Reports_are_made_side_by_side()
    {
        var sizes = ParallelEnumerable.Range(0, 32).WithDegreeOfParallelism(8).Select(_ => SomeReport.Whole().Render().Length).ToList();
        sizes.Max().ShouldBeLessThan(sizes.Min() + 200);
    }

    [Fact]
    public void Poppler_finds_the_same_structure_and_no_fault()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdfinfo"), "poppler-utils is not installed");
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, SomeReport.Whole().Render());
        var (info, faults) = Run("pdfinfo", "-struct-text", file);
        info.ShouldContain("H1 (block)");
        info.ShouldContain("/Scope /Column");
        faults.ShouldBeEmpty();
        Run("pdfinfo", file).Output.ShouldMatch(@"Tagged:\s+yes");
        var text = Run("pdftotext", file, "-").Output;
        text.IndexOf("Où vous en êtes", StringComparison.Ordinal)
            .ShouldBeInRange(1, text.IndexOf("Qui paie quoi", StringComparison.Ordinal));
        File.Delete(file);
    }

    [Fact]
    public void Text_objects_and_marked_sequences_never_cross()
    {
        var report = SomeReport
            .Whole()
            .NewPage()
            .Figure("Un rond, seul en haut de page.", 40, canvas => canvas.Dot(20, 20, 10, null, new Fill(Ink.Teal)));
        using var pdf = new ReadPdf(report.Render());
        foreach (var page in pdf.Pages)
        {
            var open = new Stack<string>();
            foreach (var operation in page.Operations.Select(operation => operation.Operator))
            {
                if (operation is "BT" or "BDC" or "BMC")
                    open.Push(operation);
                else if (operation == "ET")
                    open.Pop().ShouldBe("BT");
                else if (operation == "EMC")
                    open.Pop().ShouldBeOneOf("BDC", "BMC");
                else if (operation is "Tj" or "TJ" or "S" or "f" or "B" or "f*" or "B*" or "Do")
                    open.ShouldContain(mark => mark != "BT", $"{operation} is neither tagged nor decoration");
            }

            open.ShouldBeEmpty();
        }
    }

    private static IEnumerable<DictionaryToken> Fonts(ReadPdf pdf) =>
        pdf.Pages.SelectMany(page =>
            pdf.Get<DictionaryToken>(pdf.Get<DictionaryToken>(page.Dictionary, "Resources"), "Font")
                .Data.Values.Select(font => (DictionaryToken)pdf.Resolve(font))
        );

    private static int PageOf(ReadPdf pdf, string word) =>
        pdf.Pages.Single(page => page.GetWords().Any(found => found.Text == word)).Number;

    /// <summary>Every letter stands between the margins, with half a point of tolerance.</summary>
    private static void Inside(ReadPdf pdf)
    {
        foreach (var page in pdf.Pages)
        {
            var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
            letters.Min(letter => letter.StartBaseLine.X).ShouldBeGreaterThanOrEqualTo(Margin - 0.5);
            letters.Max(letter => letter.EndBaseLine.X).ShouldBeLessThanOrEqualTo(595.28 - Margin + 0.5);
            letters.Min(letter => letter.StartBaseLine.Y).ShouldBeGreaterThan(20);
            letters.Where(letter => letter.StartBaseLine.Y < 70).ShouldAllBe(letter => letter.FontSize < 10);
        }
    }

    private static (string Output, string Faults) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var faults = process.StandardError.ReadToEndAsync();
        return (process.StandardOutput.ReadToEnd(), faults.Result);
    }
}
