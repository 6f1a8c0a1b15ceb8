using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Backup;

/// <summary>
/// Backs up a running instance into one file: one moment of the database first, then the files it refers to (never changed once written)
/// and the heads of the audit. The file is read back and compared before it gets its name.
/// </summary>
public sealed class MakeBackup(AppuiDb db, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>Folders of the instance that belong to a backup.</summary>
    internal static readonly IReadOnlyList<string> Folders = ["files", "audit"];

    /// <summary>Writes the backup; what it holds.</summary>
    public async Task<Outcome<BackupManifest>> Run(string path, CancellationToken stop)
    {
        if (File.Exists(path))
            return BackupRefusals.FileExists.With(path);
        if (
            (db.IsSqlite && !File.Exists(settings.SqlitePath))
            || !await db.Database.CanConnectAsync(stop)
            || (await db.Database.GetAppliedMigrationsAsync(stop)).LastOrDefault() is not { } migration
        )
            return BackupRefusals.NothingThere;
        var (work, unfinished) = (path + ".work", path + ".unfinished");
        Remove(work, unfinished);
        Directory.CreateDirectory(Path.Combine(work, "database"));
        try
        {
            var at = clock.Now();
            var tables = await TakeDatabase(work, stop);
            var program = typeof(MakeBackup).Assembly.GetName().Version?.ToString(3) ?? "";
            BackupManifest Describe(IReadOnlyList<BackupEntry> entries) => new(program, EngineOf(db), migration, at, tables, entries);
            await Archive.Write(unfinished, FilesIn(work).Concat(Folders.SelectMany(f => FilesIn(settings.Dir, f))), Describe, stop);
            if (await Archive.Verify(unfinished, stop) is not { } manifest)
                return BackupRefusals.Damaged.With(path);
            File.Move(unfinished, path);
            return manifest;
        }
        finally
        {
            Remove(work, unfinished);
        }
    }

    internal static string EngineOf(AppuiDb db) => db.IsSqlite ? "SQLite" : "PostgreSQL";

    private async Task<IReadOnlyList<BackupTable>> TakeDatabase(string work, CancellationToken stop)
    {
        if (!db.IsSqlite)
            return await PostgresCopy.Take(settings.Postgres, Path.Combine(work, "database"), stop);
        var copy = Path.Combine(work, SqliteCopy.Entry);
        await SqliteCopy.Take(settings.SqlitePath, copy, stop);
        return await SqliteCopy.Look(copy, stop)
            ?? throw new InvalidDataException("The database is damaged: integrity_check of its copy failed.");
    }

    // Files being written end in .new and get their name when they are whole.
    private static IEnumerable<(string Name, string File)> FilesIn(string root, string folder = "")
    {
        var start = Path.Combine(root, folder);
        return Directory.Exists(start)
            ? Directory
                .EnumerateFiles(start, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith(".new", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetRelativePath(root, f).Replace('\\', '/'), f))
            : [];
    }

    private static void Remove(string folder, string file)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        File.Delete(file);
    }
}
