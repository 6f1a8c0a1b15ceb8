using Appui.Tests.Harness;

namespace Appui.Tests.House;

/// <summary>The application answers, to a client and to a browser, on both engines.</summary>
public abstract class SmokeTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteApp app) : SmokeTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SmokeTests(app), IClassFixture<PostgresApp>;

    [Fact]
    public async Task The_first_page_answers_in_two_languages()
    {
        using var french = app.Client();
        using var english = app.Client("en");
        (await french.GetStringAsync("/")).ShouldContain("<html lang=\"fr\"");
        (await english.GetStringAsync("/")).ShouldContain("<html lang=\"en\"");
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_is_not_told_that_an_organisation_exists()
    {
        var (ours, theirs) = (await app.Member(), await app.Member());
        using var client = await app.Client(ours.PersonId);
        ((int)(await client.GetAsync(theirs.Prefix + "/nulle-part")).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task A_browser_opens_the_first_page()
    {
        await using var visit = await app.Browse();
        var page = await visit.NewPageAsync();
        await page.GotoAsync("/");
        (await page.TitleAsync()).ShouldEndWith("Appui");
    }
}
