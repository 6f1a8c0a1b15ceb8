using System.Collections.Frozen;
using System.Text.Json;

namespace Appui.Shared.Ui;

/// <summary>Addresses of what <c>src/web</c> builds: names with a hash of the content, so that browsers keep them for a year.</summary>
public static class AssetNames
{
    // Read once: a new build of the browser side comes with a new start of the program.
    private static readonly FrozenDictionary<string, string> Hashed = Read(
        Path.Combine(AppContext.BaseDirectory, "wwwroot", "manifest.json")
    );

    /// <summary>Address of an asset such as <c>appui.css</c>. Never built: the plain name, and pages work without style.</summary>
    public static string Href(string name) => "/" + (Hashed.GetValueOrDefault(name) ?? name);

    private static FrozenDictionary<string, string> Read(string manifest) =>
        (
            File.Exists(manifest) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(manifest)) : null
        )?.ToFrozenDictionary(StringComparer.Ordinal) ?? FrozenDictionary<string, string>.Empty;
}
