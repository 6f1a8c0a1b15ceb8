using System.Net;
using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Accounts;

public abstract class SignUpTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : SignUpTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : SignUpTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_visitor_keeps_their_space_and_it_becomes_the_organisation()
    {
        var link = await app.Space();
        var browser = app.Browser();
        var form = await browser.Get($"/essai/{link}/garder");
        form.Status.ShouldBe(HttpStatusCode.OK);
        form.Text.ShouldContain("value=\"31\" selected");
        form.Text.ShouldContain("value=\"UpTo10\" selected");
        var before = await app.Db(null, db => db.Organisations.SingleAsync(o => o.LinkHash == Appui.Shared.Ids.HashOf(link)));

        var fields = AccountsHarness.SignUpFields("garde@organisme.example.fr", organisation: "L’Œuvre d’Été");
        fields["Organisation.Siret"] = "732 829 320 00074";
        fields["Organisation.TraineesPerYear"] = "1 200";
        var kept = await browser.Post($"/essai/{link}/garder", fields);

        kept.Location.ShouldBe("/o/l-oeuvre-d-ete");
        var after = await app.Db(null, db => db.Organisations.SingleAsync(o => o.Id == before.Id));
        after.State.ShouldBe(OrganisationState.Active);
        after.Siret.ShouldBe("73282932000074");
        after.RegionCode.ShouldBe("76");
        after.TraineesPerYear.ShouldBe(1200);
        after.LinkHash.ShouldBeNull();
        (await app.Browser().Get($"/essai/{link}/garder")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get("/o/l-oeuvre-d-ete/organisme")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_typed_is_lost()
    {
        var fields = AccountsHarness.SignUpFields("pas une adresse", name: "");
        fields["Password"] = "court";
        fields["Organisation.Siret"] = "73282932000075";
        fields["Organisation.ActivityNumber"] = "99999999999";
        fields["Organisation.Trainers"] = "-1";
        fields["Organisation.Employees"] = "1000000000000";
        fields["Organisation.TraineesPerYear"] = "beaucoup";
        var answer = await app.Browser().Post("/inscription", fields);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Words.ShouldContain("un chiffre est faux, ou deux sont inversés");
        answer.Words.ShouldContain("Le mot de passe compte 5 caractères. Il en faut 12 au moins.");
        answer.Words.ShouldContain("ne commence pas par un code de région");
        answer.Words.ShouldContain("Écrivez un nombre de 0 à 100\u00a0000.");
        answer.Words.ShouldContain("Écrivez un nombre entier");
        answer.Words.ShouldContain("Indiquez votre nom.");
        answer.Text.ShouldContain("href=\"#Organisation_Siret\"");
        answer.Text.ShouldContain("value=\"73282932000075\"");
        answer.Text.ShouldContain("value=\"pas une adresse\"");
        answer.Text.ShouldNotContain("court\"");
        answer.Text.ShouldContain("<details class=\"field\" open", Case.Sensitive, "what is wrong is not left folded");
    }

    [Fact]
    public async Task A_new_space_asks_for_little_and_folds_the_rest()
    {
        var form = await app.Browser().Get("/inscription");
        form.Text.ShouldContain("<details class=\"field\">");
        form.Text[..form.Text.IndexOf("<details class=\"field\"", StringComparison.Ordinal)].ShouldNotContain("Siret");
        form.Text.ShouldContain("name=\"Organisation.Siret\"");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_visitor_said_of_their_certificate_in_the_limits_is_not_asked_again(bool certified)
    {
        var link = await app.Space();
        var space = await app.Db(null, db => db.Organisations.SingleAsync(o => o.LinkHash == Appui.Shared.Ids.HashOf(link)));
        var visitor = new Actor(null, null, space.Id, Roles.Visitor);
        foreach (var said in (bool[])[!certified, certified])
            await app.Act(visitor, s => s.GetRequiredService<NoteQualiopi>().Run(visitor, said, CancellationToken.None));
        var ticked = "name=\"Organisation.Qualiopi\" value=\"true\" checked";
        (await app.Browser().Get($"/essai/{link}/garder")).Text.Contains(ticked, StringComparison.Ordinal).ShouldBe(certified);
    }

    [Fact]
    public async Task Trying_a_plan_changes_nothing_in_what_a_real_organisation_declared()
    {
        var member = await app.Member();
        await app.Act(member.Actor, s => s.GetRequiredService<NoteQualiopi>().Run(member.Actor, false, CancellationToken.None));
        (await app.Db(null, db => db.Organisations.SingleAsync(o => o.Id == member.OrganisationId))).Qualiopi.ShouldBeTrue();
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("azertyuiop12")]
    [InlineData("motdepassemotdepasse")]
    [InlineData("aaaaaaaaaaaaaa")]
    public async Task A_common_password_is_refused(string password)
    {
        var fields = AccountsHarness.SignUpFields("commun@organisme.example.fr");
        fields["Password"] = password;
        (await app.Browser().Post("/inscription", fields)).Words.ShouldContain("parmi les plus essayés");
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_and_another_mail()
    {
        var known = await app.Somebody("Dominique Petit");
        var stranger = app.Browser();
        var again = await stranger.Post("/inscription", AccountsHarness.SignUpFields(known.Email, "Dominique Petit", "Second Essai"));
        var fresh = await app.Browser()
            .Post("/inscription", AccountsHarness.SignUpFields("neuf@organisme.example.fr", "Dominique Petit", "Premier Essai"));

        again.Status.ShouldBe(fresh.Status);
        again.Location.ShouldBe("/o/second-essai");
        fresh.Location.ShouldBe("/o/premier-essai");
        (await app.Links(known.Email, "/rattacher")).Count.ShouldBe(1);
        (await app.Links("neuf@organisme.example.fr", "/confirmer")).Count.ShouldBe(1);
        (await stranger.Get($"/o/{known.Code}/organisme")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get("/compte")).Words.ShouldContain("reste à confirmer");
    }

    [Fact]
    public async Task The_owner_of_a_known_address_brings_the_space_into_their_account()
    {
        var known = await app.Somebody();
        var second = app.Browser();
        var code = (
            await second.Post("/inscription", AccountsHarness.SignUpFields(known.Email, organisation: "Espace à Rattacher"))
        ).Location!;
        var link = await app.LastLink(known.Email, "/rattacher");

        (await second.Get(link)).Words.ShouldContain("Me connecter d’abord");
        (await second.Post(link)).Words.ShouldContain("Ce lien a déjà servi");
        (await known.Browser.Post(link)).Location.ShouldBe("/organismes");
        (await known.Browser.Get($"{code}/organisme")).Status.ShouldBe(HttpStatusCode.OK);
        (await second.Get($"{code}/organisme")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await known.Browser.Post(link)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Somebody_signed_in_keeps_a_space_as_a_second_organisation()
    {
        var member = await app.Somebody();
        var link = await app.Space();
        (await member.Browser.Get($"/essai/{link}/garder")).Words.ShouldContain("sera rattaché à votre compte");
        var kept = await member.Browser.Post($"/essai/{link}/garder", new Form { ["Organisation.Name"] = "Deuxième Maison" });
        kept.Location.ShouldBe("/o/deuxieme-maison");
        var choice = await member.Browser.Get("/organismes");
        choice.Text.ShouldContain("/o/deuxieme-maison");
        choice.Text.ShouldContain($"/o/{member.Code}");
    }

    [Fact]
    public async Task A_space_is_kept_once_even_by_two_clicks_together()
    {
        var link = await app.Space();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(n =>
                    app.Browser()
                        .Post(
                            $"/essai/{link}/garder",
                            AccountsHarness.SignUpFields($"double{n}@organisme.example.fr", organisation: $"Double {n}")
                        )
                )
        );
        answers.Count(a => a.Status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Where(a => a.Status != HttpStatusCode.Redirect).ShouldAllBe(a => a.Status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_organisations_of_one_name_have_two_codes()
    {
        var codes = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var fields = AccountsHarness.SignUpFields($"jumeau{i}@organisme.example.fr", organisation: "Les Jumeaux");
            codes.Add((await app.Browser().Post("/inscription", fields)).Location!);
        }

        codes.ShouldBe(["/o/les-jumeaux", "/o/les-jumeaux-2", "/o/les-jumeaux-3"]);
    }

    [Fact]
    public async Task Nobody_declares_themselves_a_funder()
    {
        var fields = AccountsHarness.SignUpFields("faux@organisme.example.fr");
        fields["Organisation.Kind"] = "Region";
        (await app.Browser().Post("/inscription", fields)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
