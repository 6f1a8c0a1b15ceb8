using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Accounts;

public abstract class JournalTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : JournalTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : JournalTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_manager_reads_who_did_what_and_that_the_chain_is_intact()
    {
        var member = await app.Somebody("Camille Durand");
        await member.Browser.Post(
            $"/o/{member.Code}/organisme/api?handler=Create",
            new() { ["Name"] = "Import paie", ["Chosen"] = "organisation:read" }
        );
        await Sealed();
        var page = await member.Browser.Get($"/o/{member.Code}/organisme/journal");
        page.Words.ShouldContain("Organisme créé");
        page.Words.ShouldContain("Camille Durand");
        page.Words.ShouldContain("Navigateur");
        page.Words.ShouldContain("Journal intact");
        var csv = await member.Browser.Get($"/o/{member.Code}/organisme/journal?handler=csv");
        csv.Text.ShouldContain("Organisme créé");
    }

    [Fact]
    public async Task The_page_says_that_somebody_rewrote_a_line()
    {
        var member = await app.Somebody();
        await Sealed();
        await app.Db(
            null,
            db =>
                db.Database.ExecuteSqlAsync(
                    $"""UPDATE shared_audit_entry SET "Kind" = 'strategy.plan-asked' WHERE "OrganisationId" IN (SELECT "Id" FROM accounts_organisation WHERE "Code" = {member.Code})"""
                )
        );
        var page = await member.Browser.Get($"/o/{member.Code}/organisme/journal");
        page.Words.ShouldContain("Ce journal a été modifié");
        page.Words.ShouldContain("La ligne 1 n’est plus celle qui a été scellée.");
    }

    [Fact]
    public async Task Only_those_who_manage_read_it()
    {
        var trainer = await app.Member(Roles.Trainer);
        using var client = await app.Client(trainer.PersonId);
        ((int)(await client.GetAsync($"{trainer.Prefix}/organisme/journal")).StatusCode).ShouldBe(403);
        ((int)(await client.GetAsync($"{trainer.Prefix}/organisme/journal?handler=csv")).StatusCode).ShouldBe(403);
        var other = await app.Member();
        ((int)(await client.GetAsync($"{other.Prefix}/organisme/journal")).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Lines_are_found_by_what_who_and_when_newest_first_and_an_erased_one_says_so()
    {
        var member = await app.Member();
        var deputy = await app.Member(Roles.Trainer, member);
        await app.Act(
            member.Actor,
            async services =>
            {
                var db = services.GetRequiredService<Appui.Shared.Storage.AppuiDb>();
                var now = app.Clock.Now();
                db.Record(member.Actor, AccountsKinds.ClientMade, now.AddDays(-2), null, ("name", "Ancien"));
                db.Record(deputy.Actor with { OnBehalfOf = member.PersonId }, AccountsKinds.ClientRevoked, now, null, ("name", "Neuf"));
                var secret = db.Record(member.Actor, AccountsKinds.ClientMade, now, null, ("name", "Secret"));
                await db.SaveChangesAsync();
                await db.Erase(member.Actor, [secret], now, CancellationToken.None);

                async Task<IReadOnlyList<string>> Find(AuditFilter filter) =>
                    [
                        .. (await services.GetRequiredService<ListJournal>().Run(filter, 0, 10, CancellationToken.None)).Lines.Select(l =>
                            l.Detail
                        ),
                    ];
                (await Find(new(null, null, null, null))).ShouldBe(["", "Contenu effacé", "Neuf", "Ancien"]);
                (await Find(new("accounts.client-made", null, null, null))).ShouldBe(["Contenu effacé", "Ancien"]);
                (await Find(new(null, deputy.PersonId, null, null))).ShouldBe(["Neuf"]);
                (await Find(new(null, null, null, now.AddDays(-1)))).ShouldBe(["Ancien"]);
                (await Find(new(null, null, now.AddDays(-1), null))).Count.ShouldBe(3);
            }
        );
        using var client = await app.Client(member.PersonId);
        var text = await client.GetStringAsync($"{member.Prefix}/organisme/journal?qui={deputy.PersonId}");
        text.ShouldContain("Pour le compte de");
        text.ShouldNotContain("Contenu effacé");
    }

    [Fact]
    public async Task A_change_of_settings_says_what_was_and_what_is_and_a_password_only_that_it_changed()
    {
        var member = await app.Somebody("Dominique Martin");
        await member.Browser.Post(
            $"/o/{member.Code}/organisme",
            new()
            {
                ["Organisation.Name"] = "Nouveau nom",
                ["Organisation.Kind"] = "TrainingProvider",
                ["Organisation.Profile"] = "UpTo10",
                ["Organisation.Trainers"] = "7",
            }
        );
        var page = await member.Browser.Get($"/o/{member.Code}/organisme/journal");
        page.Words.ShouldContain("Fiche de l’organisme modifiée");
        page.Words.ShouldContain("→ Nouveau nom");
    }

    [Fact]
    public async Task The_page_is_sound()
    {
        var member = await app.Member();
        await app.Act(
            member.Actor,
            async services =>
            {
                var db = services.GetRequiredService<Appui.Shared.Storage.AppuiDb>();
                for (var i = 0; i < 60; i++)
                    db.Record(
                        member.Actor,
                        AccountsKinds.ClientMade,
                        app.Clock.Now(),
                        null,
                        ("name", $"Programme {i} {new string('x', 60)}")
                    );
                await db.SaveChangesAsync();
            }
        );
        await Sealed();
        await using var visit = await app.Browse(member.PersonId);
        var page = await visit.NewPageAsync();
        await page.GotoAsync($"{member.Prefix}/organisme/journal");
        await page.Locator("main summary").Last.ClickAsync();
        await page.ShouldBeSound();
        await page.Shot("journal");
    }

    private async Task Sealed()
    {
        for (var i = 0; i < 100; i++)
        {
            if (!await app.Act(null, s => AnyUnsealed(s)))
                return;
            await Task.Delay(100);
        }

        throw new TimeoutException("Nothing was sealed.");
    }

    private static async Task<bool> AnyUnsealed(IServiceProvider services) =>
        await services
            .GetRequiredService<Appui.Shared.Storage.AppuiDb>()
            .AuditEntries.IgnoreQueryFilters()
            .AnyAsync(e => e.Sequence == null);
}
