using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Files;

/// <summary>
/// Every night: a file that nothing refers to is noted, and goes seven days later, row first; so do bytes without a row, left by a stop between
/// writing and saving or by an organisation that was erased. Each organisation is looked at alone, as nobody in it.
/// </summary>
public static partial class CollectFiles
{
    /// <summary>How long nothing must have referred to a file.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromDays(7);

    internal static async Task<int> Run(IServiceProvider services, DateTime before, CancellationToken stop)
    {
        var collected = 0;
        foreach (var organisation in await FilesAccess.Organisations(services.GetRequiredService<AppuiDb>(), stop))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Nobody with { OrganisationId = organisation };
            collected += await CollectOf(scope.ServiceProvider, before, stop);
        }

        return collected + await CollectStrays(services, stop);
    }

    private static async Task<int> CollectOf(IServiceProvider services, DateTime before, CancellationToken stop)
    {
        var (db, settings) = (services.GetRequiredService<AppuiDb>(), services.GetRequiredService<AppuiSettings>());
        var log = services.GetRequiredService<ILogger<StoreFile>>();
        var files = await db.KeptFiles.AsNoTracking().ToListAsync(stop); // before the references: a file of this moment is not looked at
        var uses = services.GetServices<FileUse>().ToList();
        HashSet<Guid> referred = [];
        foreach (var use in uses)
            referred.UnionWith(await use.StillReferred(services, stop));
        var known = uses.Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var use in files.Select(f => f.Use).Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal))
            Unclaimed(log, use, db.Tenant);
        var free = files.Where(f => known.Contains(f.Use) && !referred.Contains(f.Id)).ToList();
        var now = services.GetRequiredService<TimeProvider>().Now();
        await Mark(db, [.. free.Where(f => f.UnreferencedSince is null)], now, stop);
        await Mark(db, [.. files.Except(free).Where(f => f.UnreferencedSince is not null)], null, stop);
        var collected = 0;
        foreach (var file in files.Except(free).Where(f => !IsThere(settings, f)))
            Lost(log, file.Id, file.Name, db.Tenant);
        foreach (var file in free.Where(f => f.UnreferencedSince <= before))
        {
            // The row first: bytes without a row are harmless, a row without bytes is a loss.
            collected += await db.KeptFiles.Where(f => f.Id == file.Id && f.UnreferencedSince <= before).ExecuteDeleteAsync(stop);
            FileShelf.Remove(FileShelf.PathOf(settings, file));
        }

        return collected;
    }

    private static async Task Mark(AppuiDb db, IReadOnlyList<KeptFile> files, DateTime? since, CancellationToken stop)
    {
        foreach (var some in files.Select(f => f.Id).Chunk(500))
            await db
                .KeptFiles.Where(f => some.Contains(f.Id))
                .ExecuteUpdateAsync(f => f.SetProperty(x => x.UnreferencedSince, since), stop);
    }

    private static bool IsThere(AppuiSettings settings, KeptFile file) =>
        new FileInfo(FileShelf.PathOf(settings, file)) is { Exists: true } found && found.Length == file.Length;

    private static async Task<int> CollectStrays(IServiceProvider services, CancellationToken stop)
    {
        var root = FileShelf.Root(services.GetRequiredService<AppuiSettings>());
        var db = services.GetRequiredService<AppuiDb>();
        // Times of files are those of the machine, not of a demonstration.
        var before = TimeProvider.System.Now() - Delay;
        var collected = 0;
        foreach (var folder in Directory.Exists(root) ? Directory.EnumerateDirectories(root) : [])
        {
            if (!Guid.TryParse(Path.GetFileName(folder), out var organisation))
                continue;
            var old = Directory
                .EnumerateFiles(
                    folder,
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
                )
                .Where(f => File.GetLastWriteTimeUtc(f) < before && Guid.TryParse(Path.GetFileNameWithoutExtension(f), out _))
                .ToList();
            if (old.Count == 0)
                continue;
            var kept = await FilesAccess.IdsOf(db, organisation, stop);
            foreach (var stray in old.Where(f => !Guid.TryParse(Path.GetFileName(f), out var id) || !kept.Contains(id)))
            {
                FileShelf.Remove(stray);
                collected++;
            }
        }

        return collected;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Files of use {Use} in organisation {Organisation} are kept: no capability claims that use"
    )]
    private static partial void Unclaimed(ILogger log, string use, Guid organisation);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "File {Id} « {Name} » of organisation {Organisation} is missing or cut: run appui files verify"
    )]
    private static partial void Lost(ILogger log, Guid id, string name, Guid organisation);
}
