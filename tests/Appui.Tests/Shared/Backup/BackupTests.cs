using System.Globalization;
using System.Net;
using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Backup;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Appui.Shared.Upkeep;
using Appui.Shared.Work;
using Appui.Tests.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Door = Appui.Shared.Work.Work;

namespace Appui.Tests.Shared.Backup;

/// <summary>A running instance goes into one file and comes back whole, or not at all.</summary>
public sealed class BackupTests(OpsPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<OpsApp> Start(string engine, string? database = null) =>
        await OpsApp.Start(database ?? await postgres.On(engine), worker: false);

    private static async Task<Outcome<BackupManifest>> Backup(OpsApp app, string path)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(path, Stop);
    }

    private static async Task<Outcome<Restored>> Restore(OpsApp app, string path)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RestoreBackup>().Run(path, Stop);
    }

    private static Task<Guid> Space(OpsApp app) =>
        app.With(async db =>
            (await new OpenProvisionalSpace(db, TimeProvider.System).Run(ProviderProfile.Solo, "31", Stop)).OrganisationId
        );

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"appui-backup-{Ids.New():N}.tar");

    /// <summary>Everything in the database, row by row, as text.</summary>
    private static Task<List<string>> Contents(OpsApp app, params string[] but) =>
        app.With(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await connection.OpenAsync(Stop);
            List<string> rows = [];
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Except(but).Order())
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync(Stop);
                while (await reader.ReadAsync(Stop))
                {
                    var values = Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))}")
                        .Order();
                    rows.Add($"{table}: {string.Join("; ", values)}");
                }
            }

            return rows.Order(StringComparer.Ordinal).ToList();
        });

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static async Task<Guid> Fill(OpsApp app)
    {
        var organisation = await Space(app);
        var kind = new AuditKind("test", () => "");
        await app.With(
            async db =>
            {
                for (var i = 0; i < 20; i++)
                    db.Record(new Actor(null, null, organisation, Roles.Visitor), kind, TimeProvider.System.Now(), null, ("n", $"été {i}"));
                Door.Enqueue(db, "mail", null, new { to = "a@exemple.test" }, Actor.Nobody, TimeProvider.System.Now());
                var person = Some.Person();
                db.Add(person);
                db.Add(Session.Open(person.Id, SignInMethod.Password, new Origin("essai", ""), TimeProvider.System.Now()));
                return await db.SaveChangesAsync(Stop);
            },
            organisation
        );
        await OpsApp.Until(() => app.With(async db => !await db.AuditEntries.AnyAsync(e => e.Sequence == null, Stop), organisation));
        var folder = Directory.CreateDirectory(Path.Combine(app.Settings.Dir, "files", $"{organisation}", "2026")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "un"), [1, 2, 3], Stop);
        await File.WriteAllBytesAsync(Path.Combine(folder, "deux"), new byte[100_000], Stop);
        return organisation;
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_is_backed_up_comes_back_in_a_fresh_instance_row_for_row(string engine)
    {
        var file = NewFile();
        await using var app = await Start(engine);
        var organisation = await Fill(app);
        var before = await Contents(app);
        (await Backup(app, file)).Value.Tables.Sum(t => t.Rows).ShouldBeGreaterThan(40);
        (await Backup(app, file)).Refusal!.Code.ShouldBe(BackupRefusals.FileExists.Code);

        await using var fresh = await Start(engine);
        var done = (await Restore(fresh, file)).Value;
        string[] changed = ["accounts_session", "shared_switch", "shared_audit_entry", "shared_audit_payload", "shared_audit_chain"];
        (await Contents(fresh, changed)).ShouldBe(await Contents(app, changed));
        var rows = (await Contents(fresh)).ToHashSet(StringComparer.Ordinal);
        before.Where(r => r.StartsWith("shared_audit_entry", StringComparison.Ordinal)).ShouldAllBe(r => rows.Contains(r));
        (await File.ReadAllBytesAsync(Path.Combine(fresh.Settings.Dir, "files", $"{organisation}", "2026", "un"), Stop)).ShouldBe([
            1,
            2,
            3,
        ]);
        new FileInfo(Path.Combine(fresh.Settings.Dir, "files", $"{organisation}", "2026", "deux")).Length.ShouldBe(100_000);

        (await fresh.With(db => db.Sessions.AllAsync(s => s.EndedAt != null, Stop))).ShouldBeTrue("everybody signs in again");
        (await fresh.With(db => db.Switches.Select(s => s.Name).ToListAsync(Stop))).ShouldBe([Switch.WorkPaused]);
        await OpsApp.Until(() => Task.FromResult(fresh.App.Services.GetRequiredService<WorkPause>().IsOn));
        await fresh.With(db => db.SwitchOff(Switch.WorkPaused, Stop));
        await OpsApp.Until(() => Task.FromResult(!fresh.App.Services.GetRequiredService<WorkPause>().IsOn));

        // The instance goes on: numbers given by the database follow, the audit seals and verifies.
        var actor = Actor.Nobody with
        {
            OrganisationId = organisation,
        };
        await OpsApp.Until(() => fresh.With(async db => !await db.AuditEntries.AnyAsync(e => e.Sequence == null, Stop), organisation));
        await using var scope = fresh.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        var report = await scope.ServiceProvider.GetRequiredService<VerifyChain>().Run(actor, null, Stop);
        report.Faults.ShouldBeEmpty();
        report.Head!.Sequence.ShouldBe(21, "the restore is the last line");
        done.Manifest.Entries.Count.ShouldBeGreaterThan(2);
        File.Delete(file);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_backup_taken_while_a_writer_writes_holds_one_moment(string engine)
    {
        var file = NewFile();
        await using var app = await Start(engine);
        using var enough = new CancellationTokenSource();
        var written = 0;
        // Each save writes a pair; a backup between two moments would hold half of one.
        var writer = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await app.With(async db =>
                    {
                        for (var i = 0; i < 2; i++)
                            Door.Enqueue(db, "essai", $"{written}:{i}", written, Actor.Nobody, TimeProvider.System.Now());
                        return await db.SaveChangesAsync(Stop);
                    });
                    Interlocked.Increment(ref written);
                }
            },
            Stop
        );
        await OpsApp.Until(() => Task.FromResult(written > 20));
        var (least, manifest) = (written, (await Backup(app, file)).Value);
        var most = written + 1;
        await enough.CancelAsync();
        await writer;
        most.ShouldBeGreaterThan(least + 1, "the writer went on meanwhile");

        await using var fresh = await Start(engine);
        (await Restore(fresh, file)).Value.Manifest.At.ShouldBe(manifest.At);
        var keys = await fresh.With(db => db.Work.Where(w => w.Kind == "essai").Select(w => w.Key).ToListAsync(Stop));
        (keys.Count % 2).ShouldBe(0);
        keys.Count.ShouldBeInRange(2 * least, 2 * most);
        File.Delete(file);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_cut_or_altered_archive_is_refused_and_nothing_is_touched(string engine)
    {
        var file = NewFile();
        await using var app = await Start(engine);
        await Fill(app);
        (await Backup(app, file)).Refusal.ShouldBeNull();
        var whole = await File.ReadAllBytesAsync(file, Stop);
        var before = await Contents(app);
        var random = new Random(7);
        var bad = file + ".bad";
        var trials = Enumerable
            .Range(0, 40)
            .Select(i =>
            {
                if (i < 10)
                    return whole[..random.Next(whole.Length)];
                var copy = (byte[])whole.Clone();
                copy[i < 16 ? copy.Length - 1 - random.Next(2048) : random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                return copy;
            })
            .Append([])
            .Append([.. whole, 0])
            .Append("bonjour"u8.ToArray());
        foreach (var bytes in trials)
        {
            await File.WriteAllBytesAsync(bad, bytes, Stop);
            (await Restore(app, bad)).Refusal?.Code.ShouldBe(BackupRefusals.Damaged.Code);
        }

        (await Restore(app, file + ".absent")).Refusal!.Code.ShouldBe(BackupRefusals.Damaged.Code);
        (await Contents(app)).ShouldBe(before);
        Directory.GetDirectories(app.Settings.Dir, "before_restore_*").ShouldBeEmpty();
        File.Delete(file);
        File.Delete(bad);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_running_instance_says_that_it_is_being_restored_and_keeps_the_former_data_aside(string engine)
    {
        var file = NewFile();
        await using var app = await Start(engine);
        var kept = await Fill(app);
        (await Backup(app, file)).Refusal.ShouldBeNull();
        var later = await Space(app);
        (await app.Client.GetAsync("/", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var restoring = Restore(app, file);
        HttpResponseMessage? closed = null;
        await OpsApp.Until(async () =>
        {
            closed = await app.Client.GetAsync("/", Stop);
            return closed.StatusCode == HttpStatusCode.ServiceUnavailable || restoring.IsCompleted;
        });
        closed!.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await closed.Content.ReadAsStringAsync(Stop)).ShouldContain("Une sauvegarde est en cours de restauration");
        var done = (await restoring).Value;
        await OpsApp.Until(async () => (await app.Client.GetAsync("/", Stop)).IsSuccessStatusCode);
        var there = await app.With(db => db.Organisations.Select(o => o.Id).ToListAsync(Stop));
        there.ShouldContain(kept);
        there.ShouldNotContain(later);
        Directory.Exists(Path.Combine(app.Settings.Dir, done.Aside, "files")).ShouldBeTrue();
        if (engine == "sqlite")
        {
            File.Exists(Path.Combine(app.Settings.Dir, done.Aside, "appui.db")).ShouldBeTrue();
        }
        else
        {
            var former = await app.With(async db =>
            {
                var connection = db.Database.GetDbConnection();
                await connection.OpenAsync(Stop);
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT count(*) FROM {done.Aside}.accounts_organisation";
                return (long)(await command.ExecuteScalarAsync(Stop))!;
            });
            former.ShouldBe(there.Count + 1);
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_backup_of_one_engine_is_not_restored_on_the_other()
    {
        var file = NewFile();
        await using var sqlite = await Start("sqlite");
        await using var server = await Start("postgres");
        (await Backup(sqlite, file)).Refusal.ShouldBeNull();
        (await Restore(server, file)).Refusal!.Sentence.ShouldContain("SQLite");
        File.Delete(file);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_kept_file_comes_back_with_its_row_verifies_and_is_still_for_reading_only(string engine)
    {
        var file = NewFile();
        await using var app = await Start(engine);
        var organisation = await Space(app);
        var kept = await Keep(app, organisation);
        var path = FileShelf.PathOf(app.Settings, kept);
        await File.WriteAllTextAsync(path[..^2] + "00.new", "pas fini", Stop);
        (await Backup(app, file)).Value.Entries.ShouldContain(e => e.Sha256 == kept.Sha256 && e.Size == kept.Length);

        await using var fresh = await Start(engine);
        (await Restore(fresh, file)).Refusal.ShouldBeNull();
        (await fresh.With(db => db.KeptFiles.SingleAsync(Stop), organisation)).Name.ShouldBe("Convention signée.png");
        var back = FileShelf.PathOf(fresh.Settings, kept);
        Directory.GetFiles(Path.GetDirectoryName(back)!).ShouldBe([back], "what was being written is left out");
        new FileInfo(back).IsReadOnly.ShouldBeTrue();
        var report = await Verify(fresh);
        (report.Files, report.Bytes, report.Faults.Count).ShouldBe((1, kept.Length, 0));
        File.Delete(back);
        (await Verify(fresh)).Faults.ShouldBe([new FileFault(organisation, kept.Id, kept.Name, IsMissing: true)]);
        File.Delete(file);
    }

    [Fact]
    public async Task A_file_that_is_collected_while_a_backup_is_made_does_not_end_it()
    {
        var file = NewFile();
        await using var app = await Start("sqlite");
        var path = FileShelf.PathOf(app.Settings, await Keep(app, await Space(app)));
        (string, string)[] seen = [("files/gone", path + "-gone"), ("files/there", path)];
        await Archive.Write(file, seen, entries => new BackupManifest("", "", "", default, [], entries), Stop);
        (await Archive.Verify(file, Stop))!.Entries.Select(e => e.Name).ShouldBe(["files/there"]);
        File.Delete(file);
    }

    private static async Task<KeptFile> Keep(OpsApp app, Guid organisation)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        var actor = new Actor(null, null, organisation, Roles.Manager);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        using var image = new MemoryStream(SomeFile.Image(SkiaSharp.SKEncodedImageFormat.Png));
        var kept = await scope
            .ServiceProvider.GetRequiredService<StoreFile>()
            .Run(OrganisationLogo.Use, "Convention signée", image, actor, Stop);
        await scope.ServiceProvider.GetRequiredService<AppuiDb>().SaveChangesAsync(Stop);
        return kept.Value;
    }

    private static async Task<FilesReport> Verify(OpsApp app)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyFiles>().Run(Stop);
    }

    [Fact]
    public async Task An_embedded_database_that_can_no_longer_be_read_is_set_aside_and_replaced()
    {
        var file = NewFile();
        await using var app = await Start("sqlite");
        var kept = await Fill(app);
        (await Backup(app, file)).Refusal.ShouldBeNull();
        await app.App.StopAsync(Stop);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var part in (string[])["-wal", "-shm"])
            File.Delete(app.Settings.SqlitePath + part);
        await File.WriteAllTextAsync(app.Settings.SqlitePath, string.Concat(Enumerable.Repeat("abîmé ", 2000)), Stop);
        var done = (await Restore(app, file)).Value;
        (await app.With(db => db.Organisations.Select(o => o.Id).ToListAsync(Stop))).ShouldContain(kept);
        (await File.ReadAllTextAsync(Path.Combine(app.Settings.Dir, done.Aside, "appui.db"), Stop)).ShouldStartWith("abîmé");
        File.Delete(file);
    }
}
