using Appui.Shared.Storage;
using Appui.Shared.Upkeep;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Appui.Shared.Backup;

/// <summary>What a restore did.</summary>
/// <param name="Manifest">What came back.</param>
/// <param name="Aside">Where the former data was put.</param>
public sealed record Restored(BackupManifest Manifest, string Aside);

/// <summary>
/// Puts a backup in the place of an instance's data, running or not: pages say that it is being done, the former data is kept aside,
/// everybody signs in again, and durable work waits until an administrator lets it go on.
/// </summary>
public sealed class RestoreBackup(AppuiDb db, AppuiSettings settings, IEnumerable<AfterRestore> hooks, TimeProvider clock)
{
    /// <summary>How long nodes are given to see that maintenance is on.</summary>
    public TimeSpan Notice { get; set; } = 2 * SwitchWatch.Pace + TimeSpan.FromMilliseconds(500);

    /// <summary>Restores it. Nothing is touched before the whole archive was read and found sound.</summary>
    public async Task<Outcome<Restored>> Run(string path, CancellationToken stop)
    {
        if (await Archive.Verify(path, stop) is not { } manifest)
            return BackupRefusals.Damaged.With(path);
        if (manifest.Engine != MakeBackup.EngineOf(db))
            return BackupRefusals.OtherEngine.With(manifest.Engine, MakeBackup.EngineOf(db));
        if (!db.Database.GetMigrations().Contains(manifest.Migration, StringComparer.Ordinal))
            return BackupRefusals.OtherVersion.With(manifest.Program);
        Directory.CreateDirectory(settings.Dir);
        var work = Path.Combine(settings.Dir, "restoring");
        if (Directory.Exists(work))
            Directory.Delete(work, recursive: true);
        try
        {
            if (!await Archive.Extract(path, manifest, work, stop))
                return BackupRefusals.Damaged.With(path);
            if (db.IsSqlite && await WrongTable(work, manifest, stop) is { } wrong)
                return BackupRefusals.NotWhole.With(wrong);
            return await Swap(work, manifest, stop);
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
    }

    private async Task<Outcome<Restored>> Swap(string work, BackupManifest manifest, CancellationToken stop)
    {
        var aside = $"before_restore_{clock.Now():yyyyMMdd_HHmmss}";
        var isThere = await IsThere(stop);
        if (isThere)
        {
            await db.SwitchOn(Switch.Maintenance, clock.Now(), stop);
            await Task.Delay(Notice, stop);
        }

        try
        {
            if (await PutDatabase(work, manifest, aside, stop) is { } refusal)
                return refusal;
            PutFolders(work, Path.Combine(settings.Dir, aside));
            await db.Database.MigrateAsync(stop);
            foreach (var hook in hooks)
                await hook.Change(db, clock.Now(), stop);
        }
        finally
        {
            if (await IsThere(CancellationToken.None))
                await db.SwitchOff(Switch.Maintenance, CancellationToken.None);
        }

        return new Restored(manifest, aside);
    }

    private async Task<Refusal?> PutDatabase(string work, BackupManifest manifest, string aside, CancellationToken stop)
    {
        var folder = Path.Combine(settings.Dir, aside);
        Directory.CreateDirectory(folder);
        if (!db.IsSqlite)
        {
            // The schema as it was when the backup was made; the last migrations follow once its rows are there.
            var script = db.GetService<IMigrator>()
                .GenerateScript(Migration.InitialDatabase, manifest.Migration, MigrationsSqlGenerationOptions.NoTransactions);
            var wrong = await PostgresCopy.Put(
                settings.Postgres,
                Path.Combine(work, "database"),
                manifest.Tables,
                script,
                SwitchesOn,
                aside,
                stop
            );
            return wrong is null ? null : BackupRefusals.NotWhole.With(wrong);
        }

        var copy = Path.Combine(work, SqliteCopy.Entry);
        await PrepareSqlite(copy, stop);
        if (File.Exists(settings.SqlitePath))
            await KeepSqlite(folder, stop);
        await SqliteCopy.Put(copy, settings.SqlitePath, stop);
        SqliteConnection.ClearAllPools();
        return null;
    }

    // Both on in what comes back, so that no node goes on before the end and no mail goes twice.
    private string SwitchesOn
    {
        get
        {
            var since = db.IsSqlite ? $"{db.Stored(clock.Now())}" : $"'{clock.Now():yyyy-MM-ddTHH:mm:ss.fffZ}'";
            return $"""
                INSERT INTO shared_switch ("Name", "Since") VALUES ('{Switch.Maintenance}', {since}), ('{Switch.WorkPaused}', {since})
                ON CONFLICT ("Name") DO NOTHING
                """;
        }
    }

    private async Task PrepareSqlite(string copy, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = SwitchesOn;
        await command.ExecuteNonQueryAsync(stop);
    }

    // A database that can no longer be read is moved as it is.
    private async Task KeepSqlite(string folder, CancellationToken stop)
    {
        var kept = Path.Combine(folder, Path.GetFileName(settings.SqlitePath));
        try
        {
            await SqliteCopy.Take(settings.SqlitePath, kept, stop);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is 11 or 26)
        {
            SqliteConnection.ClearAllPools();
            foreach (var part in (string[])["", "-wal", "-shm"])
            {
                if (File.Exists(settings.SqlitePath + part))
                    File.Move(settings.SqlitePath + part, kept + part, overwrite: true);
            }
        }
    }

    private void PutFolders(string work, string aside)
    {
        foreach (var name in MakeBackup.Folders)
        {
            var (former, restored) = (Path.Combine(settings.Dir, name), Path.Combine(work, name));
            if (Directory.Exists(former))
                Directory.Move(former, Path.Combine(aside, name));
            if (Directory.Exists(restored))
                Directory.Move(restored, former);
        }
    }

    private static async Task<string?> WrongTable(string work, BackupManifest manifest, CancellationToken stop)
    {
        var found = await SqliteCopy.Look(Path.Combine(work, SqliteCopy.Entry), stop);
        return found is null
            ? SqliteCopy.Entry
            : manifest.Tables.FirstOrDefault(t => found.All(f => f.Name != t.Name || f.Rows != t.Rows))?.Name;
    }

    private async Task<bool> IsThere(CancellationToken stop)
    {
        try
        {
            if (db.IsSqlite && !File.Exists(settings.SqlitePath))
                return false;
            await db.Switches.AnyAsync(stop);
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            // A fresh or unreadable database: nobody is served from it. No hold is kept on its file.
            await db.Database.GetDbConnection().CloseAsync();
            return false;
        }
    }
}
