using Appui.Tests.Harness;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Appui.Tests.Journeys;

/// <summary>The main job: without an account, from the first page to a funded plan that one keeps and takes away.</summary>
public abstract class VisitorJourney(AppFixture app)
{
    public sealed class OnSqlite(DemonstrationApp app) : VisitorJourney(app), IClassFixture<DemonstrationApp>;

    public sealed class OnPostgres(DemonstrationOnPostgres app) : VisitorJourney(app), IClassFixture<DemonstrationOnPostgres>;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_gets_a_plan_signs_up_and_takes_it_away_with_and_without_script(bool script)
    {
        await using var visit = await app.Browse(script: script);
        var page = await visit.NewPageAsync();
        await Answer(page, script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Construire mon plan" }).First.ClickAsync();
        await Limits(page, script);
        await Plan(page, script);
        await SignUp(page, $"claire-{(script ? "avec" : "sans")}@exemple.test");
        await TakeAway(page);
        app.Errors.ShouldBeEmpty();
    }

    private static async Task Answer(IPage page, bool script)
    {
        await page.GotoAsync("/");
        if (script)
        {
            await page.ShouldBeSound();
            await page.Shot("1-premiere-page");
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Commencer le diagnostic" }).First.ClickAsync();
        await page.GetByText("2 à 10 personnes").ClickAsync();
        await page.GetByLabel("Votre département").SelectOptionAsync("31");
        if (script)
            await page.ShouldBeSound();
        await page.GetByRole(AriaRole.Button, new() { Name = "Première question" }).ClickAsync();
        for (var number = 1; number <= 16; number++)
        {
            await page.ArrivesAt($"**/question/{number}");
            if (script && number == 5)
            {
                await page.ShouldBeSound();
                await page.Shot("2-question");
            }

            await page.Locator(".choice").Nth(1 + (number % 2)).ClickAsync();
            if (script)
                await Assertions.Expect(page.GetByText("Enregistré à")).ToBeVisibleAsync();
            await page.Locator("main form button.btn-primary").ClickAsync();
        }

        await page.ArrivesAt("**/resultat");
        (await page.Locator("h2", new() { HasText = "Capacité" }).CountAsync()).ShouldBe(1);
        if (script)
        {
            await page.ShouldBeSound();
            await page.Shot("3-resultat");
        }
    }

    private static async Task Limits(IPage page, bool script)
    {
        await page.GetByLabel("Ce que vous pouvez apporter").FillAsync("−1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculer mon plan" }).ClickAsync();
        (await page.ContentAsync()).ShouldContain("Votre apport va de 0 à");
        await page.GetByLabel("Ce que vous pouvez apporter").FillAsync("1 000 000 000 000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculer mon plan" }).ClickAsync();
        (await page.GetByLabel("Ce que vous pouvez apporter").InputValueAsync()).ShouldBe("1 000 000 000 000");
        if (script)
        {
            await page.ShouldBeSound("status of 422");
            await page.Shot("4-limites");
        }

        await page.GetByLabel("Ce que vous pouvez apporter").FillAsync("6 000 €");
        await page.GetByLabel("Nous sommes certifiés Qualiopi").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculer mon plan" }).ClickAsync();
    }

    private static async Task Plan(IPage page, bool script)
    {
        await Assertions
            .Expect(page.Locator("h1", new() { HasText = "Un plan à votre portée" }))
            .ToBeVisibleAsync(new() { Timeout = 40_000 });
        var text = await page.InnerTextAsync("main");
        text.ShouldContain("Dispositifs d’exemple");
        text.ShouldContain("Aucun coût n’est payé deux fois");
        text.ShouldContain("Ce que nous ne ferons pas");
        text.ShouldContain("Trois guides pour commencer");
        (await page.Locator("section:has(#guides) li").CountAsync()).ShouldBe(3);
        if (script)
        {
            await page.ShouldBeSound("status of 422");
            await page.Shot("5-plan");
        }
    }

    private async Task SignUp(IPage page, string email)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Garder ce plan" }).ClickAsync();
        (await page.IsCheckedAsync("input[type=checkbox][name='Organisation.Qualiopi']")).ShouldBeTrue("said in the limits already");
        await page.FillAsync("[name=FullName]", "Claire Vasseur");
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", "une phrase assez longue");
        await page.FillAsync("[name='Organisation.Name']", "Atelier de l’Aubépine");
        await page.Locator("main form button.btn-primary").ClickAsync();
        await page.ArrivesAt("**/o/**");
        var organisation = new Uri(page.Url).AbsolutePath.Split('/')[2];
        await page.GotoAsync($"/o/{organisation}/plan");
        (await page.InnerTextAsync("h1")).ShouldBe("Un plan à votre portée");
        await page.GotoAsync($"/o/{organisation}/diagnostic/resultat");
        (await page.InnerTextAsync("main")).ShouldContain("16 réponses");
        await page.GotoAsync($"/o/{organisation}/plan");
    }

    private static async Task TakeAway(IPage page)
    {
        var href = await page.Locator("a[href$='.pdf']").First.GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(href!);
        answer.Status.ShouldBe(200);
        answer.Headers["content-type"].ShouldBe("application/pdf");
        using var pdf = PdfDocument.Open(await answer.BodyAsync());
        var text = string.Join(
            '\n',
            pdf.GetPages().Select(p => UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor.ContentOrderTextExtractor.GetText(p))
        );
        text.ShouldContain("Atelier de l’Aubépine");
        text.ShouldContain("Qui paie quoi");
        pdf.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("StructTreeRoot")).ShouldBeTrue();
        pdf.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("MarkInfo")).ShouldBeTrue();
        var workbook = await page.APIRequest.GetAsync(href!.Replace(".pdf", ".xlsx", StringComparison.Ordinal));
        workbook.Status.ShouldBe(200);
        (await workbook.BodyAsync()).Take(2).ShouldBe("PK"u8.ToArray());
    }
}
