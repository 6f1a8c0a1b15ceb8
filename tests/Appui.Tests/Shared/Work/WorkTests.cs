using System.Collections.Concurrent;
using System.Globalization;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Door = Appui.Shared.Work.Work;

namespace Appui.Tests.Shared.Work;

public sealed class WorkTests(OpsPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed record Payload(string Word);

    private static WorkHandler Handler(Func<IServiceProvider, Payload, IWorkProgress, CancellationToken, Task<Outcome>> run) =>
        WorkHandler.Of("essai", run);

    private async Task<OpsApp> Start(string engine, WorkHandler handler, bool worker = true) =>
        await OpsApp.Start(await postgres.On(engine), b => b.Services.AddSingleton(handler), worker: worker);

    private static Task<Guid> Put(OpsApp app, string? key = null, Actor? actor = null) =>
        app.With(async db =>
        {
            var id = Door.Enqueue(db, "essai", key, new Payload("mot"), actor ?? Actor.Nobody, TimeProvider.System.Now());
            await db.SaveChangesAsync(Stop);
            return id;
        });

    private static Task<WorkItem> Read(OpsApp app, Guid id) => app.With(db => db.Work.AsNoTracking().SingleAsync(w => w.Id == id, Stop));

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Work_runs_as_its_actor_in_its_language_soon_after_the_save(string engine)
    {
        var seen = new TaskCompletionSource<(Actor, string, string)>();
        await using var app = await Start(
            engine,
            Handler(
                async (services, payload, progress, stop) =>
                {
                    await progress.Report(40, "à moitié", stop);
                    progress.Result("/fait");
                    seen.SetResult(
                        (
                            services.GetRequiredService<CurrentActor>().Actor,
                            payload.Word,
                            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName
                        )
                    );
                    return Outcome.Done;
                }
            )
        );
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var actor = new Actor(Ids.New(), null, Ids.New(), Roles.Manager);
        var id = await Put(app, actor: actor);
        var (ran, word, language) = await seen.Task.WaitAsync(TimeSpan.FromSeconds(10), Stop);
        ran.ShouldBe(actor);
        word.ShouldBe("mot");
        language.ShouldBe("en");
        await OpsApp.Until(async () => (await Read(app, id)).State == WorkState.Done);
        var row = await Read(app, id);
        row.Payload.ShouldBe("{}");
        row.Result.ShouldBe("/fait");
        row.Percent.ShouldBe(100);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Work_of_an_action_that_was_rolled_back_never_runs(string engine)
    {
        var runs = 0;
        await using var app = await Start(engine, Handler((_, _, _, _) => Task.FromResult(Count(ref runs))));
        await app.With(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            Door.Enqueue(db, "essai", null, new Payload("non"), Actor.Nobody, TimeProvider.System.Now());
            await db.SaveChangesAsync(Stop);
            await transaction.RollbackAsync(Stop);
            return 0;
        });
        await Put(app);
        await OpsApp.Until(() => Task.FromResult(runs == 1));
        await Task.Delay(300, Stop);
        runs.ShouldBe(1);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Four_workers_run_each_piece_of_work_once(string engine)
    {
        var runs = new ConcurrentBag<string>();
        var handler = WorkHandler.Of<Payload>(
            "essai",
            async (_, payload, _, stop) =>
            {
                await Task.Delay(2, stop);
                runs.Add(payload.Word);
                return Outcome.Done;
            }
        );
        var connection = await postgres.On(engine);
        await using var app = await OpsApp.Start(
            connection,
            b =>
            {
                b.Services.AddSingleton(handler);
                b.Services.AddSingleton(new WorkOptions { Parallel = 4, Poll = TimeSpan.FromMilliseconds(50) });
            }
        );
        await app.With(async db =>
        {
            for (var i = 0; i < 100; i++)
                Door.Enqueue(db, "essai", null, new Payload($"{i}"), Actor.Nobody, TimeProvider.System.Now());
            return await db.SaveChangesAsync(Stop);
        });
        await OpsApp.Until(
            () => app.With(async db => !await db.Work.AnyAsync(w => w.Kind == "essai" && w.State != WorkState.Done, Stop)),
            30
        );
        runs.Count.ShouldBe(100);
        runs.Distinct(StringComparer.Ordinal).Count().ShouldBe(100);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_same_key_is_accepted_once(string engine)
    {
        await using var app = await Start(engine, Handler((_, _, _, _) => Task.FromResult(Outcome.Done)), worker: false);
        await Put(app, "rapport/2026");
        var error = await Should.ThrowAsync<DbUpdateException>(() => Put(app, "rapport/2026"));
        StorageFailures.Of(error).ShouldBe(SharedRefusals.AlreadyThere);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Work_whose_worker_died_is_taken_again_and_the_dead_run_writes_no_more(string engine)
    {
        await using var app = await Start(engine, Handler((_, _, _, _) => Task.FromResult(Outcome.Done)), worker: false);
        var id = await Put(app);
        var first = await app.With(db => new WorkQueue(db, TimeProvider.System).Take(TimeSpan.FromMilliseconds(1), Stop));
        await Task.Delay(50, Stop);
        var second = await app.With(db => new WorkQueue(db, TimeProvider.System).Take(TimeSpan.FromMinutes(1), Stop));
        second!.Id.ShouldBe(id);
        second.Attempts.ShouldBe(2);
        (await app.With(db => new WorkQueue(db, TimeProvider.System).Take(TimeSpan.FromMinutes(1), Stop))).ShouldBeNull();
        await app.With(async db =>
        {
            await new WorkQueue(db, TimeProvider.System).End(first!, null, Stop);
            return 0;
        });
        (await Read(app, id)).State.ShouldBe(WorkState.Running);
        (await app.With(db => new WorkQueue(db, TimeProvider.System).Renew(first!, TimeSpan.FromMinutes(1), Stop))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_long_piece_of_work_keeps_its_lease()
    {
        var runs = 0;
        await using var app = await Start(
            "sqlite",
            Handler(
                async (_, _, _, stop) =>
                {
                    Interlocked.Increment(ref runs);
                    await Task.Delay(3500, stop); // the lease of the tests is two seconds
                    return Outcome.Done;
                }
            )
        );
        var id = await Put(app);
        await OpsApp.Until(async () => (await Read(app, id)).State == WorkState.Done);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_waits_and_is_tried_again_while_a_refusal_ends_it()
    {
        await using var app = await Start(
            "sqlite",
            Handler(
                (_, payload, _, _) =>
                    payload.Word == "mot"
                        ? throw new IOException("réseau coupé")
                        : Task.FromResult<Outcome>(SharedRefusals.BadMailAddress.With("x"))
            )
        );
        var failing = await Put(app);
        await OpsApp.Until(async () => (await Read(app, failing)).Error is not null);
        var row = await Read(app, failing);
        row.State.ShouldBe(WorkState.Waiting);
        row.Error.ShouldBe("réseau coupé");
        row.DueAt.ShouldBeGreaterThan(row.CreatedAt.AddSeconds(4));
        var refused = await app.With(async db =>
        {
            var id = Door.Enqueue(db, "essai", null, new Payload("refus"), Actor.Nobody, TimeProvider.System.Now());
            await db.SaveChangesAsync(Stop);
            return id;
        });
        await OpsApp.Until(async () => (await Read(app, refused)).State == WorkState.Failed);
    }

    [Fact]
    public void Waits_grow_up_to_two_hours()
    {
        WorkHandler.Wait(1).ShouldBe(TimeSpan.FromSeconds(5));
        WorkHandler.Wait(3).ShouldBe(TimeSpan.FromSeconds(80));
        WorkHandler.Wait(40).ShouldBe(TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_clock_puts_scheduled_work_down_once_and_retention_forgets_what_is_old(string engine)
    {
        await using var app = await Start(engine, Handler((_, _, _, _) => Task.FromResult(Outcome.Done)));
        var old = await Put(app);
        await OpsApp.Until(async () => (await Read(app, old)).State == WorkState.Done);
        var longAgo = TimeProvider.System.Now().AddDays(-8);
        await app.With(db => db.Work.Where(w => w.Id == old).ExecuteUpdateAsync(s => s.SetProperty(w => w.EndedAt, longAgo), Stop));
        var today = TimeProvider.System.Now().AddDays(1);
        foreach (var expected in new[] { 1, 0 })
        {
            (
                await app.With(db =>
                    new WorkQueue(db, TimeProvider.System).InsertDue(Retention.Kind, $"retention/{today:yyyy-MM-dd}", Stop)
                )
            ).ShouldBe(expected);
        }

        await OpsApp.Until(() => app.With(async db => !await db.Work.AnyAsync(w => w.Id == old, Stop)));
    }

    [Fact]
    public async Task A_visitor_follows_their_own_work_and_nobody_elses()
    {
        await using var app = await Start("sqlite", Handler((_, _, _, _) => Task.FromResult(Outcome.Done)), worker: false);
        var mine = await app.With(db => new OpenProvisionalSpace(db, TimeProvider.System).Run(ProviderProfile.Solo, null, Stop));
        var other = await app.With(db => new OpenProvisionalSpace(db, TimeProvider.System).Run(ProviderProfile.Solo, null, Stop));
        var id = await Put(app, actor: Actor.Nobody with { OrganisationId = mine.OrganisationId });
        var answer = await app.Client.GetAsync($"/essai/{mine.Link}/travaux/{id}", Stop);
        ((int)answer.StatusCode).ShouldBe(200);
        answer.Headers.GetValues("Refresh").Single().ShouldBe("2");
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("<progress");
        ((int)(await app.Client.GetAsync($"/essai/{other.Link}/travaux/{id}", Stop)).StatusCode).ShouldBe(404);
    }

    private static Outcome Count(ref int runs)
    {
        Interlocked.Increment(ref runs);
        return Outcome.Done;
    }
}
