using System.Net;
using Appui.Accounts.Contract;
using Appui.Accounts.Team;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Appui.Tests.Accounts;

public abstract class DeputyTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : DeputyTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : DeputyTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_deputy_acts_for_the_absent_between_two_days_and_the_top_bar_says_so()
    {
        var (manager, trainer, ids) = await Two();
        var deputy = new Browser(await app.Client(trainer.PersonId));
        var settings = $"{manager.Prefix}/organisme";
        (await deputy.Get(settings)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Name(manager, ids[trainer.PersonId], Day(1), Day(3))).Location!.ShouldEndWith("fait=nommee");
        (await deputy.Get(settings)).Status.ShouldBe(HttpStatusCode.Forbidden, "not before the first day");

        app.Clock.Advance(TimeSpan.FromDays(1));
        var page = await deputy.Get(settings);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Words.ShouldContain($"pour {await NameOf(manager)}");
        (await deputy.Get("/compte/securite")).Words.ShouldContain("Suppléance reçue");
        app.Clock.Advance(TimeSpan.FromDays(3));
        (await deputy.Get(settings)).Status.ShouldBe(HttpStatusCode.Forbidden, "not after the last day");
    }

    [Fact]
    public async Task Ended_by_either_of_them_it_ends_at_once()
    {
        var (manager, trainer, ids) = await Two();
        await Name(manager, ids[trainer.PersonId], Day(0), Day(5));
        var deputy = new Browser(await app.Client(trainer.PersonId));
        var page = await deputy.Get($"{manager.Prefix}/organisme/equipe/suppleances");
        (await deputy.Get($"{manager.Prefix}/organisme")).Status.ShouldBe(HttpStatusCode.OK);
        var end = new Form { ["id"] = page.ValueOf("id") };
        (await deputy.Post($"{manager.Prefix}/organisme/equipe/suppleances?handler=End", end)).Location!.ShouldEndWith("fait=finie");
        (await deputy.Get($"{manager.Prefix}/organisme")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.Post($"{manager.Prefix}/organisme/equipe/suppleances?handler=End", end)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_deputy_neither_gives_themselves_a_managing_role_nor_removes_the_manager()
    {
        var (manager, trainer, ids) = await Two();
        await app.Member(Roles.Manager, manager);
        await Name(manager, ids[trainer.PersonId], Day(0), Day(5));
        var deputy = new Browser(await app.Client(trainer.PersonId));
        var team = $"{manager.Prefix}/organisme/equipe";
        var promote = new Form { ["Member.Name"] = "Chef", ["Member.Roles"] = "Manager" };
        (await deputy.Post($"{team}/{ids[trainer.PersonId]}", promote)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.Post($"{team}/{ids[manager.PersonId]}?handler=End")).Status.ShouldBe(HttpStatusCode.Forbidden);
        promote["Member.Email"] = "complice@organisme.example.fr";
        (await deputy.Post($"{team}/inviter", promote)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Db(manager.Actor, db => db.Memberships.CountAsync(m => m.Roles == Roles.Manager && m.EndedAt == null))).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_lent_is_not_lent_on()
    {
        var (manager, trainer, ids) = await Two();
        var third = await app.Member(Roles.Trainer, manager);
        var thirdId = await app.Db(
            manager.Actor,
            db => db.Memberships.Where(m => m.PersonId == third.PersonId).Select(m => m.Id).SingleAsync()
        );
        await Name(manager, ids[trainer.PersonId], Day(0), Day(5));
        (await Name(trainer, thirdId, Day(0), Day(5))).Location!.ShouldEndWith("fait=nommee");
        (await new Browser(await app.Client(third.PersonId)).Get($"{manager.Prefix}/organisme")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Trainees_strangers_and_oneself_are_nobodys_deputy()
    {
        var (manager, trainer, ids) = await Two();
        var trainee = await app.Member(Roles.Trainee, manager);
        var stranger = await app.Member();
        var traineeId = await app.Db(
            manager.Actor,
            db => db.Memberships.Where(m => m.PersonId == trainee.PersonId).Select(m => m.Id).SingleAsync()
        );
        var strangerId = await app.Db(stranger.Actor, db => db.Memberships.Select(m => m.Id).SingleAsync());
        foreach (var id in new[] { traineeId, strangerId, ids[manager.PersonId], Ids.New() })
            (await Name(manager, id, Day(0), Day(5))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Name(manager, ids[trainer.PersonId], Day(0), Day(5))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Name(manager, ids[trainer.PersonId], Day(5), Day(6))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private string Day(int later) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(later).ToString("yyyy-MM-dd");

    private async Task<(Member Manager, Member Trainer, Dictionary<Guid, Guid> Ids)> Two()
    {
        var manager = await app.Member();
        var trainer = await app.Member(Roles.Trainer, manager);
        return (manager, trainer, await app.Db(manager.Actor, db => db.Memberships.ToDictionaryAsync(m => m.PersonId, m => m.Id)));
    }

    private Task<string> NameOf(Member member) =>
        app.Db(null, db => db.People.Where(p => p.Id == member.PersonId).Select(p => p.FullName).SingleAsync());

    private async Task<Answer> Name(Member absent, Guid deputy, string first, string last) =>
        await new Browser(await app.Client(absent.PersonId)).Post(
            $"{absent.Prefix}/organisme/equipe/suppleances",
            new Form
            {
                ["Deputy"] = deputy.ToString(),
                ["First"] = first,
                ["Last"] = last,
            }
        );
}

public sealed class TeamRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Each_kind_of_organisation_gives_manager_and_one_role_of_its_trade() =>
        Enum.GetValues<OrganisationKind>().ShouldAllBe(k => TeamRules.RolesIn(k).Count == 2 && TeamRules.RolesIn(k)[0] == Roles.Manager);

    [Fact]
    public void Roles_that_an_organisation_does_not_give_are_kept_and_never_added()
    {
        TeamRules
            .Read(["Trainer"], OrganisationKind.TrainingProvider, Roles.Trainee | Roles.Manager)
            .Value.Roles.ShouldBe(Roles.Trainer | Roles.Trainee);
        TeamRules.Read(["Officer"], OrganisationKind.TrainingProvider).Refusal!.Code.ShouldBe("Role_Missing");
        TeamRules.Read([], OrganisationKind.TrainingProvider).Refusal!.Code.ShouldBe("Role_Missing");
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(-3, 0, null)]
    [InlineData(0, 365, null)]
    [InlineData(0, 366, "Days_TooMany")]
    [InlineData(2, 1, "Days_Reversed")]
    [InlineData(-3, -1, "Days_Past")]
    public void Somebody_is_replaced_from_a_day_to_a_later_one_for_a_year_at_most(int first, int last, string? code) =>
        (TeamRules.CheckDays(Today.AddDays(first), Today.AddDays(last), Today)?.Code).ShouldBe(code);

    [Fact]
    public void Without_a_day_nobody_is_replaced() => TeamRules.CheckDays(null, Today, Today)!.Field.ShouldBe("First");
}
