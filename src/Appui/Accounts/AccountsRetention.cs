using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts;

/// <summary>How long Accounts keeps what it no longer needs.</summary>
public static class AccountsRetention
{
    /// <summary>Ended or unused sessions.</summary>
    public static RetentionRule Sessions { get; } =
        new(
            "accounts.sessions",
            TimeSpan.FromDays(90),
            "CNIL, délibération 2021-122 (journalisation), 6 à 12 mois au plus",
            CollectSessions
        );

    /// <summary>What happened on accounts.</summary>
    public static RetentionRule Events { get; } =
        new("accounts.events", TimeSpan.FromDays(365), "CNIL, délibération 2021-122 (journalisation), 6 à 12 mois au plus", CollectEvents);

    /// <summary>Links sent by mail and counts of attempts.</summary>
    public static RetentionRule Secrets { get; } =
        new("accounts.secrets", TimeSpan.FromDays(30), "RGPD art. 5.1.e : plus d’utilité", CollectSecrets);

    private static Task<int> CollectSessions(IServiceProvider services, DateTime before, CancellationToken stop) =>
        services.GetRequiredService<AppuiDb>().Sessions.Where(s => s.SeenAt < before).ExecuteDeleteAsync(stop);

    private static Task<int> CollectEvents(IServiceProvider services, DateTime before, CancellationToken stop) =>
        services.GetRequiredService<AppuiDb>().AccountEvents.Where(e => e.At < before).ExecuteDeleteAsync(stop);

    private static async Task<int> CollectSecrets(IServiceProvider services, DateTime before, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var links = await db.MailedLinks.Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(stop);
        links += await AccountsAccess.ForgetTeamPapers(db, before, stop);
        return links + await db.Attempts.Where(a => a.StartedAt < before).ExecuteDeleteAsync(stop);
    }
}
