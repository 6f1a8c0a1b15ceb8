using System.Net;
using System.Text.Json;
using Appui.Accounts;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Accounts;

/// <summary>What Accounts keeps about a person, taken away and erased.</summary>
public abstract class PersonalTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : PersonalTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : PersonalTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_person_takes_away_what_every_organisation_knows_of_them_and_no_secret()
    {
        var (manager, person) = (await app.Somebody(), await app.Somebody("Odile Vernet"));
        await manager.Invite(person.Email, "Mme Vernet");
        await person.Browser.Post($"{await app.LastLink(person.Email, "/invitation")}?handler=Join");
        var export = await Export(await Id(person.Email));
        export.ShouldContain("Odile Vernet");
        export.ShouldContain("Mme Vernet");
        export.ShouldContain(person.Email);
        export.ShouldContain("Firefox, Linux");
        export.ShouldContain("Maison ");
        export.ShouldNotContain("Hash");
        (await Export(Ids.New())).ShouldBe("{}");
    }

    [Fact]
    public async Task Erased_nobody_is_named_and_nobody_signs_in_but_colleagues_and_work_remain()
    {
        var manager = await app.Somebody("Claire Vasseur");
        var email = "efface@organisme.example.fr";
        var browser = await app.Colleague(manager, email, "Odile Vernet");
        var person = await Id(email);
        await Source().Erase(Scope(), person, CancellationToken.None);

        (await Export(person)).ShouldNotContain("Vernet");
        (await Export(person)).ShouldNotContain(email);
        (await browser.Get("/compte")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.Browser().SignIn(email)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var team = (await manager.Browser.Get(manager.Team)).Words;
        team.ShouldContain("Claire Vasseur");
        team.ShouldNotContain("Vernet");
        await app.Act(null, s => s.GetRequiredService<SealChains>().Run(CancellationToken.None));
        var journal = await manager.Browser.Get($"/o/{manager.Code}/organisme/journal");
        journal.Words.ShouldNotContain("Vernet");
        journal.Words.ShouldContain("Contenu d’une ligne effacé");
        journal.Text.ShouldContain("alert is-success", customMessage: "the chain still verifies");
        (await app.Db(null, db => db.AccountEvents.CountAsync(e => e.PersonId == person))).ShouldBe(0);
        (await app.Db(null, db => db.People.CountAsync(p => p.Id == person))).ShouldBe(1, "what they did keeps an author");
        await Source().Erase(Scope(), person, CancellationToken.None);
        await manager.Invite(email, "Odile Revenue");
        (await app.Links(email, "/invitation")).Count.ShouldBe(2);
    }

    private PersonalDataSource Source() => app.Services.GetServices<PersonalDataSource>().Single(s => s.Capability == "accounts");

    private IServiceProvider Scope() => app.Services.CreateScope().ServiceProvider;

    private Task<string> Export(Guid person) =>
        app.Act(null, async s => JsonSerializer.Serialize(await Source().Export(s, person, CancellationToken.None), Readable));

    private static JsonSerializerOptions Readable { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<Guid> Id(string email) =>
        app.Db(null, db => db.People.Where(p => p.NormalizedEmail == EmailAddress.Of(email).Normalized).Select(p => p.Id).SingleAsync());
}
