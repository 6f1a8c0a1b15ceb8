using Appui.Tests.Harness;
using Microsoft.Playwright;

namespace Appui.Tests.Journeys;

/// <summary>What happens to an answer when life gets in the way: another tab, a lost connection, a page left open.</summary>
public abstract class InterruptedJourney(AppFixture app)
{
    public sealed class OnSqlite(DemonstrationApp app) : InterruptedJourney(app), IClassFixture<DemonstrationApp>;

    public sealed class OnPostgres(DemonstrationOnPostgres app) : InterruptedJourney(app), IClassFixture<DemonstrationOnPostgres>;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_tabs_that_answer_at_once_are_told_and_nothing_is_overwritten(bool script)
    {
        await using var visit = await app.Browse(script: script);
        var (first, second) = (await visit.NewPageAsync(), await visit.NewPageAsync());
        var question = await Question(first);
        await second.GotoAsync(question);

        await Choose(first, 0, script);
        await first.Locator("main form button.btn-primary").ClickAsync();
        await first.ArrivesAt("**/question/2");
        await Choose(second, 2, script: false);
        if (!script)
            await second.Locator("main form button.btn-primary").ClickAsync();
        await Assertions.Expect(second.Locator("#choice-error")).ToContainTextAsync("autre");
        if (script)
        {
            await second.ShouldBeSound("409");
            await second.Shot("10-deux-onglets");
        }

        (await second.Locator("input[name=choice]").Nth(2).IsCheckedAsync()).ShouldBeTrue("what was chosen stays on the page");

        await first.GotoAsync(question);
        (await first.Locator("input[name=choice]").Nth(0).IsCheckedAsync()).ShouldBeTrue("the first answer stands");
        await second.Locator("main form button.btn-primary").ClickAsync();
        await second.ArrivesAt("**/question/2");
        await first.GotoAsync(question);
        (await first.Locator("input[name=choice]").Nth(2).IsCheckedAsync()).ShouldBeTrue("sent again after having been told, it counts");
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_the_answer_arrives_when_it_is_back()
    {
        await using var visit = await app.Browse();
        var page = await visit.NewPageAsync();
        var question = await Question(page);
        await Choose(page, 1, script: true);
        await visit.SetOfflineAsync(true);
        await page.Locator(".choice").Nth(3).ClickAsync();
        await Assertions.Expect(page.GetByText("Connexion perdue")).ToBeVisibleAsync();
        await page.Shot("11-connexion-perdue");
        await page.Locator("main form button.btn-primary").ClickAsync();
        page.Url.ShouldEndWith("/question/1");

        await visit.SetOfflineAsync(false);
        await Assertions.Expect(page.GetByText("Enregistré à")).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await page.GotoAsync(question);
        (await page.Locator("input[name=choice]").Nth(3).IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_visitor_comes_back_by_the_link_on_another_device()
    {
        string link;
        await using (var visit = await app.Browse())
        {
            var page = await visit.NewPageAsync();
            await Question(page);
            await Choose(page, 2, script: true);
            link = await page.InputValueAsync("#resume");
        }

        await using var phone = await app.Browse();
        var back = await phone.NewPageAsync();
        await back.SetViewportSizeAsync(360, 780);
        await back.GotoAsync(new Uri(link).AbsolutePath);
        await back.ShouldBeSound();
        (await back.InnerTextAsync("main")).ShouldContain("1");
        await back.GotoAsync(new Uri(link).AbsolutePath + "/diagnostic/question/1");
        (await back.Locator("input[name=choice]").Nth(2).IsCheckedAsync()).ShouldBeTrue();
    }

    private static async Task<string> Question(IPage page)
    {
        await page.GotoAsync("/diagnostic");
        await page.GetByText("2 à 10 personnes").ClickAsync();
        await page.GetByLabel("Votre département").SelectOptionAsync("31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Première question" }).ClickAsync();
        await page.ArrivesAt("**/question/1");
        return page.Url;
    }

    private static async Task Choose(IPage page, int option, bool script)
    {
        await page.Locator(".choice").Nth(option).ClickAsync();
        if (script)
            await Assertions.Expect(page.GetByText("Enregistré à")).ToBeVisibleAsync();
    }
}
