using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace Appui.Tests.Shared.Audit;

/// <summary>An organisation's audit: nothing is lost, nothing changes unseen, and what it says may be forgotten.</summary>
public sealed class AuditTests(OpsPostgres postgres)
{
    private static readonly AuditKind Happened = new("test.happened", () => "");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<OpsApp> Start(string engine, bool seals = false, string? dir = null, string? database = null) =>
        await OpsApp.Start(
            database ?? await postgres.On(engine),
            b => b.Services.Replace(ServiceDescriptor.Singleton(new AuditOptions { IsOn = seals, Every = TimeSpan.FromMilliseconds(50) })),
            dir: dir,
            worker: false
        );

    private static Task Note(OpsApp app, Guid organisation, params string[] words) =>
        app.With(
            async db =>
            {
                foreach (var word in words)
                    db.Record(Somebody(organisation), Happened, TimeProvider.System.Now(), null, ("word", word));
                return await db.SaveChangesAsync(Stop);
            },
            organisation
        );

    private static Actor Somebody(Guid organisation) => new(Ids.New(), null, organisation, Roles.Manager);

    private static async Task<int> Seal(OpsApp app)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SealChains>().Run(Stop);
    }

    private static async Task<AuditReport> Verify(OpsApp app, Guid organisation, params AuditHead[] outside)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        var actor = Actor.Nobody with { OrganisationId = organisation };
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await scope.ServiceProvider.GetRequiredService<VerifyChain>().Run(actor, outside, Stop);
    }

    private static Task Sql(OpsApp app, string sql) => app.With(db => db.Database.ExecuteSqlRawAsync(sql, Stop));

    private static Task<List<string>> Words(OpsApp app, Guid organisation) =>
        app.With(
            async db =>
                (
                    await db
                        .AuditEntries.Where(e => e.Sequence != null)
                        .OrderBy(e => e.Sequence)
                        .Join(db.AuditPayloads, e => e.Id, p => p.EntryId, (_, p) => p)
                        .ToListAsync(Stop)
                )
                    .Select(p => AuditRecord.FactsOf(p)["word"])
                    .ToList(),
            organisation
        );

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_is_noted_in_one_save_is_sealed_in_that_order_and_verifies(string engine)
    {
        await using var app = await Start(engine);
        var (ours, theirs) = (Ids.New(), Ids.New());
        string[] words = [.. Enumerable.Range(0, 60).Select(i => $"{i:00} « été » €")];
        await Note(app, ours, words);
        await Note(app, theirs, "ailleurs");
        (await Seal(app)).ShouldBe(61);
        (await Seal(app)).ShouldBe(0);
        (await Words(app, ours)).ShouldBe(words);
        var report = await Verify(app, ours);
        report.IsSound.ShouldBeTrue();
        report.Head!.Sequence.ShouldBe(60);
        (await Verify(app, theirs)).Head!.Sequence.ShouldBe(1);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_action_that_was_rolled_back_leaves_no_entry(string engine)
    {
        await using var app = await Start(engine);
        var organisation = Ids.New();
        await app.With(
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                db.Record(Somebody(organisation), Happened, TimeProvider.System.Now());
                await db.SaveChangesAsync(Stop);
                await transaction.RollbackAsync(Stop);
                return 0;
            },
            organisation
        );
        (await Seal(app)).ShouldBe(0);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_action_may_add_to_the_audit_of_another_organisation_but_not_change_it(string engine)
    {
        await using var app = await Start(engine);
        var (ours, theirs) = (Ids.New(), Ids.New());
        await app.With(
            async db =>
            {
                db.Record(Somebody(theirs), Happened, TimeProvider.System.Now());
                await db.SaveChangesAsync(Stop);
                (await db.AuditEntries.CountAsync(Stop)).ShouldBe(0);
                var tracked = db.ChangeTracker.Entries<AuditEntry>().Single().Entity;
                db.Remove(tracked);
                await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
                return 0;
            },
            ours
        );
    }

    [Theory]
    [InlineData("sqlite", """UPDATE shared_audit_entry SET "Kind" = 'other' WHERE "Sequence" = 3""", AuditFaultKind.Altered, 3)]
    [InlineData("postgres", """UPDATE shared_audit_entry SET "Kind" = 'other' WHERE "Sequence" = 3""", AuditFaultKind.Altered, 3)]
    [InlineData("sqlite", """DELETE FROM shared_audit_entry WHERE "Sequence" = 3""", AuditFaultKind.Missing, 3)]
    [InlineData("postgres", """DELETE FROM shared_audit_entry WHERE "Sequence" = 3""", AuditFaultKind.Missing, 3)]
    [InlineData("sqlite", """DELETE FROM shared_audit_entry WHERE "Sequence" = 5""", AuditFaultKind.Missing, 5)]
    [InlineData("postgres", """DELETE FROM shared_audit_entry WHERE "Sequence" = 5""", AuditFaultKind.Missing, 5)]
    [InlineData("sqlite", """UPDATE shared_audit_payload SET "Content" = '{{}}'""", AuditFaultKind.PayloadAltered, 1)]
    [InlineData("postgres", """UPDATE shared_audit_payload SET "Content" = '{{}}'""", AuditFaultKind.PayloadAltered, 1)]
    public async Task What_somebody_with_the_database_in_hand_alters_or_removes_is_found(
        string engine,
        string sql,
        AuditFaultKind fault,
        long at
    )
    {
        await using var app = await Start(engine);
        var organisation = Ids.New();
        await Note(app, organisation, "un", "deux", "trois", "quatre", "cinq");
        await Seal(app);
        (await Verify(app, organisation)).IsSound.ShouldBeTrue();
        await Sql(app, sql);
        (await Verify(app, organisation)).Faults.ShouldContain(new AuditFault(fault, at));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_whole_chain_rewritten_consistently_is_found_by_the_head_kept_outside(string engine)
    {
        await using var app = await Start(engine);
        var organisation = Ids.New();
        await Note(app, organisation, "un", "deux", "trois");
        await Seal(app);
        var kept = (await Verify(app, organisation)).Head!;
        await KeepHeadsNow(app);

        // The forger changes the first entry, then makes every hash again with our own code.
        await Sql(app, """UPDATE shared_audit_entry SET "Kind" = 'forged' WHERE "Sequence" = 1""");
        await Sql(app, """UPDATE shared_audit_entry SET "Sequence" = NULL, "PreviousHash" = NULL, "Hash" = NULL""");
        await Sql(app, "DELETE FROM shared_audit_chain");
        (await Seal(app)).ShouldBe(3);
        Directory.Move(Path.Combine(app.Settings.Dir, "audit"), Path.Combine(app.Settings.Dir, "away"));
        (await Verify(app, organisation)).IsSound.ShouldBeTrue("the chain alone cannot tell");
        (await Verify(app, organisation, kept)).Faults.ShouldBe([new AuditFault(AuditFaultKind.Rewritten, 3)]);

        Directory.Move(Path.Combine(app.Settings.Dir, "away"), Path.Combine(app.Settings.Dir, "audit"));
        (await Verify(app, organisation)).Faults.ShouldBe([new AuditFault(AuditFaultKind.Rewritten, 3)], "the folder keeps the head too");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_payload_erased_with_its_salt_leaves_a_chain_that_verifies(string engine)
    {
        await using var app = await Start(engine);
        var organisation = Ids.New();
        await Note(app, organisation, "un", "secret", "trois");
        await Seal(app);
        await app.With(
            async db =>
            {
                var entry = await db.AuditEntries.SingleAsync(e => e.Sequence == 2, Stop);
                await db.Erase(Somebody(organisation), [entry.Id], TimeProvider.System.Now(), Stop);
                return 0;
            },
            organisation
        );
        await Seal(app);
        var report = await Verify(app, organisation);
        report.IsSound.ShouldBeTrue();
        report.Erased.ShouldBe(1);
        report.Head!.Sequence.ShouldBe(4, "the erasure is an entry of its own");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Two_nodes_seal_what_concurrent_writers_note_and_each_writer_keeps_its_order(string engine)
    {
        var organisation = Ids.New();
        await using var app = await Start(engine, seals: true);
        // The embedded engine serves one process; two sealers in it meet the same lock.
        await using var other = await Start(engine, seals: true, app.Settings.Dir, app.Settings.Postgres);
        const int writers = 6;
        const int each = 30;
        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(async w =>
                {
                    for (var i = 0; i < each; i++)
                        await Note(w % 2 == 0 ? app : other, organisation, $"{w}:{i:00}");
                })
        );
        await OpsApp.Until(() => app.With(async db => !await db.AuditEntries.AnyAsync(e => e.Sequence == null, Stop), organisation));
        var words = await Words(app, organisation);
        words.Count.ShouldBe(writers * each);
        for (var w = 0; w < writers; w++)
        {
            var mine = words.Where(x => x.StartsWith($"{w}:", StringComparison.Ordinal)).ToList();
            mine.ShouldBe(mine.Order(StringComparer.Ordinal));
        }

        var report = await Verify(app, organisation);
        report.Faults.ShouldBeEmpty();
        report.Head!.Sequence.ShouldBe(writers * each);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_was_saved_before_a_crash_is_sealed_at_the_next_start(string engine)
    {
        var organisation = Ids.New();
        var dir = Path.Combine(Path.GetTempPath(), "appui-tests", Ids.New().ToString("N"));
        string database;
        await using (var crashed = await Start(engine, dir: dir))
        {
            database = crashed.Settings.Postgres;
            await Note(crashed, organisation, "un", "deux");
        }

        await using (var next = await Start(engine, seals: true, dir, database))
        {
            await OpsApp.Until(async () => (await Verify(next, organisation)).Head?.Sequence == 2);
            (await Words(next, organisation)).ShouldBe(["un", "deux"]);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(dir))
            Directory.Delete(dir, true);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Heads_go_out_every_night_and_to_the_auditor(string engine)
    {
        await using var app = await OpsApp.Start(
            await postgres.On(engine),
            b => b.Services.Replace(ServiceDescriptor.Singleton(new AuditOptions { IsOn = false })),
            set: s => s.AuditorEmail = "auditeur@exemple.test",
            worker: false
        );
        var organisation = Ids.New();
        await Note(app, organisation, "un");
        await Seal(app);
        await KeepHeadsNow(app);
        await KeepHeadsNow(app);
        var head = (await Verify(app, organisation)).Head!;
        var mails = await app.With(db => db.Work.Where(w => w.Kind == "mail").Select(w => w.Payload).ToListAsync(Stop));
        mails.Count.ShouldBe(1, "a chain that did not move is not told again");
        AuditHeads
            .Parse(mails[0].Split("\\n"))
            .ShouldContain(h => h.OrganisationId == organisation && h.Sequence == 1 && h.Hash == head.Hash);
        app.App.Services.GetRequiredService<AuditHeads>().Read(organisation).Single().Hash.ShouldBe(head.Hash);

        await Sql(app, """UPDATE shared_audit_entry SET "Hash" = 'forged'""");
        await KeepHeadsNow(app);
        var alert = await app.With(db =>
            db.Work.OrderBy(w => w.CreatedAt).Where(w => w.Kind == "mail").Select(w => w.Payload).LastAsync(Stop)
        );
        alert.ShouldContain("ALERTE");
    }

    private static async Task KeepHeadsNow(OpsApp app)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        var log = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        await scope.ServiceProvider.GetRequiredService<KeepHeads>().Run(TimeProvider.System, log, Stop);
    }
}
