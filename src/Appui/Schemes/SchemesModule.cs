using Appui.Schemes.Contract;
using Appui.Shared;

namespace Appui.Schemes;

/// <summary>Funding schemes and their dated rules.</summary>
public static class SchemesModule
{
    /// <summary>Registers what Schemes needs.</summary>
    public static IServiceCollection AddSchemes(this IServiceCollection services) =>
        services.AddSingleton<SchemeCatalogue>().AddSingleton(new ReferenceSource("schemes", s => s.GetRequiredService<SchemeCatalogue>()));
}
