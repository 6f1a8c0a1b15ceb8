using System.Security.Cryptography;
using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.Clients;

/// <summary>A program that calls the public API for one organisation. Its secret is shown once and kept as a hash.</summary>
public sealed class ApiClient : IOwned
{
    /// <summary>Begins every secret, so that a leaked one is recognised.</summary>
    public const string SecretPrefix = "appui_";

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>What the organisation calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret: 256 random bits need no slow hash, which would forbid thousands of requests a second.</summary>
    public required string SecretHash { get; init; }

    /// <summary>What it may do: names of registered scopes, separated by spaces.</summary>
    public required string Scopes { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? RevokedAt { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    /// <summary>The client_id that programs send.</summary>
    public string PublicId => Id.ToString("N");

    /// <summary>Each scope by itself.</summary>
    public IReadOnlyList<string> ScopeList => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A new secret: 256 random bits.</summary>
    public static string NewSecret() =>
        SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>From now on it opens nothing.</summary>
    public Refusal? Revoke(DateTime now)
    {
        if (RevokedAt is not null)
            return AccountsRefusals.AlreadyRevoked;
        RevokedAt = now;
        return null;
    }
}
