using System.Text;
using Appui.Shared;
using Appui.Shared.Files;
using Appui.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Appui.Tests.Shared.Files;

/// <summary>A kept file is sent to its organisation, as what it is, and runs nothing.</summary>
public abstract class SendFileTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteFiles app) : SendFileTests(app), IClassFixture<SqliteFiles>;

    public sealed class OnPostgres(PostgresFiles app) : SendFileTests(app), IClassFixture<PostgresFiles>;

    [Fact]
    public async Task It_is_saved_under_its_name_with_the_type_that_was_found()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, "<script>alert(1)</script>"u8.ToArray(), "Élan \"vital\".html")).File!;
        var (status, headers, body) = await app.Send(actor, file.Id, inline: true);
        status.ShouldBe(200);
        body.ShouldBe("<script>alert(1)</script>"u8.ToArray());
        headers.ContentType.ToString().ShouldBe("text/plain");
        headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        headers.ContentDisposition.ToString().ShouldStartWith("attachment; ");
        headers.ContentDisposition.ToString().ShouldContain("filename*=UTF-8''%C3%89lan%20-vital-.html.txt");
        headers.ContentSecurityPolicy.ToString().ShouldContain("sandbox");
        headers.CacheControl.ToString().ShouldBe("private, no-cache");
        headers.ETag.ToString().ShouldBe($"\"{file.Sha256}\"");
    }

    [Fact]
    public async Task Images_and_harmless_pdf_may_be_shown_in_the_window_and_nothing_else()
    {
        var actor = (await app.Member()).Actor;
        (byte[] Bytes, string Disposition, string Policy)[] cases =
        [
            (SomeFile.Image(SKEncodedImageFormat.Png), "inline", "sandbox"),
            (SomeFile.Pdf(""), "inline", "default-src 'none'"),
            (SomeFile.Pdf("/A <</S/JavaScript>>"), "attachment", "default-src 'none'"),
            (SomeFile.Zip(("index.html", "<p>"u8.ToArray())), "attachment", "sandbox"),
        ];
        foreach (var (bytes, disposition, policy) in cases)
        {
            var file = (await app.Store(actor, bytes)).File!;
            var (_, headers, _) = await app.Send(actor, file.Id, inline: true);
            headers.ContentDisposition.ToString().ShouldStartWith(disposition);
            headers.ContentSecurityPolicy.ToString().ShouldContain(policy);
            (await app.Send(actor, file.Id)).Headers.ContentDisposition.ToString().ShouldStartWith("attachment");
        }
    }

    [Fact]
    public async Task A_part_is_sent_when_a_part_is_asked_and_nothing_when_it_is_there_already()
    {
        var actor = (await app.Member()).Actor;
        var bytes = SomeFile.Pdf("");
        var file = (await app.Store(actor, bytes)).File!;
        var part = await app.Send(actor, file.Id, headers: ("Range", "bytes=1-4"));
        (part.Status, Encoding.ASCII.GetString(part.Body)).ShouldBe((206, "PDF-"));
        part.Headers.ContentRange.ToString().ShouldBe($"bytes 1-4/{bytes.Length}");
        (await app.Send(actor, file.Id, headers: ("Range", "bytes=90000-"))).Status.ShouldBe(416);
        var again = await app.Send(actor, file.Id, headers: ("If-None-Match", $"\"{file.Sha256}\""));
        (again.Status, again.Body.Length).ShouldBe((304, 0));
    }

    [Fact]
    public async Task Another_organisation_is_told_that_there_is_no_such_file()
    {
        var (actor, other) = ((await app.Member()).Actor, (await app.Member()).Actor);
        var file = (await app.Store(actor, FilesHarness.Text(10))).File!;
        (await app.Send(other, file.Id)).Status.ShouldBe(404);
        (await app.Send(Actor.Nobody, file.Id)).Status.ShouldBe(404);
        (await app.Send(actor, Ids.New())).Status.ShouldBe(404);
        (await app.Act(other, s => s.GetRequiredService<ReadFile>().Run(file.Id, default))).ShouldBeNull();
        (await app.Act(actor, s => s.GetRequiredService<ReadFile>().Run(file.Id, default))).ShouldBe(FilesHarness.Text(10));
    }

    [Fact]
    public async Task Bytes_that_are_gone_or_cut_are_never_sent_and_the_log_says_so()
    {
        var actor = (await app.Member()).Actor;
        var (gone, cut) = ((await app.Store(actor, FilesHarness.Text(10))).File!, (await app.Store(actor, FilesHarness.Text(10))).File!);
        File.Delete(app.PathOf(gone));
        Change(app.PathOf(cut), "aaaaa");
        foreach (var file in (KeptFile[])[gone, cut])
        {
            var (status, _, body) = await app.Send(actor, file.Id);
            (status, body.Length).ShouldBe((503, 0));
            app.Errors.ShouldContain(e => e.Contains($"{file.Id}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Verification_finds_what_is_missing_and_what_was_altered_by_a_letter()
    {
        var actor = (await app.Member()).Actor;
        List<KeptFile> files = [];
        for (var i = 0; i < 3; i++)
            files.Add((await app.Store(actor, FilesHarness.Text(10 + i), $"Pièce {i}.txt")).File!);
        Task<FilesReport> Verify() => app.Act(null, s => s.GetRequiredService<VerifyFiles>().Run(CancellationToken.None));
        IEnumerable<FileFault> Own(FilesReport report) => report.Faults.Where(f => f.OrganisationId == actor.OrganisationId);
        Own(await Verify()).ShouldBeEmpty();

        Change(app.PathOf(files[0]), "aaaaabaaaa");
        File.Delete(app.PathOf(files[2]));
        var report = await Verify();
        Own(report)
            .OrderBy(f => f.Name)
            .ShouldBe([
                new FileFault(actor.OrganisationId, files[0].Id, "Pièce 0.txt", IsMissing: false),
                new FileFault(actor.OrganisationId, files[2].Id, "Pièce 2.txt", IsMissing: true),
            ]);
        report.Files.ShouldBeGreaterThanOrEqualTo(3);
    }

    private static void Change(string path, string content)
    {
        new FileInfo(path).IsReadOnly = false;
        File.WriteAllText(path, content);
    }
}
