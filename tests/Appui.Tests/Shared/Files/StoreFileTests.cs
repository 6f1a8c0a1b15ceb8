using Appui.Shared;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Appui.Tests.Shared.Files;

/// <summary>What people send is kept once, whole, or not at all.</summary>
public abstract class StoreFileTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteFiles app) : StoreFileTests(app), IClassFixture<SqliteFiles>;

    public sealed class OnPostgres(PostgresFiles app) : StoreFileTests(app), IClassFixture<PostgresFiles>;

    [Fact]
    public async Task A_file_is_kept_as_it_was_sent_and_can_no_longer_be_written()
    {
        var actor = (await app.Member()).Actor;
        var bytes = SomeFile.Pdf("/A <</S/JavaScript>>");
        var file = (await app.Store(actor, bytes, "../Devis\u202E été.docx")).File!;

        var kept = (await app.Kept(actor, file.Id))!;
        (kept.Name, kept.Kind, kept.Length, kept.HasMacros).ShouldBe(("Devis été.pdf", FileKind.Pdf, bytes.Length, true));
        (kept.StoredBy, kept.StoredAt, kept.OrganisationId).ShouldBe((actor.PersonId, app.Clock.Now(), actor.OrganisationId));
        kept.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        var path = Path.Combine(app.Folder, "files", $"{actor.OrganisationId}", "2026", $"{file.Id}");
        app.OnDisk(actor.OrganisationId).ShouldBe([path]);
        (await File.ReadAllBytesAsync(path)).ShouldBe(bytes);
        new FileInfo(path).IsReadOnly.ShouldBeTrue();
    }

    [Fact]
    public async Task An_image_is_kept_without_what_was_written_beside_it()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, SomeFile.Photograph(), "IMG_0001.PNG")).File!;
        (file.Name, file.Kind).ShouldBe(("IMG_0001.jpg", FileKind.Jpeg));
        var bytes = await File.ReadAllBytesAsync(app.PathOf(file));
        bytes.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
        (file.Length, file.Sha256).ShouldBe((bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
    }

    [Fact]
    public async Task What_is_refused_is_said_in_a_sentence_and_leaves_nothing()
    {
        var actor = (await app.Member()).Actor;
        (byte[] Bytes, string Sentence)[] cases =
        [
            ([], "« preuve.txt » est vide. Rien n’a été gardé."),
            ([0x7F, 0x45, 0x4C, 0x46], "Envoyez un fichier de ce genre : PDF, PNG, JPG, TXT, DOCX, DOCM, ZIP."),
            (SomeFile.Image(SKEncodedImageFormat.Webp), "n’est pas accepté ici"),
            (SomeFile.Announced(30_000, 30_000), "Réduisez-la à 50 millions de pixels au plus."),
            (SomeFile.Image(SKEncodedImageFormat.Png)[..60], "est abîmé ou incomplet"),
            (SomeFile.Zip(("bombe", new byte[30_000_000])), "se déplie de façon anormale"),
            (SomeFile.Encrypted(), "est protégé par un mot de passe"),
            (FilesHarness.Text(1_000_001), "Réduisez-le à 1 Mo au plus"),
        ];
        foreach (var (bytes, sentence) in cases)
        {
            var (file, said) = await app.Store(actor, bytes);
            file.ShouldBeNull();
            said.Replace('\u00a0', ' ').ShouldContain(sentence);
        }

        app.OnDisk(actor.OrganisationId).ShouldBeEmpty();
        (await app.Db(actor, db => db.KeptFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_without_end_is_read_no_further_than_allowed()
    {
        var actor = (await app.Member()).Actor;
        await using var endless = new Endless();
        var outcome = await app.Act(
            actor,
            s => s.GetRequiredService<StoreFile>().Run(FilesHarness.Evidence, "a.txt", endless, actor, CancellationToken.None)
        );
        outcome.Refusal!.Code.ShouldBe(FileRefusals.TooLarge.Code);
        // The largest of what is accepted there: an image may have twenty megabytes.
        endless.Sent.ShouldBeLessThan(21_000_000);
        app.OnDisk(actor.OrganisationId).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_organisation_that_is_out_of_room_is_told_so_and_another_is_not_concerned()
    {
        var (actor, other) = ((await app.Member()).Actor, (await app.Member()).Actor);
        foreach (var length in (int[])[1_000_000, 1_000_000, 700_000])
            (await app.Store(actor, FilesHarness.Text(length))).File.ShouldNotBeNull();
        var (file, said) = await app.Store(actor, FilesHarness.Text(400_000));
        file.ShouldBeNull();
        said.Replace('\u00a0', ' ').ShouldContain("il reste 300 ko sur 3 Mo. Rien n’a été gardé.");
        app.OnDisk(actor.OrganisationId).Length.ShouldBe(3);
        (await app.Store(actor, FilesHarness.Text(300_000))).File.ShouldNotBeNull();
        (await app.Store(actor, FilesHarness.Text(1))).Said.Replace('\u00a0', ' ').ShouldContain("il reste 0 ko sur 3 Mo");
        (await app.Store(other, FilesHarness.Text(400_000))).File.ShouldNotBeNull();
    }

    [Fact]
    public async Task Files_of_one_action_count_together_before_they_are_saved()
    {
        var actor = (await app.Member()).Actor;
        var refused = await app.Act(
            actor,
            async services =>
            {
                var store = services.GetRequiredService<StoreFile>();
                List<string?> said = [];
                for (var i = 0; i < 4; i++)
                {
                    using var content = new MemoryStream(FilesHarness.Text(900_000));
                    said.Add((await store.Run(FilesHarness.Evidence, $"{i}.txt", content, actor, CancellationToken.None)).Refusal?.Code);
                }

                return said;
            }
        );
        refused.ShouldBe([null, null, null, FileRefusals.NoRoom.Code]);
    }

    [Fact]
    public async Task Many_at_once_are_all_kept_whole()
    {
        var actor = (await app.Member()).Actor;
        var sent = Enumerable
            .Range(0, 24)
            .Select(i =>
                i % 3 == 0 ? SomeFile.Photograph()
                : i % 3 == 1 ? SomeFile.Pdf($"/N {i}")
                : FilesHarness.Text(1000 + i)
            )
            .ToList();
        var files = await Task.WhenAll(sent.Select(bytes => app.Store(actor, bytes)));
        files.ShouldAllBe(f => f.File != null);
        foreach (var (file, _) in files)
        {
            var bytes = await File.ReadAllBytesAsync(app.PathOf(file!));
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)).ShouldBe(file!.Sha256);
        }

        app.OnDisk(actor.OrganisationId).Length.ShouldBe(24);
        (await app.Db(actor, db => db.KeptFiles.CountAsync())).ShouldBe(24);
    }

    [Fact]
    public async Task An_interrupted_sending_leaves_nothing()
    {
        var actor = (await app.Member()).Actor;
        await using var torn = new Endless { BreaksAt = 100_000 };
        await Should.ThrowAsync<IOException>(() =>
            app.Act(actor, s => s.GetRequiredService<StoreFile>().Run(FilesHarness.Evidence, "a.txt", torn, actor, CancellationToken.None))
        );
        app.OnDisk(actor.OrganisationId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_stores_for_another_organisation_nor_for_a_use_that_nobody_registered()
    {
        var (actor, other) = ((await app.Member()).Actor, (await app.Member()).Actor);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            app.Act(
                actor,
                async services =>
                {
                    using var content = new MemoryStream(FilesHarness.Text(10));
                    await services
                        .GetRequiredService<StoreFile>()
                        .Run(FilesHarness.Evidence, "a.txt", content, other, CancellationToken.None);
                    await services.GetRequiredService<AppuiDb>().SaveChangesAsync();
                }
            )
        );
        (await app.Db(other, db => db.KeptFiles.CountAsync())).ShouldBe(0);
        var unknown = FilesHarness.Evidence with { Name = "test.unknown" };
        await Should.ThrowAsync<InvalidOperationException>(() => app.Store(actor, FilesHarness.Text(10), use: unknown));
    }

    [Fact]
    public async Task A_person_takes_away_what_they_sent_and_is_forgotten_while_the_file_stays()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, FilesHarness.Text(10), "Mon attestation.txt")).File!;
        var source = app.Services.GetServices<PersonalDataSource>().Single(s => s.Capability == "files");
        Task<string> Export() =>
            app.Act(null, async s => System.Text.Json.JsonSerializer.Serialize(await source.Export(s, actor.PersonId!.Value, default)));
        (await Export()).ShouldContain("Mon attestation.txt");
        await app.Act(null, s => source.Erase(s, actor.PersonId!.Value, default));
        (await Export()).ShouldNotContain("Mon attestation.txt");
        (await app.Kept(actor, file.Id))!.StoredBy.ShouldBeNull();
        File.Exists(app.PathOf(file)).ShouldBeTrue();
    }

    // Sends letters for ever, or until its line breaks.
    private sealed class Endless : Stream
    {
        public long Sent { get; private set; }

        public long BreaksAt { get; init; } = long.MaxValue;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Sent;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Sent >= BreaksAt)
                throw new IOException("The line broke.");
            Array.Fill(buffer, (byte)'a', offset, count);
            Sent += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
