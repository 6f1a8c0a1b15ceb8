using Appui.Shared;
using Appui.Tests.Accounts;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Appui.Tests.Journeys;

/// <summary>Several people and several organisations: an invitation, a deputy, and two organisations side by side.</summary>
public abstract class TeamJourney(AppFixture app)
{
    public sealed class OnSqlite(SqliteApp app) : TeamJourney(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TeamJourney(app), IClassFixture<PostgresApp>;

    [Fact]
    public async Task A_manager_invites_a_trainer_who_makes_an_account_from_the_mail_and_sees_the_organisation()
    {
        var manager = await app.Member();
        await using var office = await app.Browse(manager.PersonId);
        var page = await office.NewPageAsync();
        await page.GotoAsync($"{manager.Prefix}/organisme/equipe");
        await page.ShouldBeSound();
        await page.GetByRole(AriaRole.Link, new() { Name = "Inviter une personne" }).ClickAsync();
        await page.ShouldBeSound();
        await page.GetByLabel("Prénom et nom").FillAsync("Karim Benali");
        await page.GetByLabel("Adresse de courriel").FillAsync("karim.journee@exemple.test");
        await page.GetByLabel("Fonction").FillAsync("Formateur bureautique");
        await page.GetByLabel("formation", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer l’invitation" }).ClickAsync();
        await Assertions.Expect(page.GetByText("L’invitation est partie")).ToBeVisibleAsync();
        await page.ShouldBeSound();
        await page.Shot("equipe");

        await using var home = await app.Browse();
        var guest = await home.NewPageAsync();
        await guest.GotoAsync(await app.LastLink("karim.journee@exemple.test", "/invitation"));
        await guest.ShouldBeSound();
        await guest.Shot("invitation");
        (await guest.GetByLabel("Votre nom").InputValueAsync()).ShouldBe("Karim Benali");
        await guest.GetByLabel("Mot de passe").FillAsync("une phrase assez longue");
        await guest.Locator("main form button.btn-primary").ClickAsync();
        await guest.ArrivesAt($"**{manager.Prefix}");
        (await guest.InnerTextAsync("h1")).ShouldContain("Karim");
        await guest.GotoAsync($"{manager.Prefix}/organisme/equipe");
        (await guest.InnerTextAsync("main")).ShouldContain("Formateur bureautique");
        await guest.ShouldBeSound();

        await page.GotoAsync($"{manager.Prefix}/organisme/equipe/suppleances");
        await page.GetByLabel("Premier jour").FillAsync("24/11/2026");
        await page.GetByLabel("Dernier jour").FillAsync("27/11/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nommer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("La suppléance est enregistrée")).ToBeVisibleAsync();
        await page.ShouldBeSound();
        await guest.ReloadAsync();
        (await guest.InnerTextAsync("header")).ShouldContain("pour Personne");
        await guest.ShouldBeSound();
        await guest.GetByRole(AriaRole.Link, new() { Name = "Karim Benali" }).ClickAsync();
        await guest.ShouldBeSound();
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_keep_each_its_own_organisation()
    {
        var first = await app.Member();
        var second = await app.Member();
        await Join(first.PersonId, second);
        await app.Member(Roles.Trainer, second);
        await using var browser = await app.Browse(first.PersonId);
        var (left, right) = (await browser.NewPageAsync(), await browser.NewPageAsync());
        await left.GotoAsync("/organismes");
        await left.ShouldBeSound();
        await left.GotoAsync($"{first.Prefix}/organisme/equipe");
        await right.GotoAsync($"{second.Prefix}/organisme/equipe");
        var (mine, theirs) = (await Names(first), await Names(second));
        mine.Intersect(theirs).ShouldBeEmpty();
        for (var i = 0; i < 2; i++)
        {
            await left.ReloadAsync();
            await right.ReloadAsync();
            (await Rows(left)).ShouldBe(mine, ignoreOrder: true);
            (await Rows(right)).ShouldBe(theirs, ignoreOrder: true);
        }

        await Rename(left, first, "Nom de gauche");
        await Rename(right, second, "Nom de droite");
        await left.GotoAsync($"{first.Prefix}/organisme");
        (await left.InputValueAsync("[name='Organisation.Name']")).ShouldBe("Nom de gauche");
        (await left.InnerTextAsync("header")).ShouldContain("Nom de gauche");
        (await right.InnerTextAsync("header")).ShouldNotContain("Nom de gauche");
        await left.GotoAsync($"{first.Prefix}/organisme/equipe");
        (await left.Locator("nav.side a").EvaluateAllAsync<string[]>("links => links.map(l => new URL(l.href).pathname)")).ShouldAllBe(p =>
            p.StartsWith(first.Prefix, StringComparison.Ordinal)
        );
    }

    // Known under another name in each organisation: neither sees the other's.
    private Task Join(Guid person, Member organisation) =>
        app.Db(
            organisation.Actor,
            db =>
            {
                db.Add(
                    new Appui.Accounts.Membership
                    {
                        Id = Ids.New(),
                        OrganisationId = organisation.OrganisationId,
                        PersonId = person,
                        Roles = Roles.Manager,
                        DisplayName = "Intervenante extérieure",
                        JoinedAt = app.Clock.Now(),
                    }
                );
                return db.SaveChangesAsync();
            }
        );

    private Task<List<string>> Names(Member member) => app.Db(member.Actor, db => db.Memberships.Select(m => m.DisplayName).ToListAsync());

    private static async Task<IReadOnlyList<string>> Rows(IPage page) => await page.Locator("tbody th[scope=row]").AllInnerTextsAsync();

    private static async Task Rename(IPage page, Member member, string name)
    {
        await page.GotoAsync($"{member.Prefix}/organisme");
        await page.FillAsync("[name='Organisation.Name']", name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Enregistré à")).ToBeVisibleAsync();
    }
}
