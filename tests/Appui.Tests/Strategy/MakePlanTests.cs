using System.Net;
using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Work;
using Appui.Strategy;
using Appui.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Appui.Tests.Strategy;

/// <summary>From limits to a kept plan: the row and its work are one, run twice it is one plan, and it stays what it was.</summary>
public abstract class MakePlanTests(AppFixture app)
{
    public sealed class OnSqlite(OnSqlite.App app) : MakePlanTests(app), IClassFixture<OnSqlite.App>
    {
        public sealed class App() : SqliteApp(settings => settings.Demo = true)
        {
            protected override void Arrange(WebApplicationBuilder builder) => Idle(builder);
        }
    }

    public sealed class OnPostgres(OnPostgres.App app) : MakePlanTests(app), IClassFixture<OnPostgres.App>
    {
        public sealed class App() : PostgresApp(settings => settings.Demo = true)
        {
            protected override void Arrange(WebApplicationBuilder builder) => Idle(builder);
        }
    }

    private static readonly PlanLimits Limits = new(6000, 4, 8, 2, 12, new Dictionary<string, int>(StringComparer.Ordinal), 0, true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_and_its_work_are_written_together()
    {
        var member = await Diagnosed();
        var plan = (await Ask(member, Limits)).Plan.ShouldNotBeNull();
        plan.State.ShouldBe(PlanState.Pending);
        plan.FirstMonth.ShouldBe(new DateOnly(2026, 12, 1));
        var work = await app.Db(member.Actor, db => db.Work.SingleAsync(w => w.Key == $"{MakePlan.WorkKind}:{plan.Id}", Stop));
        (work.OrganisationId, work.PersonId, work.Kind).ShouldBe((member.OrganisationId, member.PersonId, MakePlan.WorkKind));
        work.Payload.ShouldContain(plan.Id.ToString());
    }

    [Fact]
    public async Task When_the_work_cannot_be_written_there_is_no_plan_either()
    {
        var member = await Diagnosed();
        await app.Db(member.Actor, db => db.Database.ExecuteSqlRawAsync(RefuseWorkOf(db, member.OrganisationId), Stop));
        await Should.ThrowAsync<DbUpdateException>(() => Ask(member, Limits));
        (await app.Db(member.Actor, db => db.Plans.CountAsync(Stop))).ShouldBe(0);
        (await app.Db(member.Actor, db => db.Work.CountAsync(w => w.OrganisationId == member.OrganisationId, Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task Bad_limits_are_refused_at_their_field_and_nothing_is_written()
    {
        var member = await Diagnosed();
        var (plan, refusals) = await Ask(member, Limits with { OwnEuros = -1, Months = 0, TrainerHalfDays = 5000 });
        plan.ShouldBeNull();
        refusals.Select(r => r.Field).ShouldBe(["own", "trainer", "months"]);
        (await app.Db(member.Actor, db => db.Plans.CountAsync(Stop))).ShouldBe(0);
        (await app.Db(member.Actor, db => db.Work.CountAsync(w => w.OrganisationId == member.OrganisationId, Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_diagnosis_there_is_nothing_to_plan_from()
    {
        var member = await app.Member();
        (await Ask(member, Limits)).Refusals.ShouldBe([StrategyRefusals.NoDiagnosis]);
    }

    [Fact]
    public async Task A_trainer_reads_the_plan_and_does_not_make_one()
    {
        var manager = await Diagnosed();
        var trainer = await app.Member(Roles.Trainer, manager);
        (await Ask(trainer, Limits)).Refusals.ShouldBe([StrategyRefusals.OnlyManagement]);
        var plan = (await Ask(manager, Limits)).Plan!;
        (await Find(trainer.Actor, plan.Id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_space_asks_for_so_many_plans_a_day_and_again_the_day_after()
    {
        var member = await Diagnosed();
        for (var i = 0; i < MakePlan.MostADay; i++)
            (await Ask(member, Limits)).Plan.ShouldNotBeNull();
        (await Ask(member, Limits)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.TooMuch);
        await app.Db(
            member.Actor,
            db => db.Plans.ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAt, app.Clock.Now().AddDays(-1).AddMinutes(-1)), Stop)
        );
        (await Ask(member, Limits)).Plan.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_computation_that_is_cut_and_run_again_twice_gives_one_plan()
    {
        var member = await Diagnosed();
        var plan = (await Ask(member, Limits)).Plan!;
        using var cut = new CancellationTokenSource();
        await cut.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Compute(member, plan.Id, cut.Token));
        (await Find(member.Actor, plan.Id))!.Plan.State.ShouldBe(PlanState.Pending);

        // A worker thought dead and the one that took over.
        await Task.WhenAll(Compute(member, plan.Id, Stop), Compute(member, plan.Id, Stop));
        var first = (await Find(member.Actor, plan.Id))!;
        first.Plan.State.ShouldBe(PlanState.Ready);
        first.Content!.Steps.ShouldNotBeEmpty();

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await Compute(member, plan.Id, Stop);
        var again = (await Find(member.Actor, plan.Id))!;
        (again.Plan.Content, again.Plan.ReadyAt).ShouldBe((first.Plan.Content, first.Plan.ReadyAt));
        (await app.Db(member.Actor, db => db.Plans.CountAsync(Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_spaces_with_the_same_answers_and_limits_get_the_same_plan()
    {
        var contents = new List<string>();
        foreach (var member in new[] { await Diagnosed(), await Diagnosed() })
        {
            var plan = (await Ask(member, Limits)).Plan!;
            await Compute(member, plan.Id, Stop);
            contents.Add((await Find(member.Actor, plan.Id))!.Plan.Content!);
        }

        contents[1].ShouldBe(contents[0]);
    }

    [Fact]
    public async Task A_plan_stays_what_it_was_when_the_answers_change_later()
    {
        var member = await Diagnosed();
        var plan = (await Ask(member, Limits)).Plan!;
        await Compute(member, plan.Id, Stop);
        var before = (await Find(member.Actor, plan.Id))!;
        await Answer(member, "e");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = (await Ask(member, Limits)).Plan!;
        await Compute(member, later.Id, Stop);
        (await Find(member.Actor, plan.Id))!.Plan.Content.ShouldBe(before.Plan.Content);
        (await Find(member.Actor, null))!.Plan.Id.ShouldBe(later.Id);
        (await Find(member.Actor, null))!.Content!.Steps.ShouldBeEmpty("there is nothing left to reach");
    }

    [Fact]
    public async Task A_plan_is_read_from_its_own_copy_and_not_from_the_catalogue_of_the_day()
    {
        var member = await Diagnosed();
        var plan = (await Ask(member, Limits)).Plan!;
        await Compute(member, plan.Id, Stop);
        var content = (await Find(member.Actor, plan.Id))!.Content!;

        // As if it had been made with a catalogue whose actions have been renamed, made dearer or taken away since.
        var step = content.Steps[0] with
        {
            Code = "taken-away-since",
            Title = new Translated("Une action d’autrefois", "An action of old"),
        };
        var old = content with { ActionsVersion = "0.9.0", Steps = [step, .. content.Steps.Skip(1)] };
        var json = JsonSerializer.Serialize(old, PlanJson.Options);
        await app.Db(
            member.Actor,
            db => db.Plans.Where(p => p.Id == plan.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, json), Stop)
        );
        var read = (await Find(member.Actor, plan.Id))!.Content!;
        JsonSerializer.Serialize(read, PlanJson.Options).ShouldBe(json);
        read.OwnEuros.ShouldBe(content.OwnEuros);
        using var client = await app.Client(member.PersonId);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"{member.Prefix}/plan/{plan.Id}", Stop));
        page.ShouldContain("Une action d’autrefois");
        foreach (var kind in new[] { "pdf", "xlsx" })
            (await client.GetAsync($"{member.Prefix}/plan/{plan.Id}.{kind}", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_computed_says_so_and_a_later_attempt_makes_it()
    {
        var member = await Diagnosed();
        var plan = (await Ask(member, Limits)).Plan!;
        var broken = JsonSerializer.Serialize(Limits with { Months = 4000 }, PlanJson.Options);
        var sound = JsonSerializer.Serialize(Limits, PlanJson.Options);
        await Rewrite(broken);
        await Should.ThrowAsync<ArgumentException>(() => Compute(member, plan.Id, Stop));
        (await Find(member.Actor, plan.Id))!.Plan.State.ShouldBe(PlanState.Failed);
        using var client = await app.Client(member.PersonId);
        (await client.GetAsync($"{member.Prefix}/plan", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Rewrite(sound);
        await Compute(member, plan.Id, Stop);
        (await Find(member.Actor, plan.Id))!.Plan.State.ShouldBe(PlanState.Ready);

        Task Rewrite(string limits) =>
            app.Db(
                member.Actor,
                db => db.Plans.Where(p => p.Id == plan.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Limits, limits), Stop)
            );
    }

    [Fact]
    public async Task Out_of_patience_there_is_no_lesser_plan_and_the_typed_limits_are_there_to_try_again()
    {
        var member = await Diagnosed();
        var limits = Limits with { OwnEuros = 987 };
        var plan = (await Ask(member, limits)).Plan!;
        var outcome = await app.Act(
            member.Actor,
            services => ActivatorUtilities.CreateInstance<ComputePlan>(services, new Impatient()).Run(plan.Id, member.Actor, Stop)
        );
        outcome.Is(out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(StrategyRefusals.TooLong);
        refusal!.Kind.ShouldBe(RefusalKind.Unavailable, "the worker tries again later");
        var failed = (await Find(member.Actor, plan.Id))!;
        (failed.Plan.State, failed.Content).ShouldBe((PlanState.Failed, null));
        using var client = await app.Client(member.PersonId);
        (await client.GetStringAsync($"{member.Prefix}/plan", Stop)).ShouldContain($"{member.Prefix}/plan/limites");
        (await client.GetStringAsync($"{member.Prefix}/plan/limites", Stop)).ShouldContain("value=\"987\"");

        await Compute(member, plan.Id, Stop);
        var unhurried = (await Ask(member, limits)).Plan!;
        await Compute(member, unhurried.Id, Stop);
        var content = (await Find(member.Actor, plan.Id))!.Plan.Content.ShouldNotBeNull();
        content.ShouldBe((await Find(member.Actor, unhurried.Id))!.Plan.Content);
    }

    [Fact]
    public async Task Tenants_are_apart()
    {
        var (mine, theirs) = (await Diagnosed(), await Diagnosed());
        var plan = (await Ask(mine, Limits)).Plan!;
        (await Find(theirs.Actor, plan.Id)).ShouldBeNull();
        (await Find(theirs.Actor, null)).ShouldBeNull();
        (await Compute(theirs, plan.Id, Stop)).Is(out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(StrategyRefusals.NoPlan);
        await Compute(mine, plan.Id, Stop);
        using var client = await app.Client(theirs.PersonId);
        foreach (var prefix in new[] { theirs.Prefix, mine.Prefix })
        foreach (var kind in new[] { "", ".pdf", ".xlsx" })
            (await client.GetAsync($"{prefix}/plan/{plan.Id}{kind}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound, prefix + kind);
    }

    [Theory]
    [InlineData("own", "-1")]
    [InlineData("own", "1000000000000")]
    [InlineData("own", "beaucoup")]
    [InlineData("trainer", "79228162514264337593543950335")]
    [InlineData("months", "0")]
    [InlineData("months", "61")]
    [InlineData("months", "douze")]
    public async Task The_form_refuses_bad_input_with_a_sentence_and_keeps_what_was_typed(string field, string typed)
    {
        var member = await Diagnosed();
        using var client = await app.Client(member.PersonId);
        var form = Form();
        form[field] = typed;
        var answer = await client.PostAsync($"{member.Prefix}/plan/limites", new FormUrlEncodedContent(form), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        page.ShouldContain($"id=\"{field}-error\"");
        page.ShouldContain("4242");
        if (field != "months")
            page.ShouldContain($"value=\"{typed}\"");
        (await app.Db(member.Actor, db => db.Plans.CountAsync(Stop))).ShouldBe(0);
    }

    [Theory]
    [InlineData("1 200,50 €", 1200)]
    [InlineData("", 0)]
    public async Task The_form_understands_money_as_people_type_it(string typed, int euros)
    {
        var member = await Diagnosed();
        using var client = await app.Client(member.PersonId);
        var form = Form();
        form["own"] = typed;
        (await client.PostAsync($"{member.Prefix}/plan/limites", new FormUrlEncodedContent(form), Stop)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await Find(member.Actor, null))!.Limits.OwnEuros.ShouldBe(euros);
    }

    /// <summary>A clock on which every time has passed as soon as it is set.</summary>
    private sealed class Impatient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private static Dictionary<string, string> Form() =>
        new(StringComparer.Ordinal)
        {
            ["own"] = "6000",
            ["management"] = "2",
            ["trainer"] = "4",
            ["support"] = "1",
            ["months"] = "12",
            ["deminimis"] = "4242",
            ["qualiopi"] = "true",
            ["priorities[D1]"] = "3",
        };

    // Computations are run by the tests themselves.
    private static void Idle(WebApplicationBuilder builder) =>
        builder.Services.Replace(ServiceDescriptor.Singleton(new WorkOptions { IsOn = false }));

    private static string RefuseWorkOf(AppuiDb db, Guid organisation) =>
        db.Database.IsSqlite()
            ? $"""
                CREATE TRIGGER refuse_work BEFORE INSERT ON shared_work WHEN NEW."OrganisationId" = '{organisation.ToString().ToUpperInvariant()}'
                BEGIN SELECT RAISE(ABORT, 'no work'); END
                """
            : $"""ALTER TABLE shared_work ADD CONSTRAINT refuse_work CHECK ("OrganisationId" <> '{organisation}')""";

    private Task<(Plan? Plan, IReadOnlyList<Refusal> Refusals)> Ask(Member member, PlanLimits limits) =>
        app.Act(member.Actor, services => services.GetRequiredService<MakePlan>().Run(limits, member.Actor, Stop));

    private Task<Outcome<Plan>> Compute(Member member, Guid plan, CancellationToken stop) =>
        app.Act(member.Actor, services => services.GetRequiredService<ComputePlan>().Run(plan, member.Actor, stop));

    private Task<OpenPlan?> Find(Actor actor, Guid? plan) =>
        app.Act(actor, services => services.GetRequiredService<FindPlan>().Run(plan, Stop));

    private async Task<Member> Diagnosed()
    {
        var member = await app.Member();
        await app.Act(member.Actor, services => services.GetRequiredService<StartDiagnosis>().Run(member.Actor, Stop));
        await Answer(member, "b");
        return member;
    }

    /// <summary>Gives the same choice everywhere.</summary>
    private Task Answer(Member member, string choice) =>
        app.Act(
            member.Actor,
            async services =>
            {
                var db = services.GetRequiredService<AppuiDb>();
                var open = (await services.GetRequiredService<FindDiagnosis>().Run(null, Stop))!;
                foreach (var item in open.Asked)
                {
                    var answer = open.Answers.GetValueOrDefault(item.Code);
                    var given = new GivenAnswer(item.Code, choice, null, answer?.Revision ?? 0);
                    (await services.GetRequiredService<SaveAnswer>().Run(given, member.Actor, Stop))
                        .Is(out _, out var refusal)
                        .ShouldBeTrue(refusal?.Code);
                    db.ChangeTracker.Clear();
                }
            }
        );
}
