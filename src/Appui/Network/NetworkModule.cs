using Appui.Network.Contract;

namespace Appui.Network;

/// <summary>Guides today; experts, testimonies and events move in here.</summary>
public static class NetworkModule
{
    /// <summary>Registers what Network needs.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services.AddSingleton<Guides>();
}
