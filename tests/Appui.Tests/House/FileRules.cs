using System.Text.RegularExpressions;

namespace Appui.Tests.House;

/// <summary>What a file may hold, by its name.</summary>
public static partial class FileRules
{
    /// <summary>No written file is longer than 400 lines; generated files and text resources are exempt.</summary>
    public static IEnumerable<Trespass> FilesAreShort(Tree tree) =>
        tree
            .Paths.Where(p =>
                (
                    p.StartsWith("src/", StringComparison.Ordinal)
                    || p.StartsWith("tests/", StringComparison.Ordinal)
                    || p.StartsWith("bench/", StringComparison.Ordinal)
                )
                && (
                    p.EndsWith(".cs", StringComparison.Ordinal)
                    || p.EndsWith(".cshtml", StringComparison.Ordinal)
                    || p.EndsWith(".ts", StringComparison.Ordinal)
                    || p.EndsWith(".css", StringComparison.Ordinal)
                )
                && !p.Contains("/Migrations/", StringComparison.Ordinal)
                && !p.EndsWith(".g.cs", StringComparison.Ordinal)
            )
            .Select(p => (Path: p, Lines: tree[p].AsSpan().TrimEnd('\n').Count('\n') + 1))
            .Where(f => f.Lines > 400)
            .Select(f => new Trespass(f.Path, 401, $"has {f.Lines} lines, 400 at most"));

    /// <summary>Rules are pure: values in, values out. No web, no storage, no clock, no chance, no disk.</summary>
    public static IEnumerable<Trespass> RulesArePure(Tree tree) =>
        tree.Under("src/", "Rules.cs").SelectMany(p => tree.Find(p, Impure(), m => $"rules know nothing of {m.Value}"));

    /// <summary>Only the access file or the Contract of a room looks across organisations.</summary>
    public static IEnumerable<Trespass> TenantsAreKeptApart(Tree tree) =>
        tree.Under("src/Appui/", ".cs", ".cshtml")
            .Where(p => !p.EndsWith("Access.cs", StringComparison.Ordinal) && !ContractFile().IsMatch(p))
            .SelectMany(p =>
                tree.Find(p, new Regex(@"\bIgnoreQueryFilters\b"), _ => "reads across organisations outside …Access.cs and Contract")
            );

    /// <summary>Names of types that say nothing about what they are for.</summary>
    public static IEnumerable<Trespass> NamesSayWhat(Tree tree) =>
        tree.Under("src/", ".cs")
            .Where(p => !p.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(p => tree.Find(p, VagueName(), m => $"{m.Groups[1].Value}: a name that says what it is for"));

    [GeneratedRegex(
        @"Microsoft\.AspNetCore|Microsoft\.EntityFrameworkCore|Appui\.Shared\.Storage|\bAppuiDb\b|\bHttpContext\b|\bTimeProvider\b|\bDateTime\.(?:Utc)?Now\b|\bStopwatch\b|\bRandom\.Shared\b|\bIds\.New|\b(?:File|Directory)\.\w+\(|\bHttpClient\b"
    )]
    private static partial Regex Impure();

    [GeneratedRegex(@"/Contract(?:\.cs$|/)")]
    private static partial Regex ContractFile();

    [GeneratedRegex(@"\b(?:class|record|struct|interface)\s+(\w*(?:Manager|Helper|Helpers|Utils|Service|Processor|Impl|Dto))\b")]
    private static partial Regex VagueName();
}
