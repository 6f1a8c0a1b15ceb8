using Appui.Shared.Audit;
using Appui.Shared.Backup;
using Appui.Shared.Storage;
using Appui.Shared.Web;

namespace Appui.Shared.Upkeep;

/// <summary>What administrators do to a running instance: maintenance, backup, restore.</summary>
public static class UpkeepModule
{
    /// <summary>Registers it; before the worker, which must not start when it is paused.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddSingleton<Maintenance>();
        services.AddHostedService<SwitchWatch>();
        services.AddHostedService<IdleMemory>();
        services.AddScoped<MakeBackup>().AddScoped<RestoreBackup>();
        services.AddSingleton(AuditKind.Restored);
        services.AddSingleton(new AfterRestore(NoteInEveryAudit, s => s.GetRequiredService<PageCache>().EvictAll()));
        return services;
    }

    // Heads kept after the backup no longer match: each audit says why.
    private static async Task NoteInEveryAudit(AppuiDb db, DateTime now, CancellationToken stop)
    {
        foreach (var head in await AuditAccess.Heads(db, stop))
            db.Record(Actor.Nobody with { OrganisationId = head.OrganisationId }, AuditKind.Restored, now);
        await db.SaveChangesAsync(stop);
    }
}
