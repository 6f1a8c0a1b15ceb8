using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Clients;

/// <summary>A new client and its secret, which nobody can read again.</summary>
public sealed record NewApiClient(ApiClient Client, string Secret);

/// <summary>A manager lets a program call the API for the organisation.</summary>
public sealed class CreateApiClient(AppuiDb db, IEnumerable<ApiScope> scopes, TimeProvider clock)
{
    /// <summary>Creates it with at least one of the registered scopes.</summary>
    public async Task<Outcome<NewApiClient>> Run(string? name, IReadOnlyCollection<string> wanted, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        var called = (name ?? "").Trim();
        if (called.Length is 0 or > 100)
            return AccountsRefusals.ClientNameMissing;
        var granted = scopes.Select(s => s.Name).Where(s => wanted.Contains(s, StringComparer.Ordinal)).ToList();
        if (granted.Count == 0 || granted.Count != wanted.Distinct(StringComparer.Ordinal).Count())
            return AccountsRefusals.ScopeMissing;
        var secret = ApiClient.NewSecret();
        var client = new ApiClient
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            Name = called,
            SecretHash = Ids.HashOf(secret),
            Scopes = string.Join(' ', granted),
            CreatedBy = actor.PersonId!.Value,
            CreatedAt = clock.Now(),
        };
        db.ApiClients.Add(client);
        db.Record(actor, AccountsKinds.ClientMade, clock.Now(), client.Id, ("name", called), ("scopes", client.Scopes));
        await db.SaveChangesAsync(stop);
        return new NewApiClient(client, secret);
    }
}

/// <summary>A manager takes a program's access away, tokens already given included.</summary>
public sealed class RevokeApiClient(AppuiDb db, ApiClientBook book, TimeProvider clock)
{
    /// <summary>Revokes it.</summary>
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (await db.ApiClients.SingleOrDefaultAsync(c => c.Id == id, stop) is not { } client)
            return AccountsRefusals.UnknownClient;
        if (client.Revoke(clock.Now()) is { } refusal)
            return refusal;
        db.Record(actor, AccountsKinds.ClientRevoked, clock.Now(), client.Id, ("name", client.Name));
        await db.SaveChangesAsync(stop);
        book.Forget(id);
        return Outcome.Done;
    }
}
