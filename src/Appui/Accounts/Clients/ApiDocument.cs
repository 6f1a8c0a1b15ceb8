using Appui.Accounts.Contract;
using Appui.Shared;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Appui.Accounts.Clients;

/// <summary>The OpenAPI document of the public API: what it is for, how a client says who it is, and which scope each call asks for.</summary>
public static class ApiDocument
{
    /// <summary>Name of the document, and of its address: <c>/api/v1.json</c>.</summary>
    public const string Name = "v1";

    private const string Basic = "basic";
    private const string Token = "token";

    /// <summary>Registers the document.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            o =>
            {
                o.AddDocumentTransformer(Introduce);
                o.AddOperationTransformer(AskForScope);
            }
        );

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Appui",
            Version = Name,
            Description =
                "Diagnose, plan and take away the plan, for the organisation the client belongs to. Errors are application/problem+json (RFC 9457).",
            License = new OpenApiLicense { Name = "AGPL-3.0-or-later", Identifier = "AGPL-3.0-or-later" },
        };
        var scopes = context
            .ApplicationServices.GetServices<ApiScope>()
            .ToDictionary(scope => scope.Name, scope => scope.Label(), StringComparer.Ordinal);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Basic] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Basic },
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/oauth/token", UriKind.Relative), Scopes = scopes },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static Task AskForScope(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().FirstOrDefault() is not { } required)
            return Task.CompletedTask;
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Basic, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [required.Name] },
        ];
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Who calls is not known." });
        operation.Responses.TryAdd("403", new OpenApiResponse { Description = $"The client does not hold the scope “{required.Name}”." });
        return Task.CompletedTask;
    }
}
