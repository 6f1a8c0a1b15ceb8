using Appui.Network.Contract;
using Appui.Shared;

namespace Appui.Network;

/// <summary>Guides today; experts, testimonies and events move in here.</summary>
public static class NetworkModule
{
    /// <summary>Registers what Network needs.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services) =>
        services.AddSingleton<Guides>().AddSingleton(new ReferenceSource("guides", s => s.GetRequiredService<Guides>()));
}
