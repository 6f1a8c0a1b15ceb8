using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Clients;

/// <summary>Programs that call the API for the organisation: its manager makes them, sees when they called, and revokes them.</summary>
public sealed class ClientsPageModel(
    AppuiDb db,
    CreateApiClient create,
    RevokeApiClient revoke,
    CurrentActor current,
    IEnumerable<ApiScope> scopes
) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<string> Wanted { get; set; } = [];

    /// <summary>The one just made, with its secret; shown once.</summary>
    public NewApiClient? New { get; private set; }

    /// <summary>Those that are not revoked.</summary>
    public IReadOnlyList<ApiClient> Clients { get; private set; } = [];

    /// <summary>What a client may be given.</summary>
    public IEnumerable<ApiScope> Scopes => scopes;

    /// <summary>Where the organisation's clocks are.</summary>
    public TimeZoneInfo Zone => current.Zone;

    /// <summary>Scopes of a client in words.</summary>
    public string Labels(ApiClient client) =>
        string.Join(", ", client.ScopeList.Select(s => scopes.FirstOrDefault(x => x.Name == s)?.Label() ?? s));

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        await Load(stop);
        return Page();
    }

    /// <summary>Makes one and shows its secret. The page is not kept anywhere.</summary>
    public async Task<IActionResult> OnPostCreate(CancellationToken stop)
    {
        var outcome = await create.Run(Name, Wanted, current.Actor, stop);
        if (outcome.Refusal is { Kind: RefusalKind.Forbidden } forbidden)
            return this.Closed(forbidden);
        await Load(stop);
        if (!outcome.Is(out var made, out var refusal))
            return this.Refused(refusal);
        Response.Headers.CacheControl = "no-store";
        New = made;
        ModelState.Clear();
        (Name, Wanted) = (null, []);
        return Page();
    }

    /// <summary>Revokes one.</summary>
    public async Task<IActionResult> OnPostRevoke(Guid id, CancellationToken stop)
    {
        var outcome = await revoke.Run(id, current.Actor, stop);
        if (outcome.Refusal is null)
            return Redirect($"{current.Prefix}/organisme/api");
        if (outcome.Refusal.Kind == RefusalKind.Forbidden)
            return this.Closed(outcome.Refusal);
        await Load(stop);
        return this.Refused(outcome.Refusal);
    }

    private async Task Load(CancellationToken stop) =>
        Clients = await db.ApiClients.Where(c => c.RevokedAt == null).OrderBy(c => c.CreatedAt).ToListAsync(stop);
}
