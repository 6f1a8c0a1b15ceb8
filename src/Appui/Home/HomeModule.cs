using Appui.Shared;

namespace Appui.Home;

/// <summary>The layout, navigation and dashboards each role starts from.</summary>
public static class HomeModule
{
    /// <summary>Registers what Home needs.</summary>
    public static IServiceCollection AddHome(this IServiceCollection services) =>
        services.AddSingleton(new NavEntry(0, null, () => HomeTexts.Nav_Home, "home", "", (Roles)~0));
}
