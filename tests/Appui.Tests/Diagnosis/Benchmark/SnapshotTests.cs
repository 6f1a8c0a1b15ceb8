using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Diagnosis.Benchmark;
using Appui.Shared;
using Appui.Tests.Accounts;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Diagnosis.Benchmark;

/// <summary>The monthly snapshot: whom it counts, what it keeps, what people see of it. An application of its own for each test.</summary>
public abstract class SnapshotTests(AppFixture app) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class OnSqlite() : SnapshotTests(new SqliteApp());

    public sealed class OnPostgres() : SnapshotTests(new PostgresApp());

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Ten_providers_are_shown_in_quartiles_and_nine_are_not()
    {
        await app.Peers(9);
        await app.Snapshot();
        (await app.Figure("*/*")).ShouldBeNull();
        var last = (await app.Peers(1))[0];
        await app.Answered(last, 90);
        await app.Snapshot();
        var shown = (await app.Figure("upTo10/76")).ShouldNotBeNull();
        // 0 to 8 and 90.
        (shown.Low, shown.Median, shown.High, shown.AtLeast).ShouldBe((0, 5, 5, 10));
        (await app.Figure("*/*")).ShouldNotBeNull().FiguresOf.ShouldBe(new DateOnly(2026, 11, 1));
    }

    [Fact]
    public async Task Figures_stay_until_ten_providers_changed()
    {
        var peers = await app.Peers(12);
        await app.Snapshot();
        foreach (var peer in peers.Take(9))
            await app.Answered(peer, 100);
        await app.Snapshot(); // a second time in the month
        (await app.Figure("*/76"))!.Median.ShouldBe(5);
        await app.NextSnapshot();
        var kept = (await app.Figure("*/76"))!;
        (kept.Median, kept.FiguresOf).ShouldBe((5, new DateOnly(2026, 11, 1)));
        await app.Answered(peers[11], 100);
        await app.NextSnapshot();
        var renewed = (await app.Figure("*/76"))!;
        (renewed.Median, renewed.FiguresOf).ShouldBe((100, new DateOnly(2027, 1, 1)));
        (await app.Db(null, db => db.BenchmarkSnapshots.CountAsync(Stop))).ShouldBe(2, "nothing was shown anew in December");
    }

    [Fact]
    public async Task Nobody_counts_who_should_not()
    {
        var nine = await app.Peers(9);
        await app.Peers(3, o => o.State = OrganisationState.Provisional);
        await app.Peers(
            3,
            o =>
            {
                o.State = OrganisationState.Provisional;
                o.LinkHash = Ids.HashOf(o.Code);
            }
        );
        foreach (var kind in new[] { OrganisationKind.Publisher, OrganisationKind.Consultancy })
        {
            var other = Some.Organisation(kind);
            await app.Db(null, db => db.Add(other).Context.SaveChangesAsync(Stop));
            await app.Answered(other.Id, 50);
        }

        var now = app.Clock.Now();
        var (old, open, twice) = (Some.Organisation(), Some.Organisation(), nine[0]);
        await app.Db(
            null,
            db =>
            {
                db.AddRange(old, open);
                return db.SaveChangesAsync(Stop);
            }
        );
        await app.Answered(old.Id, 50, now.AddMonths(-25));
        await app.Answered(open.Id, 50, isControlled: false);
        await app.Answered(twice, 51);
        await app.Snapshot();
        (await app.Figure("*/*")).ShouldBeNull();
        await app.Answered(old.Id, 50);
        await app.Snapshot();
        (await app.Figure("*/*"))!.AtLeast.ShouldBe(10);
    }

    [Fact]
    public async Task A_dimension_that_too_few_have_a_score_in_is_not_shown()
    {
        var peers = await app.Peers(10);
        await app.Db(
            new Actor(null, null, peers[0], Roles.Manager),
            async db =>
            {
                var scores = await db.DiagnosisScores.SingleAsync(Stop);
                scores.Dimensions = new Dictionary<string, double?>(scores.Dimensions) { ["D8"] = null };
                await db.SaveChangesAsync(Stop);
                return true;
            }
        );
        await app.Snapshot();
        (await app.Figure("*/*", "D7")).ShouldNotBeNull();
        (await app.Figure("*/*", "D8")).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_kept_of_a_provider_names_nobody_and_outlives_it_as_nothing()
    {
        var peers = await app.Peers(12);
        await app.Snapshot();
        var ledger = await app.Db(null, db => db.BenchmarkLedgers.AsNoTracking().SingleAsync(Stop));
        ledger.Census.Length.ShouldBe(12 * 42);
        foreach (var peer in peers)
            ledger.Census.AsSpan().IndexOf(peer.ToByteArray().AsSpan(0, 6)).ShouldBe(-1);
        await app.Db(null, db => db.Organisations.Where(o => o.Id == peers[0]).ExecuteDeleteAsync(Stop));
        (await app.Db(new Actor(null, null, peers[0], Roles.Manager), db => db.DiagnosisScores.CountAsync(Stop))).ShouldBe(0);
        await app.NextSnapshot();
        (await app.Figure("*/*")).ShouldNotBeNull("one who left does not change what is shown");
    }

    [Fact]
    public async Task The_answer_that_completes_a_diagnosis_keeps_its_scores_and_a_later_one_renews_them()
    {
        var member = await app.Member();
        await Answer(member.Actor, skip: 1, choice: 0);
        (await Kept(member.Actor)).ShouldBeNull();
        await Answer(member.Actor, skip: 0, choice: 0);
        var first = (await Kept(member.Actor)).ShouldNotBeNull();
        first.Dimensions["D1"].ShouldBe(0);
        await Change(member.Actor, "D1.direction", 4);
        var second = (await Kept(member.Actor)).ShouldNotBeNull();
        second.Dimensions["D1"].ShouldBe(60, "three fifths of its weight");
        second.CompletedAt.ShouldBe(first.CompletedAt);
    }

    [Fact]
    public async Task The_result_page_shows_the_others_once_they_are_ten_and_at_once_after_the_snapshot()
    {
        var member = await app.Member();
        await Answer(member.Actor, skip: 0, choice: 1);
        var browser = app.Browser();
        using var http = await app.Client(member.PersonId);
        var page = $"{member.Prefix}/diagnostic/resultat";
        (await http.GetStringAsync(page, Stop)).ShouldContain("pas encore de comparaison");
        await app.Peers(20);
        await app.Snapshot();
        var shown = await http.GetStringAsync(page, Stop);
        shown.ShouldContain("Au moins 20 organismes");
        shown.ShouldContain("de 2 à 10 personnes, région Occitanie");
        (await http.GetStringAsync($"{page}?comparer=tous", Stop)).ShouldContain("de toutes tailles, toute la France. Chiffres");
        (await http.GetStringAsync($"{page}?comparer=autre", Stop)).ShouldContain("de 2 à 10 personnes, région Occitanie");
    }

    [Fact]
    public async Task A_visitor_sees_the_others_and_is_not_counted()
    {
        await app.Peers(9);
        var space = await app.VisitorSpace();
        await Answer(new Actor(null, null, space.OrganisationId, Roles.Visitor), skip: 0, choice: 1);
        await app.Snapshot();
        var page = $"/essai/{space.Link}/diagnostic/resultat";
        (await app.Browser().Get(page)).Words.ShouldContain("pas encore de comparaison");
        await app.Peers(1);
        await app.Snapshot();
        (await app.Browser().Get(page)).Words.ShouldContain("Au moins 10 organismes");
    }

    private Task<DiagnosisScores?> Kept(Actor actor) => app.Db(actor, db => db.DiagnosisScores.AsNoTracking().SingleOrDefaultAsync(Stop));

    // Every question but the last ones, always with the same choice.
    private Task Answer(Actor actor, int skip, int choice) =>
        app.Act(
            actor,
            async services =>
            {
                var find = services.GetRequiredService<FindDiagnosis>();
                if (await find.Run(null, Stop) is null)
                    await services.GetRequiredService<StartDiagnosis>().Run(actor, Stop);
                var open = (await find.Run(null, Stop))!;
                var save = services.GetRequiredService<SaveAnswer>();
                foreach (var item in open.Asked.SkipLast(skip).Where(i => !open.Answers.ContainsKey(i.Code)))
                    (await save.Run(new GivenAnswer(item.Code, item.Options[choice].Code, null, 0), actor, Stop)).Refusal.ShouldBeNull();
            }
        );

    private Task Change(Actor actor, string code, int choice) =>
        app.Act(
            actor,
            async services =>
            {
                var open = (await services.GetRequiredService<FindDiagnosis>().Run(null, Stop))!;
                var given = new GivenAnswer(code, open.Instrument.Find(code)!.Options[choice].Code, null, 1);
                (await services.GetRequiredService<SaveAnswer>().Run(given, actor, Stop)).Refusal.ShouldBeNull();
            }
        );
}
