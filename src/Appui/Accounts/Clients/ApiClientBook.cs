using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.Clients;

/// <summary>What a request needs to know of a client.</summary>
public sealed record KnownClient(Guid Id, Guid OrganisationId, string SecretHash, IReadOnlySet<string> Scopes)
{
    /// <summary>True for the right secret; compared in constant time.</summary>
    public bool HasSecret(string? secret) =>
        secret is { Length: > 0 and <= 200 }
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Ids.HashOf(secret)), Encoding.ASCII.GetBytes(SecretHash));
}

/// <summary>
/// Clients that are not revoked, remembered half a minute: revoking is felt at once here and within that time on other nodes.
/// When a client was last used is written once a minute at most.
/// </summary>
public sealed class ApiClientBook(AppuiSettings settings, TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, (KnownClient Client, DateTime Until)> known = new();

    /// <summary>The client of a public id, or null when there is none or it was revoked.</summary>
    public async Task<KnownClient?> Find(AppuiDb db, string? publicId, CancellationToken stop)
    {
        if (!Guid.TryParseExact(publicId, "N", out var id) || (id == DemonstrationClient.Id && !settings.Demo))
            return null;
        var now = clock.Now();
        if (known.TryGetValue(id, out var entry) && entry.Until > now)
            return entry.Client;
        if (await AccountsAccess.LiveClient(db, id, now, stop) is not { } client)
        {
            known.TryRemove(id, out _);
            return null;
        }

        if (known.Count >= Most)
            known.Clear();
        known[id] = (client, now + Kept);
        return client;
    }

    /// <summary>Ask the database again about every client.</summary>
    public void ForgetAll() => known.Clear();

    /// <summary>The client was revoked: ask the database again.</summary>
    public void Forget(Guid id) => known.TryRemove(id, out _);
}

/// <summary>The API client of the demonstration: its secret is known to all, so it opens nothing elsewhere.</summary>
public static class DemonstrationClient
{
    /// <summary>Its fixed id.</summary>
    public static Guid Id { get; } = Guid.ParseExact("00000000000070008000000000000001", "N");

    /// <summary>Its secret.</summary>
    public const string Secret = "demo-appui-2026";
}
