using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.Playwright;

namespace Appui.Tests.Journeys;

/// <summary>A trainee without e-mail: a card from the trainer, a phone, and one organisation.</summary>
public abstract class TraineeJourney(AppFixture app)
{
    private const int Kilobyte = 1024;

    public sealed class OnSqlite(SqliteApp app) : TraineeJourney(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TraineeJourney(app), IClassFixture<PostgresApp>;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_trainer_adds_a_trainee_who_enters_on_a_phone_with_the_qr_code_and_nowhere_else(bool script)
    {
        var trainer = await app.Member(Roles.Trainer, await app.Member());
        var stranger = await app.Member();
        await using var desk = await app.Browse(trainer.PersonId, script);
        var page = await desk.NewPageAsync();
        await page.GotoAsync($"{trainer.Prefix}/organisme/stagiaires");
        if (script)
            await page.ShouldBeSound();
        await page.GetByLabel("Prénom et nom, une personne par ligne").FillAsync("Inès Caradec\nPaul Morvan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter et créer les cartes" }).ClickAsync();
        (await page.Locator("section.card").CountAsync()).ShouldBe(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR de la carte de Inès Caradec" })).ToBeVisibleAsync();
        if (script)
        {
            await page.ShouldBeSound();
            await page.Shot("cartes");
            await page.PdfAsync(new() { Path = Path.Combine(TestRun.Artifacts("screens"), "cartes.pdf"), Format = "A4" });
        }

        var address = await page.Locator("section.card a[href*='/q/']").First.GetAttributeAsync("href");
        address!.ShouldStartWith(app.Settings.BaseUrl);
        await using var pocket = await app.Browse(script: script);
        var phone = await pocket.NewPageAsync();
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GotoAsync(new Uri(address).AbsolutePath);
        if (script)
        {
            await phone.ShouldBeSound();
            await phone.Shot("carte");
            await phone.SetViewportSizeAsync(360, 740);
        }

        await TargetsAreBig(phone);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();
        await phone.ArrivesAt($"**{trainer.Prefix}");
        var text = await phone.InnerTextAsync("main");
        text.ShouldContain("Bonjour Inès");
        text.ShouldContain("Vos formations, vos séances");
        text.ShouldContain("Une question");
        if (script)
        {
            await phone.ShouldBeSound();
            await phone.Shot("accueil-stagiaire");
        }

        (await phone.GotoAsync(stranger.Prefix))!.Status.ShouldBe(404);
        await page.GotoAsync($"{trainer.Prefix}/organisme/stagiaires");
        await page.GetByRole(AriaRole.Link, new() { Name = "Inès Caradec" }).ClickAsync();
        if (script)
            await page.ShouldBeSound();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer la carte" }).ClickAsync();
        await phone.GotoAsync(trainer.Prefix);
        phone.Url.ShouldContain("/connexion");
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_where_a_pin_is_typed_is_light_and_its_targets_are_big()
    {
        await using var pocket = await app.Browse();
        var page = await pocket.NewPageAsync();
        await page.SetViewportSizeAsync(360, 740);
        long sent = 0;
        page.Response += async (_, answer) => Interlocked.Add(ref sent, (await answer.Request.SizesAsync()).ResponseBodySize);
        await page.GotoAsync("/stagiaire", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await TargetsAreBig(page);
        Interlocked.Read(ref sent).ShouldBeInRange(2 * Kilobyte, 55 * Kilobyte);
        await page.ShouldBeSound();
        await page.Shot("stagiaire");
        await page.GetByLabel("Code de l’organisme").FillAsync("nulle-part");
        await page.GetByLabel("Votre code à 6 chiffres").FillAsync("135790");
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Ces deux codes ne vont pas ensemble").First).ToBeVisibleAsync();
        (await page.GetByLabel("Code de l’organisme").InputValueAsync()).ShouldBe("nulle-part");
    }

    // 44 CSS pixels high for what a thumb must hit: fields and buttons (WCAG 2.5.5).
    private static async Task TargetsAreBig(IPage page) =>
        (
            await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('main input:not([type=hidden]), main button')].filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
            )
        ).ShouldBeEmpty();
}
