using Appui.Shared.Storage;
using Appui.Shared.Work;

namespace Appui.Shared.Audit;

/// <summary>The audit: what actions note, sealed into chains that cannot be rewritten unseen.</summary>
public static class AuditModule
{
    /// <summary>What entries say is erased after three years; the lines and their chain stay.</summary>
    public static readonly RetentionRule Payloads = new(
        "audit.payloads",
        TimeSpan.FromDays(3 * 365),
        "CNIL, délibération 2021-122 (journalisation) : trois ans au plus quand un contrôle interne le justifie",
        (services, before, stop) => AuditAccess.ErasePayloads(services.GetRequiredService<AppuiDb>(), before, stop)
    );

    /// <summary>Registers the sealer, the nightly keeping of heads and the retention.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton(new AuditOptions());
        services.AddSingleton<AuditHeads>();
        services.AddScoped<SealChains>().AddScoped<VerifyChain>().AddScoped<ListAudit>().AddScoped<KeepHeads>();
        services.AddHostedService<Sealer>();
        services.AddSingleton(AuditKind.Erased);
        services.AddSingleton(Payloads);
        services.AddSingleton(
            new WorkHandler(
                KeepHeads.Kind,
                (s, _, _, stop) =>
                    s.GetRequiredService<KeepHeads>()
                        .Run(s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<Sealer>>(), stop)
            )
        );
        services.AddSingleton(Schedule.Daily(KeepHeads.Kind, 2, 50));
        return services;
    }
}
