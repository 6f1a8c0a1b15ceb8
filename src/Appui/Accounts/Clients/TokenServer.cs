using System.Security.Claims;
using System.Security.Cryptography;
using Appui.Shared.Storage;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Appui.Accounts.Clients;

/// <summary>
/// OAuth 2.0 client credentials (RFC 6749 §4.4) at <c>/oauth/token</c>: OpenIddict without stores, its tokens protected by the data
/// protection keys of the database, so that every node and every restart read them. Revoking the client stops its tokens.
/// </summary>
public static class TokenServer
{
    /// <summary>How long a token works.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromHours(1);

    // error_description is ASCII (RFC 6749 §5.2), and goes into a header.
    internal const string UnknownClient = "Unknown client, wrong secret, or access revoked.";
    internal const string LackingScope = "The client does not hold this scope.";

    /// <summary>Registers the token endpoint and the reading of its tokens.</summary>
    public static IServiceCollection AddTokenServer(this IServiceCollection services)
    {
        services
            .AddOpenIddict()
            .AddServer(o =>
            {
                o.EnableDegradedMode();
                o.SetTokenEndpointUris("oauth/token");
                o.AllowClientCredentialsFlow();
                o.SetAccessTokenLifetime(Life);
                // OpenIddict asks for keys at start; data protection does the work and they are never used.
                o.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
                o.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
                o.UseDataProtection();
                // The proxy in front ends TLS; `http` is for this machine.
                o.UseAspNetCore().DisableTransportSecurityRequirement();
                o.AddEventHandler<ValidateTokenRequestContext>(b => b.UseScopedHandler<CheckTokenRequest>());
                o.AddEventHandler<HandleTokenRequestContext>(b => b.UseScopedHandler<GiveToken>());
            })
            .AddValidation(o =>
            {
                o.UseLocalServer();
                o.UseDataProtection();
                o.UseAspNetCore();
            });
        return services;
    }
}

/// <summary>Knows the client by its secret, and refuses scopes it does not hold.</summary>
public sealed class CheckTokenRequest(AppuiDb db, ApiClientBook book) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    /// <inheritdoc />
    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (await book.Find(db, context.ClientId, context.CancellationToken) is not { } client || !client.HasSecret(context.ClientSecret))
            context.Reject(OpenIddictConstants.Errors.InvalidClient, TokenServer.UnknownClient);
        else if (context.Request.GetScopes().Any(s => !client.Scopes.Contains(s)))
            context.Reject(OpenIddictConstants.Errors.InvalidScope, TokenServer.LackingScope);
    }
}

/// <summary>Gives a token for the scopes asked for, or all that the client holds.</summary>
public sealed class GiveToken(AppuiDb db, ApiClientBook book) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    /// <inheritdoc />
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var client = await book.Find(db, context.Request.ClientId, context.CancellationToken);
        if (client is null)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, TokenServer.UnknownClient);
            return;
        }

        var asked = context.Request.GetScopes();
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreScheme);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, context.Request.ClientId);
        identity.SetScopes(asked.Length > 0 ? asked : [.. client.Scopes]);
        context.SignIn(new ClaimsPrincipal(identity));
    }

    private const string OpenIddictServerAspNetCoreScheme = "OAuth";
}
