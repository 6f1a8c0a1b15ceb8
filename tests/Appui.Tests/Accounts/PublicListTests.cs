using System.Diagnostics;
using System.Net;
using System.Text;
using Appui.Accounts.PublicList;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Accounts;

public abstract class PublicListTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : PublicListTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : PublicListTests(app), IClassFixture<PostgresAccounts>;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_replaces_the_former_one_and_twice_the_same_changes_nothing(bool withMark)
    {
        (await Import(InventedList.File(300, withMark: withMark))).Value.ShouldBe(new ListCounts(300, 0));
        (await Import(InventedList.File(200, seed: 2, withMark))).Value.ShouldBe(new ListCounts(200, 0));
        var once = await All();
        (await Import(InventedList.File(200, seed: 2, withMark))).Value.ShouldBe(new ListCounts(200, 0));
        (await All()).ShouldBe(once);
        once.Count.ShouldBe(200);
        once.ShouldContain(p => p.Name.Contains("; Savoirs & Co"));
        once.ShouldAllBe(p => p.Department != null && p.Siret.StartsWith("000", StringComparison.Ordinal));
        once.ShouldContain(p => p.Department == "01", "the zero that the portal loses comes back");
        once.ShouldContain(p => p.Qualiopi);
        once.ShouldContain(p => !p.Qualiopi);
    }

    [Fact]
    public async Task Bad_lines_are_told_with_their_number_and_left_out()
    {
        var bad = new List<BadLine>();
        var file = InventedList.File(
            40,
            spoil: (n, line) =>
                n switch
                {
                    3 => line.Replace(InventedList.SiretOf(3), "73282932000075", StringComparison.Ordinal),
                    5 => $"12{line[11..]}",
                    7 => line + new string('x', 40_000),
                    9 => $"\"{line}",
                    11 => "",
                    12 => ";;;",
                    13 => InventedList.Line(13, new Random(1)) + "\r\n" + InventedList.Line(13, new Random(1)),
                    _ => line,
                }
        );
        (await Import(file, bad)).Value.ShouldBe(new ListCounts(34, 6));
        bad.OrderBy(b => b.Number)
            .Select(b => (b.Number, b.Reason.Split(' ')[0]))
            .ShouldBe([(4, "Ce"), (6, "Un"), (8, "Plus"), (10, "Un"), (13, "Indiquez"), (15, "Le")]);
    }

    [Fact]
    public async Task A_file_that_is_not_the_list_or_breaks_off_leaves_the_former_list()
    {
        await Import(InventedList.File(50));
        (await Import(Text("a;b;c\n1;2;3\n"))).Refusal!.Sentence.ShouldContain(
            "numeroDeclarationActivite, denomination, siretEtablissementDeclarant"
        );
        (await Import(Text(""))).Refusal!.Code.ShouldBe("List_ColumnsMissing");
        (await Import(Text(InventedList.Titles))).Refusal!.Code.ShouldBe("List_MostlyBad");
        (await Import(InventedList.File(30, spoil: (n, line) => n % 3 == 0 ? line : ";;"))).Refusal!.Code.ShouldBe("List_MostlyBad");
        var latin = InventedList.File(2000);
        latin.Position = latin.Length - 20;
        latin.WriteByte(0xE9);
        latin.Position = 0;
        (await Import(latin)).Refusal!.Code.ShouldBe("List_NotUtf8");
        await Should.ThrowAsync<IOException>(() => Import(new BreaksOff(InventedList.File(2000))));
        (await All()).Count.ShouldBe(50);
        (await Import(InventedList.File(60))).Value.Kept.ShouldBe(60);
    }

    [Fact]
    public async Task A_siret_of_the_list_fills_what_is_empty_and_touches_nothing_typed()
    {
        await Import(InventedList.File(20));
        var listed = await app.Db(null, db => db.ListedProviders.SingleAsync(p => p.Siret == InventedList.SiretOf(7)));
        var typed = new Form
        {
            ["Organisation.Siret"] = InventedList.SiretOf(7),
            ["Organisation.Trainers"] = "17",
            ["FullName"] = "Claire",
        };
        var page = await app.Browser().Post("/inscription?handler=Fill", typed);
        page.Status.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(page.Text).ShouldContain($"value=\"{listed.Name}\"");
        page.Text.ShouldContain($"value=\"{listed.ActivityNumber}\"");
        page.Text.ShouldContain($"value=\"{listed.DepartmentCode}\" selected");
        page.Text.ShouldContain("name=\"Organisation.Trainers\" type=\"text\" value=\"17\"");
        page.Text.ShouldContain("value=\"Claire\"");
        page.Words.ShouldContain("liste publique DGEFP, importée le 24\u00a0novembre 2026");

        typed["Organisation.Name"] = "Mon nom à moi";
        (await app.Browser().Post("/inscription?handler=Fill", typed)).Text.ShouldContain("value=\"Mon nom à moi\"");
        var link = await app.Space();
        (await app.Browser().Post($"/essai/{link}/garder?handler=Fill", typed)).Text.ShouldContain($"value=\"{listed.ActivityNumber}\"");
        var member = await app.Somebody();
        (await member.Browser.Post($"/o/{member.Code}/organisme?handler=Fill", typed)).Text.ShouldContain(
            $"value=\"{listed.ActivityNumber}\""
        );
        (await member.Browser.Get($"/o/{member.Code}/organisme")).Text.ShouldNotContain(
            listed.ActivityNumber,
            Case.Sensitive,
            "nothing is saved yet"
        );
    }

    [Fact]
    public async Task A_siret_that_is_wrong_unknown_or_asked_too_often_is_said_and_nothing_is_lost()
    {
        var browser = app.Browser();
        (await Ask(browser, "")).Words.ShouldContain("Indiquez d’abord le Siret");
        (await Ask(browser, "73282932000075")).Words.ShouldContain("un chiffre est faux");
        var unknown = await Ask(browser, "73282932000074");
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Words.ShouldContain("n’est pas dans la liste publique");
        unknown.Text.ShouldContain("value=\"Nom tapé\"");
        Answer last = unknown;
        for (var i = 0; i < 60; i++)
            last = await Ask(browser, "73282932000074");
        last.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await app.Db(null, db => db.Attempts.ExecuteDeleteAsync());
    }

    [Fact]
    [Trait("long", "yes")]
    public async Task A_hundred_and_fifty_thousand_lines_are_imported_in_a_minute_and_little_memory()
    {
        var path = Path.Combine(app.Folder, "liste.csv");
        await using (var written = File.Create(path))
        await using (var made = InventedList.File(150_000))
            await made.CopyToAsync(written);
        GC.Collect(2, GCCollectionMode.Aggressive);
        var before = GC.GetTotalMemory(true);
        long most = 0;
        var began = Stopwatch.GetTimestamp();
        await using var file = File.OpenRead(path);
        var outcome = await app.Act(
            null,
            s =>
                s.GetRequiredService<ImportProviders>()
                    .Run(file, _ => most = Math.Max(most, GC.GetTotalMemory(true)), _ => { }, CancellationToken.None)
        );
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        TestContext.Current.SendDiagnosticMessage(
            "{0}: {1} lines in {2:0.0} s, {3:0} lines/s, {4} MB more at most",
            GetType().Name,
            outcome.Value.Kept,
            seconds,
            outcome.Value.Kept / seconds,
            (most - before) / 1_000_000
        );
        outcome.Value.Kept.ShouldBe(150_000);
        seconds.ShouldBeLessThan(60);
        ((most - before) / 1_000_000).ShouldBeLessThan(64);
    }

    private static Task<Answer> Ask(Browser browser, string siret) =>
        browser.Post("/inscription?handler=Fill", new Form { ["Organisation.Siret"] = siret, ["Organisation.Name"] = "Nom tapé" });

    private Task<Outcome<ListCounts>> Import(Stream file, List<BadLine>? bad = null) =>
        app.Act(null, s => s.GetRequiredService<ImportProviders>().Run(file, _ => { }, line => bad?.Add(line), CancellationToken.None));

    private Task<List<(string Nda, string Name, string Siret, string? Department, bool Qualiopi)>> All() =>
        app.Db(
            null,
            async db =>
                (await db.ListedProviders.OrderBy(p => p.ActivityNumber).ToListAsync()).ConvertAll(p =>
                    (p.ActivityNumber, p.Name, p.Siret, p.DepartmentCode, p.Qualiopi)
                )
        );

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    // A disk that fails in the middle of the file.
    private sealed class BreaksOff(Stream file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            file.Position > file.Length / 2 ? throw new IOException("The disk failed.") : file.Read(buffer, offset, count);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
