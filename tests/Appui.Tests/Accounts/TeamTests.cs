using System.Net;
using Appui.Accounts;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Appui.Tests.Accounts;

public abstract class TeamTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : TeamTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : TeamTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task Somebody_invited_without_account_makes_one_and_enters()
    {
        var manager = await app.Somebody("Claire Vasseur");
        (await manager.Invite("karim@organisme.example.fr", "Karim Benali")).Location.ShouldBe($"{manager.Team}?fait=invitee");
        (await manager.Browser.Get(manager.Team)).Words.ShouldContain("karim@organisme.example.fr");
        (await app.MailsTo("karim@organisme.example.fr")).Single().ShouldContain("Claire Vasseur vous invite");

        var link = await app.LastLink("karim@organisme.example.fr", "/invitation");
        var guest = app.Browser();
        (await guest.Get(link)).Text.ShouldContain("value=\"Karim Benali\"");
        (await guest.Post($"{link}?handler=New", Newcomer("court"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await guest.Post($"{link}?handler=New", Newcomer())).Location.ShouldBe($"/o/{manager.Code}");
        (await guest.Get($"/o/{manager.Code}")).Status.ShouldBe(HttpStatusCode.OK);
        (await guest.Get("/compte")).Words.ShouldContain("karim@organisme.example.fr est confirmée");
        (await guest.Get("/compte/securite")).Words.ShouldContain("Entrée dans un organisme");
        (await app.Browser().Post($"{link}?handler=New", Newcomer())).Status.ShouldBe(HttpStatusCode.Conflict);
        var team = await manager.Browser.Get(manager.Team);
        team.Words.ShouldContain("Karim Benali");
        team.Words.ShouldNotContain("Invitations en attente");
    }

    [Fact]
    public async Task Somebody_with_an_account_joins_only_by_signing_in_and_saying_yes()
    {
        var (manager, known) = (await app.Somebody(), await app.Somebody("Nadia Ferrand"));
        await manager.Invite(known.Email, "Mme Ferrand");
        var link = await app.LastLink(known.Email, "/invitation");
        (await known.Browser.Get($"/o/{manager.Code}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Browser().Get(link)).Words.ShouldContain("Connectez-vous, puis acceptez");
        (await app.Browser().Post($"{link}?handler=Join")).Location!.ShouldStartWith("/connexion?retour=");
        (await app.Browser().Post($"{link}?handler=New", Newcomer())).Status.ShouldBe(HttpStatusCode.Conflict);

        (await known.Browser.Get(link)).Words.ShouldContain("Vous êtes connecté comme Nadia Ferrand");
        (await known.Browser.Post($"{link}?handler=Join")).Location.ShouldBe($"/o/{manager.Code}");
        (await known.Browser.Get($"/o/{known.Code}")).Status.ShouldBe(HttpStatusCode.OK);
        (await manager.Browser.Get(manager.Team)).Words.ShouldContain("Mme Ferrand");
        (await known.Browser.Get("/compte")).Text.ShouldContain("value=\"Nadia Ferrand\"");
    }

    [Fact]
    public async Task An_invitation_that_is_old_revoked_or_replaced_opens_nothing()
    {
        var manager = await app.Somebody();
        await manager.Invite("ancien@organisme.example.fr");
        var first = await app.LastLink("ancien@organisme.example.fr", "/invitation");
        var id = (await manager.Browser.Get(manager.Team)).ValueOf("id");
        (await manager.Browser.Post($"{manager.Team}?handler=Resend", new Form { ["id"] = id })).Location.ShouldEndWith("fait=renvoyee");
        var second = await app.LastLink("ancien@organisme.example.fr", "/invitation");
        second.ShouldNotBe(first);
        (await app.Browser().Get(first)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.Browser().Get(second)).Status.ShouldBe(HttpStatusCode.OK);
        (await manager.Browser.Post($"{manager.Team}?handler=Revoke", new Form { ["id"] = id })).Location.ShouldEndWith("fait=reprise");
        (await app.Browser().Get(second)).Status.ShouldBe(HttpStatusCode.Conflict);

        await manager.Invite("tard@organisme.example.fr");
        app.Clock.Advance(TimeSpan.FromDays(15));
        (await app.Browser().Get(await app.LastLink("tard@organisme.example.fr", "/invitation"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Everything_wrong_in_an_invitation_is_said_at_once()
    {
        var manager = await app.Somebody();
        var answer = await manager.Browser.Post($"{manager.Team}/inviter", new Form { ["Member.Email"] = "pas une adresse" });
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Words.ShouldContain("Indiquez le prénom et le nom.");
        answer.Words.ShouldContain("Cette adresse ne semble pas complète");
        answer.Words.ShouldContain("Choisissez au moins un rôle");
        (await manager.Invite("deux@organisme.example.fr")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await manager.Invite("deux@organisme.example.fr")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await manager.Invite(manager.Email)).Words.ShouldContain("déjà membre");
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("Officer")]
    [InlineData("3")]
    public async Task A_provider_gives_no_role_that_carries_trust(string role)
    {
        var manager = await app.Somebody();
        (await manager.Invite($"role-{role}@organisme.example.fr", role: role)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_trainer_sees_the_team_and_changes_nothing()
    {
        var manager = await app.Member();
        var trainer = await app.Member(Roles.Trainer, manager);
        var browser = new Browser(await app.Client(trainer.PersonId));
        var team = $"{trainer.Prefix}/organisme/equipe";
        var id = await app.Db(
            manager.Actor,
            db => db.Memberships.Where(m => m.PersonId == trainer.PersonId).Select(m => m.Id).SingleAsync()
        );
        (await browser.Get(team)).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Get(team)).Text.ShouldNotContain($"{team}/inviter");
        (await browser.Get($"{team}/inviter")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Get($"{team}/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Post($"{team}/{id}", MemberFields("Chef", "Manager"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Post($"{team}/{id}?handler=End")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Trainees_and_other_organisations_do_not_see_the_team()
    {
        var manager = await app.Member();
        var trainee = await app.Member(Roles.Trainee, manager);
        var stranger = await app.Member();
        var team = $"{manager.Prefix}/organisme/equipe";
        var id = await app.Db(
            manager.Actor,
            db => db.Memberships.Where(m => m.PersonId == manager.PersonId).Select(m => m.Id).SingleAsync()
        );
        (await new Browser(await app.Client(trainee.PersonId)).Get(team)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var other = new Browser(await app.Client(stranger.PersonId));
        (await other.Get(team)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get($"{stranger.Prefix}/organisme/equipe/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Post($"{stranger.Prefix}/organisme/equipe/{id}?handler=End")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Roles_change_are_told_and_the_organisation_closes_at_the_end()
    {
        var manager = await app.Somebody();
        var colleague = await app.Colleague(manager, "fin@organisme.example.fr");
        var page = await manager.MemberPage(app, "fin@organisme.example.fr");
        (await colleague.Get($"/o/{manager.Code}/organisme")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.Browser.Post(page, MemberFields("Renée Après", "Manager"))).Location.ShouldEndWith("fait=change");
        (await colleague.Get($"/o/{manager.Code}/organisme")).Status.ShouldBe(HttpStatusCode.OK);
        (await colleague.Get("/compte/securite")).Words.ShouldContain("Rôles changés");
        (await manager.Browser.Post($"{page}?handler=End")).Location.ShouldEndWith("fait=sortie");
        (await colleague.Get($"/o/{manager.Code}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.Get("/compte/securite")).Words.ShouldContain("Sortie d’un organisme");
        await manager.Invite("fin@organisme.example.fr", "Renée Retour");
        (await colleague.Post($"{await app.LastLink("fin@organisme.example.fr", "/invitation")}?handler=Join")).Location.ShouldBe(
            $"/o/{manager.Code}"
        );
        (await manager.Browser.Get(manager.Team)).Words.ShouldContain("Renée Retour");
    }

    [Fact]
    public async Task The_last_manager_stays_even_when_two_remove_each_other_at_once()
    {
        var first = await app.Member();
        var second = await app.Member(Roles.Manager, first);
        var ids = await app.Db(first.Actor, db => db.Memberships.ToDictionaryAsync(m => m.PersonId, m => m.Id));
        var browsers = new[] { new Browser(await app.Client(first.PersonId)), new Browser(await app.Client(second.PersonId)) };
        var answers = await Task.WhenAll(
            browsers[0].Post($"{first.Prefix}/organisme/equipe/{ids[second.PersonId]}?handler=End"),
            browsers[1].Post($"{first.Prefix}/organisme/equipe/{ids[first.PersonId]}", MemberFields("Moins", "Trainer"))
        );
        (await app.Db(first.Actor, db => db.Memberships.CountAsync(m => m.EndedAt == null && m.Roles == Roles.Manager))).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Redirect).ShouldBe(1);
    }

    [Fact]
    public async Task The_list_is_sorted_filtered_and_taken_away_as_a_file()
    {
        var manager = await app.Somebody("Zoé Dernier");
        await app.Colleague(manager, "tri@organisme.example.fr", "=Anne Premier");
        var names = (await manager.Browser.Get($"{manager.Team}?tri=-nom")).Words;
        names
            .IndexOf("Zoé Dernier", names.IndexOf("Depuis", StringComparison.Ordinal), StringComparison.Ordinal)
            .ShouldBeLessThan(names.IndexOf("=Anne Premier", StringComparison.Ordinal));
        (await manager.Browser.Get($"{manager.Team}?role=Trainer")).Text.ShouldNotContain("Zoé Dernier</a>");
        var file = (await manager.Browser.Get($"{manager.Team}?handler=csv")).Text;
        file.ShouldContain("Nom;Rôles;");
        file.ShouldContain("'=Anne Premier;formation;");
    }

    [Fact]
    public async Task The_organisation_s_audit_tells_who_invited_joined_changed_and_left()
    {
        var manager = await app.Somebody("Claire Vasseur");
        await app.Colleague(manager, "journal@organisme.example.fr");
        var page = await manager.MemberPage(app, "journal@organisme.example.fr");
        await manager.Browser.Post(page, MemberFields("Karim Benali", "Manager"));
        await manager.Browser.Post($"{page}?handler=End");
        await manager.Browser.Post($"/o/{manager.Code}/organisme/stagiaires", new Form { ["Names"] = "Inès Caradec" });
        var words = (await manager.Browser.Get($"/o/{manager.Code}/organisme/journal")).Words;
        foreach (var what in new[] { "Invitation envoyée", "Entrée dans l’équipe", "Rôles changés", "Accès terminé", "Stagiaire ajouté" })
            words.ShouldContain(what);
        words.ShouldContain("Karim Benali · formation · responsable");
    }

    private static Form Newcomer(string password = "une phrase assez longue") =>
        new() { ["FullName"] = "Karim Benali", ["Password"] = password };

    private static Form MemberFields(string name, string role) => new() { ["Member.Name"] = name, ["Member.Roles"] = role };
}

/// <summary>Inviting, by the pages.</summary>
public static class TeamHarness
{
    extension(Newcomer manager)
    {
        /// <summary>Address of the team.</summary>
        public string Team => $"/o/{manager.Code}/organisme/equipe";

        /// <summary>Invites somebody.</summary>
        public Task<Answer> Invite(string email, string name = "Karim Benali", string role = nameof(Roles.Trainer)) =>
            manager.Browser.Post(
                $"{manager.Team}/inviter",
                new Form
                {
                    ["Member.Name"] = name,
                    ["Member.Email"] = email,
                    ["Member.Roles"] = role,
                }
            );

        /// <summary>Page of the member with that contact address.</summary>
        public async Task<string> MemberPage(AppFixture app, string email)
        {
            var organisation = await app.Db(
                null,
                db => db.Organisations.Where(o => o.Code == manager.Code).Select(o => o.Id).SingleAsync()
            );
            var actor = Actor.Nobody with { OrganisationId = organisation };
            return $"{manager.Team}/{await app.Db(actor, db => db.Memberships.Where(m => m.ContactEmail == email).Select(m => m.Id).SingleAsync())}";
        }
    }

    /// <summary>A browser of somebody who was invited and came.</summary>
    public static async Task<Browser> Colleague(
        this AppFixture app,
        Newcomer manager,
        string email,
        string name = "Karim Benali",
        string role = nameof(Roles.Trainer)
    )
    {
        await manager.Invite(email, name, role);
        var browser = app.Browser();
        var link = await app.LastLink(email, "/invitation");
        await browser.Post($"{link}?handler=New", new Form { ["FullName"] = name, ["Password"] = Newcomer.Password });
        return browser;
    }
}
