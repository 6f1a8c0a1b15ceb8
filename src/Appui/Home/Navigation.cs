using Appui.Shared;

namespace Appui.Home;

/// <summary>A link of the navigation, as the layout shows it.</summary>
public sealed record NavLink(string Label, string Icon, string Href, bool IsHere);

/// <summary>Links under one title: what the role does, not our modules.</summary>
public sealed record NavGroup(string? Title, IReadOnlyList<NavLink> Links);

/// <summary>The navigation of one page: grouped beside it on wide screens, five entries at most below it on phones.</summary>
public sealed record Navigation(IReadOnlyList<NavGroup> Groups, IReadOnlyList<NavLink> Bottom, IReadOnlyList<NavLink> More)
{
    private const int BottomEntries = 5;

    /// <summary>Makes the navigation of an actor who stands at an address.</summary>
    /// <param name="entries">What the capabilities registered.</param>
    /// <param name="roles">What the actor may be there.</param>
    /// <param name="prefix">Beginning of the addresses of the space; empty outside one, where there is no navigation.</param>
    /// <param name="path">Address of the page.</param>
    public static Navigation For(IEnumerable<NavEntry> entries, Roles roles, string prefix, string path)
    {
        var seen = prefix.Length == 0 ? [] : entries.Where(e => (e.For & roles) != Roles.None).OrderBy(e => e.Order).ToList();
        var here = seen.Where(e => Covers(prefix + e.Path, path)).MaxBy(e => e.Path.Length);
        var links = seen.ConvertAll(e =>
            (Title: e.Group?.Invoke(), Link: new NavLink(e.Label(), e.Icon, prefix + e.Path, ReferenceEquals(e, here)))
        );
        var groups = new List<NavGroup>();
        foreach (var (title, link) in links)
            if (groups.Count > 0 && groups[^1].Title == title)
                groups[^1] = groups[^1] with { Links = [.. groups[^1].Links, link] };
            else
                groups.Add(new NavGroup(title, [link]));
        var all = links.ConvertAll(l => l.Link);
        var shown = all.Count <= BottomEntries ? all.Count : BottomEntries - 1;
        return new Navigation(groups, all[..shown], all[shown..]);
    }

    private static bool Covers(string href, string path) =>
        path.StartsWith(href, StringComparison.OrdinalIgnoreCase) && (path.Length == href.Length || path[href.Length] == '/');
}
