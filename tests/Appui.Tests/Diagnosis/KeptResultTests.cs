using System.Net;
using Appui.Diagnosis;
using Appui.Shared;
using Appui.Tests.Accounts;
using Appui.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Diagnosis;

/// <summary>The result of a diagnosis is kept in memory: nobody sees an old one, nor somebody else's.</summary>
public abstract class KeptResultTests(AppFixture app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(SqliteAccounts app) : KeptResultTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : KeptResultTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task An_answer_changes_the_kept_result_at_once()
    {
        var space = await app.VisitorSpace();
        var actor = new Actor(null, null, space.OrganisationId, Roles.Visitor);
        await Answer(actor, 0, 3);
        using var http = app.Client();
        var page = $"/essai/{space.Link}/diagnostic/resultat";
        var first = await Get(http, page);
        first.ETag.ShouldNotBeNull("the page is kept");
        (await Get(http, page)).ShouldBe(first);
        await Answer(actor, 3, 1);
        (await Get(http, page)).ETag.ShouldNotBe(first.ETag);
    }

    [Fact]
    public async Task A_claimed_space_is_no_longer_reached_by_its_link()
    {
        var space = await app.VisitorSpace();
        await Answer(new Actor(null, null, space.OrganisationId, Roles.Visitor), 0, 2);
        using var visitor = app.Client();
        var page = $"/essai/{space.Link}/diagnostic/resultat";
        (await Get(visitor, page)).Status.ShouldBe(HttpStatusCode.OK);
        var newcomer = app.Browser();
        var kept = await newcomer.Post($"/essai/{space.Link}/garder", AccountsHarness.SignUpFields("kept@organisme.example.fr"));
        kept.Status.ShouldBe(HttpStatusCode.Redirect);
        (await Get(visitor, page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await newcomer.Get($"{kept.Location}/diagnostic/resultat")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_kept_result_opens_to_nobody_who_may_not_see_it()
    {
        var manager = await app.Member();
        var trainee = await app.Member(Roles.Trainee, manager);
        var stranger = await app.Member();
        await Answer(manager.Actor, 0, 4);
        await Answer(stranger.Actor, 0, 1);
        var page = $"{manager.Prefix}/diagnostic/resultat";
        using var own = await app.Client(manager.PersonId);
        var mine = await Get(own, page);
        mine.ETag.ShouldNotBeNull("the page is kept");
        foreach (var other in (Member[])[trainee, stranger])
        {
            using var http = await app.Client(other.PersonId);
            (await Get(http, page)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        using var nobody = app.Client();
        (await Get(nobody, page)).Status.ShouldBe(HttpStatusCode.Redirect);
        using var theirs = await app.Client(stranger.PersonId);
        (await Get(theirs, $"{stranger.Prefix}/diagnostic/resultat")).Text.ShouldNotBe(mine.Text);
    }

    [Fact]
    public async Task A_colleague_sees_the_page_with_their_own_name()
    {
        var manager = await app.Member();
        var colleague = await app.Member(Roles.Manager, manager);
        await Answer(manager.Actor, 0, 2);
        var page = $"{manager.Prefix}/diagnostic/resultat";
        using var first = await app.Client(manager.PersonId);
        using var second = await app.Client(colleague.PersonId);
        (await Get(second, page)).Text.ShouldNotBe((await Get(first, page)).Text);
    }

    [Fact]
    public async Task Languages_and_looks_are_kept_apart()
    {
        var space = await app.VisitorSpace();
        await Answer(new Actor(null, null, space.OrganisationId, Roles.Visitor), 0, 2);
        var page = $"/essai/{space.Link}/diagnostic/resultat";
        using var french = app.Client();
        using var english = app.Client("en");
        (await Get(french, page)).Text.ShouldContain("lang=\"fr\"");
        (await Get(english, page)).Text.ShouldContain("lang=\"en\"");
        using var dark = app.Client();
        dark.DefaultRequestHeaders.Add("Cookie", "theme=dark");
        (await Get(dark, page)).Text.ShouldContain("data-theme=\"dark\"");
        (await Get(french, page)).Text.ShouldNotContain("data-theme=\"dark\"");
    }

    [Fact]
    public async Task The_new_name_of_an_organisation_is_on_the_page_at_once()
    {
        var somebody = await app.Somebody();
        var settings = $"/o/{somebody.Code}/organisme";
        var page = $"/o/{somebody.Code}/diagnostic/resultat";
        await somebody.Browser.Post($"/o/{somebody.Code}/diagnostic");
        (await somebody.Browser.Get(page)).Status.ShouldBe(HttpStatusCode.OK);
        var form = new Form
        {
            ["Organisation.Name"] = "Maison Renommée",
            ["Organisation.Profile"] = "UpTo10",
            ["Organisation.Department"] = "31",
        };
        (await somebody.Browser.Post(settings, form)).Status.ShouldBe(HttpStatusCode.OK);
        (await somebody.Browser.Get(page)).Words.ShouldContain("Maison Renommée");
    }

    [Fact]
    public async Task The_figures_keep_the_name_of_their_file()
    {
        var manager = await app.Member();
        await Answer(manager.Actor, 0, 2);
        using var http = await app.Client(manager.PersonId);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await http.GetAsync($"{manager.Prefix}/diagnostic/resultat?handler=Csv", Stop);
            answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("diagnostic.csv");
        }
    }

    // Answers some questions of the newest diagnosis, which it starts when there is none.
    private Task Answer(Actor actor, int from, int count) =>
        app.Act(
            actor,
            async services =>
            {
                var find = services.GetRequiredService<FindDiagnosis>();
                if (await find.Run(null, Stop) is null)
                    await services.GetRequiredService<StartDiagnosis>().Run(actor, Stop);
                var open = (await find.Run(null, Stop))!;
                var save = services.GetRequiredService<SaveAnswer>();
                foreach (var item in open.Asked.Skip(from).Take(count))
                    (await save.Run(new GivenAnswer(item.Code, item.Options[^1].Code, null, 0), actor, Stop)).Refusal.ShouldBeNull();
            }
        );

    private static async Task<(HttpStatusCode Status, string? ETag, string Text)> Get(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path, Stop);
        return (answer.StatusCode, answer.Headers.ETag?.Tag, await answer.Content.ReadAsStringAsync(Stop));
    }
}
