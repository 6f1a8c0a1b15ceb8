using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Appui.Tests.House;

/// <summary>Something that others made and that we hand on with the application.</summary>
/// <param name="Source">Where it comes from: NuGet, npm, or the archive itself.</param>
/// <param name="Name">Name of the package.</param>
/// <param name="Version">Version in the lock file.</param>
/// <param name="Licence">SPDX expression; empty when the package says none.</param>
public sealed record Shipped(string Source, string Name, string Version, string Licence);

/// <summary>What ships, read from the lock files, and under which licences it may.</summary>
public static partial class Licences
{
    // Each can be combined with AGPL-3.0-or-later, but for EPL-2.0: see docs/decisions/0006.
    private static readonly string[] Allowed =
    [
        "0BSD",
        "AGPL-3.0-only",
        "AGPL-3.0-or-later",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "bzip2-1.0.6",
        "EPL-2.0",
        "FTL",
        "GPL-3.0-only",
        "GPL-3.0-or-later",
        "IJG",
        "ISC",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "libpng-2.0",
        "MIT",
        "OFL-1.1",
        "PostgreSQL",
        "Unicode-3.0",
        "Unlicense",
        "Zlib",
    ];

    /// <summary>In the archive of <c>./appui publish</c> without being in a lock file.</summary>
    public static IReadOnlyList<Shipped> InTheArchive { get; } =
    [
        new("archive", ".NET runtime and ASP.NET Core", "10.0", "MIT"),
        new("archive", "ICU (International Components for Unicode)", "72 or later", "Unicode-3.0"),
        // Native libraries that the package Google.OrTools.runtime.linux-x64 brings with its own.
        new("inside OR-Tools", "Abseil", "20250814", "Apache-2.0"),
        new("inside OR-Tools", "bzip2", "1.0", "bzip2-1.0.6"),
        new("inside OR-Tools", "COIN-OR Cbc, Cgl, Clp, CoinUtils, Osi", "as built", "EPL-2.0"),
        new("inside OR-Tools", "HiGHS", "1", "MIT"),
        new("inside OR-Tools", "RE2", "11", "BSD-3-Clause"),
        new("inside OR-Tools", "SCIP", "10.0", "Apache-2.0"),
        new("inside OR-Tools", "zlib", "1", "Zlib"),
        // Those that SkiaSharp.NativeAssets.Linux.NoDependencies is linked with, from its THIRD-PARTY-NOTICES.txt.
        new("inside SkiaSharp", "FreeType", "as built", "FTL OR GPL-2.0-or-later"),
        new("inside SkiaSharp", "libjpeg-turbo", "3.1.4.1", "IJG AND BSD-3-Clause AND Zlib"),
        new("inside SkiaSharp", "libpng", "1.6", "libpng-2.0"),
        new("inside SkiaSharp", "libwebp", "as built", "BSD-3-Clause"),
        new("inside SkiaSharp", "Skia", "155", "BSD-3-Clause"),
        new("inside SkiaSharp", "Wuffs", "as built", "Apache-2.0"),
        new("inside SkiaSharp", "zlib", "1", "Zlib"),
    ];

    /// <summary>True when we may hand it on: one of the choices (OR) is made of allowed licences only (AND).</summary>
    public static bool IsAllowed(string expression) =>
        expression
            .Replace("(", "", StringComparison.Ordinal)
            .Replace(")", "", StringComparison.Ordinal)
            .Split(" OR ")
            .Any(choice => choice.Split(" AND ").All(l => Allowed.Contains(l.Trim(), StringComparer.Ordinal)));

    /// <summary>Packages that reach the published application: those of the project file, less the private ones, and what they bring.</summary>
    /// <param name="lockFile">Text of <c>packages.lock.json</c>.</param>
    /// <param name="projects">Project and props files, which say what is private (analyzers, design time).</param>
    /// <param name="licenceOf">Licence of a package by name and version.</param>
    public static IEnumerable<Shipped> NuGet(string lockFile, IEnumerable<string> projects, Func<string, string, string> licenceOf)
    {
        using var document = JsonDocument.Parse(lockFile);
        var packages = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject()))
            packages[entry.Name] = entry.Value;
        var aside = projects.SelectMany(PrivateReferences).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var waiting = new Stack<string>(
            packages
                .Where(p => p.Value.GetProperty("type").GetString() is "Direct" or "Project" && !aside.Contains(p.Key))
                .Select(p => p.Key)
        );
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (waiting.TryPop(out var name))
        {
            if (!seen.Add(name))
                continue;
            var package = packages[name];
            if (package.TryGetProperty("dependencies", out var needs))
            {
                foreach (var need in needs.EnumerateObject())
                    waiting.Push(need.Name);
            }

            if (package.TryGetProperty("resolved", out var version))
                yield return new Shipped("NuGet", name, version.GetString()!, licenceOf(name, version.GetString()!));
        }
    }

    /// <summary>Packages whose content reaches the browser or a document; tools of the build are development dependencies.</summary>
    public static IEnumerable<Shipped> Npm(string lockFile)
    {
        using var document = JsonDocument.Parse(lockFile);
        return
        [
            .. document
                .RootElement.GetProperty("packages")
                .EnumerateObject()
                .Where(p => p.Name.Length > 0 && !p.Value.TryGetProperty("dev", out _))
                .Select(p => new Shipped(
                    "npm",
                    p.Name["node_modules/".Length..],
                    p.Value.GetProperty("version").GetString()!,
                    p.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : ""
                )),
        ];
    }

    /// <summary>The licence a NuGet package declares, empty when it only points to a file or a page.</summary>
    public static string OfPackage(string name, string version)
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = Path.Combine(root, name.ToLowerInvariant(), version.ToLowerInvariant());
        var licence = XDocument
            .Load(Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec"))
            .Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression");
        return licence?.Value.Trim() ?? "";
    }

    /// <summary>The text of NOTICE.</summary>
    public static string Notice(IEnumerable<Shipped> shipped)
    {
        var text = new StringBuilder(
            """
            Appui
            Copyright Appui contributors

            Appui is free software under the GNU Affero General Public License, version 3 or later (LICENSE).
            Appui.Standards is under the Apache License 2.0 (src/Appui.Standards/LICENSE).

            It is handed on together with the works of others listed below, each under its own licence.
            The texts are at https://spdx.org/licenses/ under the names given here, and inside each package.
            Reference data: sources, dates and licences are in data/reference/README.md.

            This list is made from the lock files by a test, which says how to renew it.


            """
        );
        foreach (var source in shipped.GroupBy(s => s.Source, StringComparer.Ordinal))
        {
            text.Append(source.Key).Append('\n');
            foreach (var s in source.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase))
                text.Append("  ").Append(s.Name).Append(' ').Append(s.Version).Append(": ").Append(s.Licence).Append('\n');
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static IEnumerable<string> PrivateReferences(string project) => Private().Matches(project).Select(m => m.Groups[1].Value);

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"[^>]*PrivateAssets=\"all\"")]
    private static partial Regex Private();
}
