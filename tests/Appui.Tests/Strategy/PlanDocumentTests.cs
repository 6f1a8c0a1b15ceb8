using System.Globalization;
using Appui.Shared;
using Appui.Strategy;
using Appui.Tests.Shared.Documents;
using Appui.Tests.Shared.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using SkiaSharp;

namespace Appui.Tests.Strategy;

public sealed class PlanDocumentTests
{
    public PlanDocumentTests() => Speak("fr-FR");

    [Fact]
    public void The_plan_on_paper_says_the_whole_plan()
    {
        var view = SomePlan.View();
        using var pdf = new ReadPdf(PlanPdf.Render(view));
        var said = pdf.Root.Text;
        view.Plan.Steps.Count.ShouldBeGreaterThan(2);
        foreach (var step in view.Plan.Steps)
        {
            pdf.Root.Tagged("H3").ShouldContain(heading => heading.Text.Trim() == Spaced(step.Title));
            said.ShouldContain(Spaced(step.FirstStep));
        }

        said.ShouldContain(StrategyWords.Waiting(view.Plan)!);
        foreach (var left in StrategyWords.Judged(view.Plan).Concat(view.Plan.WontDo))
            said.ShouldContain(Spaced(left.Title));
        foreach (var scheme in view.Plan.Schemes)
            said.ShouldContain(Spaced(scheme.Title));
        said.ShouldContain("Nadia Ferrand");
        pdf.Root.Tagged("Link").Select(link => link.Text).ShouldContain("nadia.ferrand@opco.example");
        pdf.Root.Tagged("Figure").ShouldAllBe(figure => figure.Alternative.Length > 30);
        pdf.Decoration(2).ShouldContain($"page 2 / {pdf.PageCount}");
    }

    [Fact]
    public void Every_amount_of_the_table_adds_up_to_its_total()
    {
        var view = SomePlan.View();
        using var pdf = new ReadPdf(PlanPdf.Render(view));
        var table = pdf.Root.Tagged("Table").First(t => t.Tagged("TFoot").Any());
        for (var column = 1; column < table.Tagged("TH").Count(cell => cell.Attributes["Scope"] == "Column"); column++)
        {
            var sum = table.Tagged("TBody").Single().Tagged("TR").Sum(row => Amount(row.Inside[column].Text));
            Amount(table.Tagged("TFoot").Single().Inside[0].Inside[column].Text).ShouldBe(sum);
        }
    }

    [Theory]
    [InlineData("fr-FR", "Qui paie quoi", "fr-FR")]
    [InlineData("en-GB", "Who pays what", "en-GB")]
    public void The_plan_is_in_the_language_of_its_reader(string culture, string heading, string language)
    {
        Speak(culture);
        using var pdf = new ReadPdf(PlanPdf.Render(SomePlan.View()));
        pdf.Root.Tagged("H2").ShouldContain(found => found.Text.Trim() == heading);
        pdf.Get<UglyToad.PdfPig.Tokens.StringToken>(pdf.Catalog, "Lang").Data.ShouldBe(language);
    }

    [Fact]
    public void The_logo_of_the_organisation_stands_at_the_head_in_its_proportions()
    {
        var view = SomePlan.View();
        using var without = new ReadPdf(PlanPdf.Render(view));
        without.Pages.First().GetImages().ShouldBeEmpty();
        (SKEncodedImageFormat, bool)[] logos =
        [
            (SKEncodedImageFormat.Png, true),
            (SKEncodedImageFormat.Png, false),
            (SKEncodedImageFormat.Jpeg, false),
        ];
        foreach (var (format, transparent) in logos)
        {
            using var pdf = new ReadPdf(PlanPdf.Render(view with { Logo = SomeFile.Image(format, 300, 100, transparent) }));
            var logo = pdf.Pages.First().GetImages().ShouldHaveSingleItem().BoundingBox;
            (logo.Width / logo.Height).ShouldBe(3, 0.05);
            logo.Top.ShouldBeGreaterThan(700);
            logo.Right.ShouldBeLessThan(595);
        }
    }

    [Fact]
    public void A_plan_without_action_and_one_over_three_years_are_printed_too()
    {
        var view = SomePlan.View();
        view = view with { Plan = view.Plan with { Steps = [], Schemes = [] }, Guides = [], Contacts = [] };
        using var empty = new ReadPdf(PlanPdf.Render(view));
        empty.Root.Tagged("H1").Single().Text.Trim().ShouldBe(StrategyTexts.Plan_Title_Empty);
        using var large = new ReadPdf(
            PlanPdf.Render(SomePlan.View(40_000, 36, string.Join(' ', Enumerable.Repeat("Association pour la formation", 8))))
        );
        large.PageCount.ShouldBeInRange(4, 20);
    }

    [Fact]
    public void The_workbook_is_valid_and_holds_the_same_totals()
    {
        var view = SomePlan.View();
        using var stream = new MemoryStream(PlanXlsx.Render(view));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => fault.Description).ShouldBeEmpty();
        var book = document.WorkbookPart!;
        var sheets = book.Workbook!.Sheets!.Elements<Sheet>()
            .ToDictionary(s => s.Name!.Value!, s => ((WorksheetPart)book.GetPartById(s.Id!)).Worksheet!);
        sheets.Keys.ShouldBe(["Actions", "Qui paie quoi", "Temps d’équipe", "Diagnostic", "Laissé de côté", "Vos moyens, votre rythme"]);
        Totals(sheets["Qui paie quoi"])
            .ShouldBe([view.Plan.LowEuros, view.Plan.HighEuros, .. view.Plan.Schemes.Select(s => s.Euros), view.Plan.OwnEuros]);
        Totals(sheets["Temps d’équipe"]).Sum().ShouldBe(view.Plan.TotalHalfDays / 2m);
        Totals(sheets["Actions"])[..3].Sum().ShouldBe(view.Plan.TotalHalfDays / 2m);
    }

    private static decimal[] Totals(Worksheet sheet) =>
        [
            .. sheet
                .Descendants<Row>()
                .Last()
                .Elements<Cell>()
                .Where(c => c.CellFormula is not null)
                .Select(c => decimal.Parse(c.CellValue!.Text, CultureInfo.InvariantCulture)),
        ];

    private static int Amount(string text) =>
        text.Trim() == "–" ? 0 : int.Parse(string.Concat(text.Where(char.IsDigit)), CultureInfo.InvariantCulture);

    private static string Spaced(Translated text) => text.ToString().Replace('\u00a0', ' ');

    private static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
}
