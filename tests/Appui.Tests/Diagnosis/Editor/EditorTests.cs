using System.Diagnostics;
using System.Globalization;
using System.Text;
using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Diagnosis.Editor;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Diagnosis.Editor;

/// <summary>Advisers write, publish and retire versions; whoever began a diagnosis keeps theirs.</summary>
public abstract class EditorTests(AppFixture app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(SqliteApp app) : EditorTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : EditorTests(app), IClassFixture<PostgresApp>;

    [Fact]
    public async Task A_version_published_while_people_answer_is_asked_to_the_next_and_not_to_them()
    {
        var (adviser, provider) = (await Adviser(), await app.Member());
        await app.Act(provider.Actor, s => s.GetRequiredService<StartDiagnosis>().Run(provider.Actor, Stop));
        var before = (await Answered(provider))!;
        var draft = await Copy(adviser);
        var item = before.Asked[0];
        await Write(adviser, draft, item.Code, i => i with { Question = new Translated("Autre question ?", "Another question?") });
        var published = (await Publish(adviser, draft, app.Clock.Today())).Value;
        try
        {
            var after = (await Answered(provider))!;
            after.Instrument.Version.ShouldBe(before.Instrument.Version);
            after.Asked[0].Question.ShouldBe(item.Question);
            var outcome = await app.Act(
                provider.Actor,
                s => s.GetRequiredService<SaveAnswer>().Run(new GivenAnswer(item.Code, item.Options[1].Code, null, 0), provider.Actor, Stop)
            );
            outcome.Refusal.ShouldBeNull();
            var newcomer = await app.Member();
            await app.Act(newcomer.Actor, s => s.GetRequiredService<StartDiagnosis>().Run(newcomer.Actor, Stop));
            var asked = (await Answered(newcomer))!;
            asked.Instrument.Version.ShouldBe(published.Version);
            asked.Asked[0].Question.Fr.ShouldBe("Autre question ?");
            asked.Asked[0].Version.ShouldBe(item.Version + 1);
            asked.Instrument.Find(item.Code)!.Version.ShouldNotBe(before.Instrument.Find(item.Code)!.Version);
            // Retired, it is begun by nobody and still read by whoever answered it.
            await Retire(adviser, draft);
            (await Answered(newcomer))!.Instrument.Version.ShouldBe(published.Version);
            app.Services.GetRequiredService<Instruments>().InForce(app.Clock.Today()).Version.ShouldBe(before.Instrument.Version);
        }
        finally
        {
            await Retire(adviser, draft);
        }
    }

    [Fact]
    public async Task A_version_for_tomorrow_is_asked_from_tomorrow_on()
    {
        var adviser = await Adviser();
        var draft = await Copy(adviser);
        var today = app.Clock.Today();
        var published = (await Publish(adviser, draft, today.AddDays(1))).Value;
        var instruments = app.Services.GetRequiredService<Instruments>();
        instruments.InForce(today).Version.ShouldNotBe(published.Version);
        instruments.InForce(today.AddDays(1)).Version.ShouldBe(published.Version);
        await Retire(adviser, draft);
    }

    [Fact]
    public async Task Published_twice_at_once_one_wins()
    {
        var adviser = await Adviser();
        List<Guid> drafts = [];
        for (var i = 0; i < 4; i++)
            drafts.Add(await Copy(adviser));
        var version = await Next();
        var outcomes = await Task.WhenAll(
            drafts.Select(d => Task.Run(() => Publish(adviser, d, app.Clock.Today().AddDays(30), version), Stop))
        );
        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        foreach (var draft in drafts)
            await Retire(adviser, draft);
        var winner = outcomes.Single(o => o.Refusal is null).Value.Id;
        (await Publish(adviser, winner, app.Clock.Today())).Refusal!.Code.ShouldBe(nameof(DiagnosisTexts.Refusal_NoLongerDraft));
    }

    [Fact]
    public async Task Two_windows_on_one_question_the_second_is_told_and_on_two_questions_both_are_kept()
    {
        var adviser = await Adviser();
        var draft = await Copy(adviser);
        var file = await Content(draft);
        var items = file.Items!;
        WrittenItem Change(ItemFile item, string to) => new(item with { Why = new Translated(to, to) }, SaveItem.MarkOf(item), false);
        (await Save(adviser, draft, Change(items[0], "un"))).Refusal.ShouldBeNull();
        (await Save(adviser, draft, Change(items[0], "deux"))).Refusal!.Code.ShouldBe(nameof(DiagnosisTexts.Refusal_ItemChanged));
        var both = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(n => Task.Run(() => Save(adviser, draft, Change(items[n], $"n{n}")), Stop))
        );
        both.ShouldAllBe(o => o.Refusal == null);
        var after = await Content(draft);
        Enumerable.Range(1, 6).Select(n => after.Items![n].Why!.Fr).ShouldBe(["n1", "n2", "n3", "n4", "n5", "n6"]);
    }

    [Fact]
    public async Task Somebody_elses_draft_is_not_there()
    {
        var (adviser, other) = (await Adviser(), await Adviser());
        var draft = await Copy(adviser);
        (await app.Act(other.Actor, s => s.GetRequiredService<FindInstruments>().One($"{draft}", other.Actor, Stop))).ShouldBeNull();
        (await Publish(other, draft, app.Clock.Today())).Refusal!.Kind.ShouldBe(RefusalKind.Unknown);
    }

    [Fact]
    public async Task Of_5_000_lines_with_7_bad_ones_the_rest_is_taken_and_the_7_are_explained()
    {
        var adviser = await Adviser();
        var draft = await Copy(adviser);
        var csv = new StringBuilder("code;dimension;type;voix;poids;question_fr;question_en;pourquoi_fr;pourquoi_en\n");
        int[] bad = [12, 700, 1500, 2222, 3000, 4100, 4999];
        for (var line = 2; line <= 5001; line++)
        {
            var type = line == bad[0] ? "OPINION" : "PERCEPTION";
            var weight =
                line == bad[1] ? "beaucoup"
                : line == bad[2] ? "9"
                : "1";
            var dimension = line == bad[3] ? "D9" : "D3";
            var english = line == bad[4] ? "" : "A question";
            var code =
                line == bad[5] ? "D3.n2"
                : line == bad[6] ? ""
                : $"D3.n{line}";
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{code};{dimension};{type};management;{weight};\"Une question n° {line}\";{english};=1+1;Why\n"
            );
        }

        var bytes = Encoding.GetEncoding("ISO-8859-1").GetBytes(csv.ToString());
        var watch = Stopwatch.StartNew();
        var report = (await Import(adviser, draft, bytes)).Value;
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        TestContext.Current.SendDiagnosticMessage($"5 000 lines in {watch.ElapsedMilliseconds} ms");
        report.Bad.Select(b => b.Line).ShouldBe(bad);
        report.Bad.ShouldAllBe(b => b.Sentence.Length > 10);
        report.Added.ShouldBe(4993);
        var again = (await Import(adviser, draft, bytes)).Value;
        (again.Added, again.Changed, again.Same).ShouldBe((0, 0, 4993));
        var file = await Content(draft);
        file.Find("D3.n2")!.Question!.Fr.ShouldBe("Une question n° 2");
        file.Find("D3.n2")!.Why!.Fr.ShouldBe("=1+1");
        (await Publish(adviser, draft, app.Clock.Today())).Refusal!.Code.ShouldBe(nameof(DiagnosisTexts.Refusal_NotSound));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_table_taken_away_and_sent_back_changes_nothing(string format)
    {
        var adviser = await Adviser();
        var draft = await Copy(adviser);
        var sheet = ItemColumns.Sheet(await Content(draft));
        var bytes =
            format == "csv"
                ? Appui.Shared.Documents.CsvTable.Render(sheet)
                : Appui.Shared.Documents.Spreadsheet.Render("t", "a", app.Clock.Now(), sheet);
        var report = (await Import(adviser, draft, bytes)).Value;
        report.Bad.ShouldBeEmpty();
        (report.Added, report.Changed).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("{\"code\":\"of-maturity\",\"code\":\"of-maturity\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"items\":[null]}")]
    [InlineData("{\"minimumCoverage\":1e999}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("null")]
    [InlineData("{\"code\":\"autre\"}")]
    public async Task A_hostile_file_is_refused_with_a_sentence(string json)
    {
        var adviser = await Adviser();
        var outcome = await app.Act(
            adviser.Actor,
            s => s.GetRequiredService<BeginDraft>().Import("essai.json", Encoding.UTF8.GetBytes(json), adviser.Actor, Stop)
        );
        outcome.Refusal!.Kind.ShouldBe(RefusalKind.Invalid);
        outcome.Refusal.Sentence.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_export_of_a_version_begins_another_without_a_fault()
    {
        var adviser = await Adviser();
        var shipped = app.Services.GetRequiredService<Instruments>().Released(Instruments.Maturity).First(r => r.IsShipped);
        var outcome = await app.Act(
            adviser.Actor,
            s => s.GetRequiredService<BeginDraft>().Import("export.json", shipped.File.ToFile(), adviser.Actor, Stop)
        );
        var file = InstrumentFile.Of(outcome.Value.Content);
        PublishRules.FaultsOf(file, shipped.File).ShouldBeEmpty();
        var differences = PublishRules.Between(shipped.File, file);
        (differences.Added.Count, differences.Removed.Count, differences.Changed.Count).ShouldBe((0, 0, 0));
        differences.Comparable.ShouldBe(shipped.Instrument.Items.Count);
    }

    private Task<Member> Adviser() => app.Member(Roles.Adviser, kind: OrganisationKind.SkillsOperator);

    private Task<OpenDiagnosis?> Answered(Member provider) =>
        app.Act(provider.Actor, s => s.GetRequiredService<FindDiagnosis>().Run(null, Stop));

    private Task<Guid> Copy(Member adviser) =>
        app.Act(
            adviser.Actor,
            async s => (await s.GetRequiredService<BeginDraft>().Copy("of-maturity-1.1.0", adviser.Actor, Stop)).Value.Id
        );

    private Task<InstrumentFile> Content(Guid draft) =>
        app.Db(null, async db => InstrumentFile.Of((await db.InstrumentVersions.SingleAsync(v => v.Id == draft, Stop)).Content));

    private async Task Write(Member adviser, Guid draft, string code, Func<ItemFile, ItemFile> change)
    {
        var item = (await Content(draft)).Find(code)!;
        (await Save(adviser, draft, new WrittenItem(change(item), SaveItem.MarkOf(item), false))).Refusal.ShouldBeNull();
    }

    private Task<Outcome<ItemFile>> Save(Member adviser, Guid draft, WrittenItem written) =>
        app.Act(adviser.Actor, s => s.GetRequiredService<SaveItem>().Run(draft, written, adviser.Actor, Stop));

    private Task<Outcome<ImportReport>> Import(Member adviser, Guid draft, byte[] bytes) =>
        app.Act(adviser.Actor, s => s.GetRequiredService<ImportItems>().Run(draft, new MemoryStream(bytes), adviser.Actor, Stop));

    private async Task<Outcome<InstrumentVersion>> Publish(Member adviser, Guid draft, DateOnly from, string? version = null)
    {
        version ??= await Next();
        var revision = await app.Db(null, db => db.InstrumentVersions.Where(v => v.Id == draft).Select(v => v.Revision).SingleAsync(Stop));
        return await app.Act(
            adviser.Actor,
            s => s.GetRequiredService<PublishInstrument>().Run(draft, version, from, revision, adviser.Actor, Stop)
        );
    }

    private Task<string> Next() =>
        app.Db(
            null,
            async db =>
                ItemVersionRules.NextMinor([
                    .. await db.InstrumentVersions.Where(v => v.State != InstrumentState.Draft).Select(v => v.Version).ToListAsync(Stop),
                    "1.1.0",
                ])
        );

    private Task Retire(Member adviser, Guid draft) =>
        app.Act(adviser.Actor, s => s.GetRequiredService<RetireInstrument>().Run(draft, adviser.Actor, Stop));
}
