using Appui.Shared;
using Appui.Shared.Files;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Shared.Files;

/// <summary>What nothing refers to goes after a week; what anything refers to stays.</summary>
public abstract class CollectFilesTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteFiles app) : CollectFilesTests(app), IClassFixture<SqliteFiles>;

    public sealed class OnPostgres(PostgresFiles app) : CollectFilesTests(app), IClassFixture<PostgresFiles>;

    private async Task Nights(int count)
    {
        for (var i = 0; i < count; i++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.Collect();
        }
    }

    private static void MakeOld(string path) => File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddDays(-8));

    [Fact]
    public async Task A_file_goes_a_week_after_nothing_refers_to_it_row_and_bytes()
    {
        var actor = (await app.Member()).Actor;
        var (kept, dropped) = (
            (await app.Store(actor, FilesHarness.Text(10))).File!,
            (await app.Store(actor, FilesHarness.Text(20))).File!
        );
        FilesHarness.Refer(kept.Id);
        FilesHarness.Refer(dropped.Id);
        await Nights(10);
        FilesHarness.Refer(dropped.Id, false);
        await Nights(7);
        (await app.Kept(actor, dropped.Id))!.UnreferencedSince.ShouldNotBeNull("a week has not passed since it was noted");
        File.Exists(app.PathOf(dropped)).ShouldBeTrue();
        await Nights(1);
        (await app.Kept(actor, dropped.Id)).ShouldBeNull();
        app.OnDisk(actor.OrganisationId).ShouldBe([app.PathOf(kept)]);
        (await app.Kept(actor, kept.Id))!.UnreferencedSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_is_referred_to_again_in_time_stays_and_its_week_begins_anew()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, FilesHarness.Text(10))).File!;
        await Nights(6);
        FilesHarness.Refer(file.Id);
        await Nights(3);
        (await app.Kept(actor, file.Id))!.UnreferencedSince.ShouldBeNull();
        FilesHarness.Refer(file.Id, false);
        await Nights(7);
        (await app.Kept(actor, file.Id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_use_that_forgets_its_files_loses_none_that_another_refers_to()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, FilesHarness.Text(10), use: FilesHarness.Forgetful)).File!;
        FilesHarness.Refer(file.Id); // by the other use
        await Nights(20);
        (await app.Kept(actor, file.Id)).ShouldNotBeNull();
        File.Exists(app.PathOf(file)).ShouldBeTrue();
    }

    [Fact]
    public async Task Files_of_a_use_that_nobody_registers_any_more_are_never_collected()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, FilesHarness.Text(10))).File!;
        await app.Db(actor, db => db.KeptFiles.Where(f => f.Id == file.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Use, "gone.room")));
        await Nights(20);
        (await app.Kept(actor, file.Id))!.UnreferencedSince.ShouldBeNull();
        File.Exists(app.PathOf(file)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_capability_that_cannot_answer_costs_nobody_a_file()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, FilesHarness.Text(10))).File!;
        await Nights(7);
        FilesHarness.Breaks = true;
        try
        {
            await Should.ThrowAsync<InvalidOperationException>(() => Nights(3));
            (await app.Kept(actor, file.Id)).ShouldNotBeNull();
            File.Exists(app.PathOf(file)).ShouldBeTrue();
        }
        finally
        {
            FilesHarness.Breaks = false;
        }
    }

    [Fact]
    public async Task What_one_organisation_refers_to_says_nothing_of_the_files_of_another()
    {
        var (one, two) = ((await app.Member()).Actor, (await app.Member()).Actor);
        var (first, second) = ((await app.Store(one, FilesHarness.Text(10))).File!, (await app.Store(two, FilesHarness.Text(10))).File!);
        FilesHarness.Refer(second.Id);
        await Nights(9);
        (await app.Kept(one, first.Id)).ShouldBeNull();
        (await app.Kept(two, second.Id)).ShouldNotBeNull();
        File.Exists(app.PathOf(second)).ShouldBeTrue();
    }

    [Fact]
    public async Task Bytes_that_a_stop_left_without_a_row_go_after_a_week_and_not_before()
    {
        var actor = (await app.Member()).Actor;
        var (left, file) = (
            (await app.Store(actor, FilesHarness.Text(10), save: false)).File!,
            (await app.Store(actor, FilesHarness.Text(10))).File!
        );
        FilesHarness.Refer(file.Id);
        var (unfinished, foreign) = (app.PathOf(left)[..^2] + "00.new", Path.Combine(Path.GetDirectoryName(app.PathOf(left))!, "notes"));
        await File.WriteAllTextAsync(unfinished, "la moi");
        await File.WriteAllTextAsync(foreign, "d’une autre main");
        await app.Collect();
        app.OnDisk(actor.OrganisationId).Length.ShouldBe(4);
        foreach (var path in app.OnDisk(actor.OrganisationId))
            MakeOld(path);
        await app.Collect();
        app.OnDisk(actor.OrganisationId).Order().ShouldBe([.. new[] { app.PathOf(file), foreign }.Order()]);
    }

    [Fact]
    public async Task Bytes_of_an_organisation_that_was_erased_go_too()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, FilesHarness.Text(10))).File!;
        FilesHarness.Refer(file.Id);
        MakeOld(app.PathOf(file));
        await app.Collect();
        File.Exists(app.PathOf(file)).ShouldBeTrue();
        await app.Db(actor, db => db.Memberships.ExecuteDeleteAsync());
        await app.Db(actor, db => db.Organisations.Where(o => o.Id == actor.OrganisationId).ExecuteDeleteAsync());
        await app.Collect();
        app.OnDisk(actor.OrganisationId).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_whose_bytes_are_gone_stays_and_the_log_says_so()
    {
        var actor = (await app.Member()).Actor;
        var file = (await app.Store(actor, FilesHarness.Text(10), "Attestation.txt")).File!;
        FilesHarness.Refer(file.Id);
        File.Delete(app.PathOf(file));
        await app.Collect();
        app.Errors.ShouldContain(e =>
            e.Contains("Attestation.txt", StringComparison.Ordinal) && e.Contains("appui files verify", StringComparison.Ordinal)
        );
        (await app.Kept(actor, file.Id)).ShouldNotBeNull();
    }

    [Fact]
    public void The_nightly_retention_runs_it() => app.Services.GetServices<RetentionRule>().ShouldContain(FilesModule.Unreferenced);
}
