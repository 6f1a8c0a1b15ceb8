using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Files;

/// <summary>The few reads of files that look across organisations: for the platform itself and for what is kept about a person.</summary>
public static class FilesAccess
{
    private static readonly string[] Tenant = [AppuiDb.TenantFilter];

    /// <summary>Organisations that keep files.</summary>
    internal static Task<List<Guid>> Organisations(AppuiDb db, CancellationToken stop) =>
        db.KeptFiles.IgnoreQueryFilters(Tenant).Select(f => f.OrganisationId).Distinct().ToListAsync(stop);

    /// <summary>Ids of the files of an organisation, those whose bytes belong on disk.</summary>
    internal static Task<HashSet<Guid>> IdsOf(AppuiDb db, Guid organisation, CancellationToken stop) =>
        db.KeptFiles.IgnoreQueryFilters(Tenant).Where(f => f.OrganisationId == organisation).Select(f => f.Id).ToHashSetAsync(stop);

    /// <summary>Every file of every organisation.</summary>
    internal static IAsyncEnumerable<KeptFile> All(AppuiDb db) =>
        db.KeptFiles.IgnoreQueryFilters(Tenant).AsNoTracking().OrderBy(f => f.OrganisationId).ThenBy(f => f.Id).AsAsyncEnumerable();

    /// <summary>True while a file is kept.</summary>
    internal static Task<bool> IsKept(AppuiDb db, Guid id, CancellationToken stop) =>
        db.KeptFiles.IgnoreQueryFilters(Tenant).AnyAsync(f => f.Id == id, stop);

    /// <summary>What is kept about a person: that they sent files, and under which names.</summary>
    internal static async Task<IReadOnlyDictionary<string, object?>> Export(
        IServiceProvider services,
        Guid person,
        CancellationToken stop
    ) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["sent"] = await services
                .GetRequiredService<AppuiDb>()
                .KeptFiles.IgnoreQueryFilters(Tenant)
                .Where(f => f.StoredBy == person)
                .OrderBy(f => f.StoredAt)
                .Select(f => new
                {
                    f.Name,
                    f.Kind,
                    f.Length,
                    f.StoredAt,
                    f.OrganisationId,
                })
                .ToListAsync(stop),
        };

    /// <summary>Their organisations keep the files, and forget who sent them.</summary>
    internal static Task Erase(IServiceProvider services, Guid person, CancellationToken stop) =>
        services
            .GetRequiredService<AppuiDb>()
            .KeptFiles.IgnoreQueryFilters(Tenant)
            .Where(f => f.StoredBy == person)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.StoredBy, (Guid?)null), stop);
}
