namespace Appui.Accounts.Contract;

/// <summary>Marks an endpoint that only API clients holding a scope may call.</summary>
public sealed record RequiredScope(string Name);

/// <summary>How a capability protects its public endpoints.</summary>
public static class ApiScopes
{
    /// <summary>
    /// Only API clients holding the scope (see <see cref="Appui.Shared.ApiScope"/>) get in; they are then the current actor, for their organisation,
    /// as its manager. Others get 401 or 403 as problem+json.
    /// </summary>
    public static T RequireScope<T>(this T endpoint, string scope)
        where T : IEndpointConventionBuilder
    {
        endpoint.Add(e => e.Metadata.Add(new RequiredScope(scope)));
        return endpoint;
    }
}
