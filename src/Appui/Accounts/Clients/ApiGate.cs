using System.Net.Http.Headers;
using System.Text;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace Appui.Accounts.Clients;

/// <summary>
/// Lets API clients in: Basic (RFC 7617) with client_id and secret, or a bearer token (RFC 6750) from <c>/oauth/token</c>.
/// A browser's session never opens an endpoint that asks for a scope.
/// </summary>
public sealed class ApiGate(AppuiDb db, ApiClientBook book, CurrentActor current)
{
    /// <summary>True when the caller holds the scope and is now the current actor; otherwise the answer was written.</summary>
    public async Task<bool> Admits(HttpContext http, RequiredScope required)
    {
        if (await Caller(http) is not { } client)
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"Appui\", charset=\"UTF-8\", Bearer realm=\"Appui\"";
            await Problem(http, StatusCodes.Status401Unauthorized, AccountsTexts.Api_WhoAreYou, nameof(AccountsTexts.Api_WhoAreYou));
            return false;
        }

        if (!client.Scopes.Contains(required.Name))
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"Appui\", error=\"insufficient_scope\", scope=\"{required.Name}\"";
            var detail = string.Format(System.Globalization.CultureInfo.CurrentCulture, AccountsTexts.Api_ScopeLacking, required.Name);
            await Problem(http, StatusCodes.Status403Forbidden, detail, nameof(AccountsTexts.Api_ScopeLacking));
            return false;
        }

        // The scope was checked: within it, the client does what the manager who created it may do.
        current.Actor = new Actor(null, client.Id, client.OrganisationId, Roles.Manager);
        return true;
    }

    private async Task<KnownClient?> Caller(HttpContext http)
    {
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header))
            return null;
        return header.Scheme.ToUpperInvariant() switch
        {
            "BASIC" => await ByBasic(header.Parameter, http.RequestAborted),
            "BEARER" => await ByToken(http),
            _ => null,
        };
    }

    private async Task<KnownClient?> ByBasic(string? parameter, CancellationToken stop)
    {
        if (Credentials(parameter) is not var (id, secret))
            return null;
        return await book.Find(db, id, stop) is { } client && client.HasSecret(secret) ? client : null;
    }

    private async Task<KnownClient?> ByToken(HttpContext http)
    {
        var token = await http.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (
            !token.Succeeded
            || await book.Find(db, token.Principal.GetClaim(OpenIddictConstants.Claims.Subject), http.RequestAborted) is not { } client
        )
            return null;
        var granted = token.Principal.GetScopes().Where(client.Scopes.Contains).ToHashSet(StringComparer.Ordinal);
        return client with { Scopes = granted };
    }

    private static (string Id, string Secret)? Credentials(string? parameter)
    {
        Span<byte> bytes = stackalloc byte[512];
        if (parameter is null || !Convert.TryFromBase64String(parameter, bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes[..length]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }

    private static Task Problem(HttpContext http, int status, string detail, string code) =>
        Problems.WriteJson(http, status, AccountsTexts.Api_Refused, detail, code, null, null);
}
