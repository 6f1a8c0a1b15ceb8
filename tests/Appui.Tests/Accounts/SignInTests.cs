using System.Net;
using Appui.Accounts;
using Appui.Accounts.Clients;
using Appui.Accounts.Trainees;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Appui.Tests.Accounts;

public abstract class SignInTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : SignInTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : SignInTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_person_signs_in_lands_in_their_organisation_and_signs_out()
    {
        var member = await app.Somebody();
        var browser = app.Browser();
        (await browser.SignIn(member.Email)).Location.ShouldBe($"/o/{member.Code}");
        (await browser.Get("/compte")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Post("/deconnexion")).Words.ShouldContain("Vous êtes déconnecté");
        (await browser.Get("/compte")).Location!.ShouldContain("/connexion?retour=%2Fcompte");
    }

    [Fact]
    public async Task A_stolen_cookie_opens_nothing_after_sign_out()
    {
        var member = await app.Somebody();
        var thief = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Address),
        };
        var request = new HttpRequestMessage(HttpMethod.Post, "/connexion")
        {
            Content = new FormUrlEncodedContent(new Form { ["Email"] = member.Email, ["Password"] = Newcomer.Password }),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var cookie = (await thief.SendAsync(request))
            .Headers.GetValues("Set-Cookie")
            .First(c => c.StartsWith("appui=", StringComparison.Ordinal))
            .Split(';')[0];
        (await With("/compte", HttpMethod.Get)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await With("/deconnexion", HttpMethod.Post);
        (await With("/compte", HttpMethod.Get)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        Task<HttpResponseMessage> With(string path, HttpMethod method)
        {
            var message = new HttpRequestMessage(method, path);
            message.Headers.Add("Cookie", cookie);
            message.Headers.Add("Sec-Fetch-Site", "same-origin");
            return thief.SendAsync(message);
        }
    }

    [Fact]
    public async Task Unknown_address_and_wrong_password_get_the_same_answer()
    {
        var member = await app.Somebody();
        var wrong = await app.Browser().SignIn(member.Email, "mauvais mot de passe");
        var unknown = await app.Browser().SignIn("personne@organisme.example.fr", "mauvais mot de passe");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Status.ShouldBe(wrong.Status);
        unknown.Words.ShouldBe(wrong.Words);
    }

    [Fact]
    public async Task Known_or_not_an_address_is_locked_after_eight_failures_and_opens_again_later()
    {
        var member = await app.Somebody();
        foreach (var email in new[] { member.Email, "inconnu@organisme.example.fr" })
        {
            for (var i = 0; i < 8; i++)
                (await app.Browser().SignIn(email, "mauvais mot de passe")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var locked = await app.Browser().SignIn(email, email == member.Email ? Newcomer.Password : "mauvais mot de passe");
            locked.Status.ShouldBe(HttpStatusCode.TooManyRequests);
            locked.Words.ShouldContain("Réessayez dans 15 minutes");
        }

        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await app.Browser().SignIn(member.Email)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Attempts_made_all_together_are_all_counted()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(_ => app.Browser().SignIn("ensemble@organisme.example.fr", "mauvais mot de passe"))
        );
        answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity).ShouldBeLessThanOrEqualTo(8);
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.UnprocessableEntity || a.Status == HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example")]
    public async Task Nobody_is_sent_to_another_site(string retour)
    {
        var member = await app.Somebody();
        var answer = await app.Browser()
            .Post(
                "/connexion",
                new Form
                {
                    ["Email"] = member.Email,
                    ["Password"] = Newcomer.Password,
                    ["retour"] = retour,
                }
            );
        answer.Location.ShouldBe($"/o/{member.Code}");
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once_and_ends_every_session()
    {
        var member = await app.Somebody();
        var asked = await app.Browser().Post("/mot-de-passe", new Form { ["Email"] = member.Email });
        var unknown = await app.Browser().Post("/mot-de-passe", new Form { ["Email"] = "rien@organisme.example.fr" });
        unknown.Words.Replace("rien@organisme.example.fr", member.Email, StringComparison.Ordinal).ShouldBe(asked.Words);
        (await app.MailsTo("rien@organisme.example.fr")).ShouldBeEmpty();

        var link = await app.LastLink(member.Email, "/mot-de-passe");
        var browser = app.Browser();
        (await browser.Get(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Post(link, New("court"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.Post(link, New("une phrase toute neuve"))).Location.ShouldBe($"/o/{member.Code}");
        (await browser.Post(link, New("encore une autre phrase"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await member.Browser.Get("/compte")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.Browser().SignIn(member.Email)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Browser().SignIn(member.Email, "une phrase toute neuve")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_reset_link_closes_after_two_hours()
    {
        var member = await app.Somebody();
        await app.Browser().Post("/mot-de-passe", new Form { ["Email"] = member.Email });
        app.Clock.Advance(TimeSpan.FromHours(3));
        (await app.Browser().Post(await app.LastLink(member.Email, "/mot-de-passe"), New("une phrase toute neuve"))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
    }

    [Fact]
    public async Task An_address_belongs_to_whoever_proves_it_first()
    {
        var first = await app.Somebody(proves: false);
        var other = app.Browser();
        await other.Post("/inscription", AccountsHarness.SignUpFields(first.Email, organisation: "Usurpation"));
        var links = await app.Links(first.Email, "/confirmer");
        links.Count.ShouldBe(2);
        (await app.Browser().Post(links[0])).Words.ShouldContain("est confirmée");
        (await app.Browser().Post(links[1])).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.Browser().SignIn(first.Email)).Location.ShouldBe($"/o/{first.Code}");
        (await other.Get("/compte")).Words.ShouldContain("Aucune adresse");
    }

    [Fact]
    public async Task Outside_the_demonstration_its_people_and_its_client_open_nothing()
    {
        await app.Act(null, s => AccountsDemo.Tell(s, new(new(2026, 11, 24)), new Progress<string>(), CancellationToken.None));
        (await app.Browser().Get("/connexion")).Text.ShouldNotContain("demo.example");
        (await app.Browser().Post("/connexion?handler=Demo", new Form { ["Email"] = "manager@demo.example" })).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await app.Browser().SignIn("manager@demo.example", AccountsDemo.Password)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Browser().Get("/stagiaire")).Text.ShouldNotContain(DemonstrationCard.Pin);
        (await app.Browser().Post("/stagiaire", DemonstrationPin())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Browser().Post($"/q/{DemonstrationCard.Secret}")).Status.ShouldBe(HttpStatusCode.Conflict);
        var caller = new ApiCaller(app.Client());
        (await caller.Status("/api/v1/organisation", DemonstrationClient.Id.ToString("N"), DemonstrationClient.Secret)).ShouldBe(
            HttpStatusCode.Unauthorized
        );
    }

    internal static Form DemonstrationPin() => new() { ["Code"] = DemonstrationCard.Organisation, ["Pin"] = DemonstrationCard.Pin };

    private static Form New(string password) => new() { ["Password"] = password };
}

public sealed class DemonstrationTests(DemoAccounts app) : IClassFixture<DemoAccounts>
{
    [Fact]
    public async Task In_the_demonstration_nine_people_enter_with_one_click_and_telling_it_twice_changes_nothing()
    {
        for (var i = 0; i < 2; i++)
            await app.Act(null, s => AccountsDemo.Tell(s, new(new(2026, 11, 24)), new Progress<string>(), CancellationToken.None));
        (await app.Db(null, db => db.People.CountAsync())).ShouldBe(9);
        var page = await app.Browser().Get("/connexion");
        foreach (var who in new[] { "manager", "trainer", "trainee", "officer", "adviser", "analyst", "publisher", "expert", "admin" })
        {
            page.Text.ShouldContain($"value=\"{who}@demo.example\"");
            var answer = await app.Browser().Post("/connexion?handler=Demo", new Form { ["Email"] = $"{who}@demo.example" });
            answer.Location!.ShouldStartWith("/o/");
        }

        (await app.Browser().SignIn("manager@demo.example", AccountsDemo.Password)).Location.ShouldBe("/o/atelier-montjoie");
        (await app.Browser().Get("/stagiaire")).Text.ShouldContain(DemonstrationCard.Pin);
        (await app.Browser().Post("/stagiaire", SignInTests.DemonstrationPin())).Location.ShouldBe("/o/atelier-montjoie");
        (await app.Browser().Post($"/q/{DemonstrationCard.Secret}")).Location.ShouldBe("/o/atelier-montjoie");
        var caller = new ApiCaller(app.Client());
        (await caller.Get("/api/v1/organisation", DemonstrationClient.Id.ToString("N"), DemonstrationClient.Secret)).ShouldContain(
            "Atelier Montjoie"
        );
    }
}
