using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.House.Routes;

/// <summary>One thing that can be called: a verb, a route, and for pages the name of a handler.</summary>
/// <param name="Verb">GET, POST …</param>
/// <param name="Template">Route with a slash in front.</param>
/// <param name="Handler">Name of the handler of a page, empty for the nameless one.</param>
public sealed record Callable(string Verb, string Template, string Handler)
{
    /// <summary>What samples are found by: the two kinds of space are one.</summary>
    public string Key
    {
        get
        {
            var route = Template
                .Replace("/o/{organisation}", "{space}", StringComparison.Ordinal)
                .Replace("/essai/{link}", "{space}", StringComparison.Ordinal);
            return $"{Verb} {route}{(Handler.Length > 0 ? "#" + Handler : "")}";
        }
    }

    /// <summary>Lives in a visitor's space.</summary>
    public bool IsOfLink => Template.StartsWith("/essai/{link}", StringComparison.Ordinal);
}

/// <summary>Everything the running application answers to: Razor Pages register one endpoint per page, so their handlers are read from the page.</summary>
public static class RouteList
{
    /// <summary>All of it, in order.</summary>
    public static async Task<IReadOnlyList<Callable>> Of(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new HashSet<Callable>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            var template = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                found.Add(new Callable("GET", template, ""));
                foreach (var handler in compiled.HandlerMethods)
                    found.Add(new Callable(handler.HttpMethod.ToUpperInvariant(), template, handler.Name ?? ""));
            }
            else
            {
                foreach (var verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                    found.Add(new Callable(verb, template, ""));
            }
        }

        return [.. found.OrderBy(c => c.Template, StringComparer.Ordinal).ThenBy(c => c.Verb, StringComparer.Ordinal)];
    }
}
