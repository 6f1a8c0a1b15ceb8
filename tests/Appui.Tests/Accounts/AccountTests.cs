using System.Net;

namespace Appui.Tests.Accounts;

public sealed class AccountTests(SqliteAccounts app) : IClassFixture<SqliteAccounts>
{
    [Fact]
    public async Task A_session_ended_from_another_device_opens_nothing_at_once()
    {
        var member = await app.Somebody();
        var other = app.Browser();
        await other.Post("/connexion", new Form { ["Email"] = member.Email, ["Password"] = Newcomer.Password });
        (await other.Get("/compte")).Status.ShouldBe(HttpStatusCode.OK);

        var list = await member.Browser.Get("/compte/sessions");
        list.Words.ShouldContain("Firefox, Linux");
        var id = list.ValueOf("session");
        (await member.Browser.Post("/compte/sessions", new Form { ["session"] = id })).Location.ShouldBe("/compte/sessions");
        (await other.Get("/compte")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await member.Browser.Get("/compte")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var member = await app.Somebody();
        var thief = await app.Somebody();
        await app.Browser().Post("/connexion", new Form { ["Email"] = member.Email, ["Password"] = Newcomer.Password });
        var id = (await member.Browser.Get("/compte/sessions")).ValueOf("session");
        (await thief.Browser.Post("/compte/sessions", new Form { ["session"] = id })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_was_not_me_closes_everything_and_mails_a_link()
    {
        var member = await app.Somebody();
        var intruder = app.Browser();
        await intruder.Post("/connexion", new Form { ["Email"] = member.Email, ["Password"] = Newcomer.Password });
        (await member.Browser.Get("/compte/securite")).Words.ShouldContain("Connexion");

        (await member.Browser.Post("/compte/securite")).Location.ShouldBe("/compte/protege?courriel=1");
        (await intruder.Get("/compte")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await member.Browser.Get("/compte")).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await app.Browser().Post("/connexion", new Form { ["Email"] = member.Email, ["Password"] = Newcomer.Password });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var owner = app.Browser();
        await owner.Post(await app.LastLink(member.Email, "/mot-de-passe"), new Form { ["Password"] = "une phrase toute neuve" });
        (await owner.Get("/compte/securite")).Words.ShouldContain("tout a été fermé");
    }

    [Fact]
    public async Task The_page_says_what_happened_in_plain_words()
    {
        var member = await app.Somebody();
        await app.Browser().Post("/connexion", new Form { ["Email"] = member.Email, ["Password"] = "mauvais mot de passe" });
        var words = (await member.Browser.Get("/compte/securite")).Words;
        words.ShouldContain("Compte créé");
        words.ShouldContain($"Adresse confirmée\u00a0: {member.Email}");
        words.ShouldContain("Essai avec un mauvais mot de passe");
        words.ShouldContain("Entrée dans un organisme");
    }

    [Fact]
    public async Task A_person_changes_name_language_and_reading_mode()
    {
        var member = await app.Somebody();
        var saved = await member.Browser.Post(
            "/compte?handler=Person",
            new Form
            {
                ["FullName"] = "Alix Nouveau",
                ["Language"] = "en",
                ["ReadingMode"] = "true",
            }
        );
        saved.Status.ShouldBe(HttpStatusCode.OK);
        var page = await member.Browser.Get("/compte");
        page.Words.ShouldContain("My account");
        page.Text.ShouldContain("Alix Nouveau");
        page.Text.ShouldContain("name=\"ReadingMode\" value=\"true\" checked");
    }

    [Fact]
    public async Task A_password_changes_with_the_one_in_use_and_other_sessions_end()
    {
        var member = await app.Somebody();
        var other = app.Browser();
        await other.Post("/connexion", new Form { ["Email"] = member.Email, ["Password"] = Newcomer.Password });
        (await Change("pas le bon mot")).Words.ShouldContain("Ce n’est pas votre mot de passe actuel");
        (await Change(Newcomer.Password)).Words.ShouldContain("Mot de passe changé");
        (await other.Get("/compte")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await member.Browser.Get("/compte")).Status.ShouldBe(HttpStatusCode.OK);

        Task<Answer> Change(string used) =>
            member.Browser.Post(
                "/compte?handler=Password",
                new Form { ["CurrentPassword"] = used, ["Password"] = "une phrase toute neuve" }
            );
    }

    [Fact]
    public async Task A_new_address_counts_once_proven()
    {
        var member = await app.Somebody();
        await member.Browser.Post("/compte?handler=Address", new Form { ["Email"] = "nouvelle@organisme.example.fr" });
        (await member.Browser.Get("/compte")).Words.ShouldContain("nouvelle@organisme.example.fr reste à confirmer");
        var signIn = new Form { ["Email"] = member.Email, ["Password"] = Newcomer.Password };
        (await app.Browser().Post("/connexion", signIn)).Status.ShouldBe(HttpStatusCode.Redirect);
        await member.Browser.Post(await app.LastLink("nouvelle@organisme.example.fr", "/confirmer"));
        (await app.Browser().Post("/connexion", signIn)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_session_unused_for_a_month_is_over()
    {
        var member = await app.Somebody();
        app.Clock.Advance(TimeSpan.FromDays(31));
        (await member.Browser.Get("/compte")).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}

public sealed class OrganisationTests(SqliteAccounts app) : IClassFixture<SqliteAccounts>
{
    [Fact]
    public async Task A_manager_corrects_the_organisation_and_sees_it_saved()
    {
        var member = await app.Somebody();
        var saved = await member.Browser.Post(
            $"/o/{member.Code}/organisme",
            new Form
            {
                ["Organisation.Name"] = "Nom corrigé",
                ["Organisation.Siret"] = "73282932000074",
                ["Organisation.ActivityNumber"] = "76 31 12345 31",
                ["Organisation.Department"] = "974",
                ["Organisation.Qualiopi"] = "true",
            }
        );
        saved.Words.ShouldContain("Enregistré à");
        var page = await member.Browser.Get($"/o/{member.Code}/organisme");
        WebUtility.HtmlDecode(page.Text).ShouldContain("value=\"732\u00a0829\u00a0320\u00a000074\"");
        page.Text.ShouldContain("value=\"76311234531\"");
        page.Text.ShouldContain("value=\"974\" selected");
    }

    [Fact]
    public async Task Somebody_elses_organisation_does_not_exist()
    {
        var mine = await app.Somebody();
        var theirs = await app.Somebody();
        (await mine.Browser.Get($"/o/{theirs.Code}/organisme")).Status.ShouldBe(HttpStatusCode.NotFound);
        var write = await mine.Browser.Post($"/o/{theirs.Code}/organisme", new Form { ["Organisation.Name"] = "Volé" });
        write.Status.ShouldBe(HttpStatusCode.NotFound);
        (await mine.Browser.Get("/o/nulle-part/organisme")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.Browser.Get($"/o/{theirs.Code}/organisme")).Text.ShouldNotContain("Volé");
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        var theirs = await app.Somebody();
        (await app.Browser().Get($"/o/{theirs.Code}/organisme")).Location!.ShouldContain("/connexion?retour=");
    }

    [Fact]
    public async Task Two_tabs_serve_two_organisations()
    {
        var member = await app.Somebody();
        var second = (await member.Browser.Post("/inscription", new Form { ["Organisation.Name"] = "Second Onglet" })).Location!;
        (await member.Browser.Get($"/o/{member.Code}/organisme")).Text.ShouldNotContain("Second Onglet");
        (await member.Browser.Get($"{second}/organisme")).Text.ShouldContain("Second Onglet");
        await member.Browser.Post($"/o/{member.Code}/organisme", new Form { ["Organisation.Name"] = "Premier Onglet" });
        (await member.Browser.Get($"{second}/organisme")).Text.ShouldContain("Second Onglet");
    }
}
