using System.Text.RegularExpressions;

namespace Appui.Tests.House;

/// <summary>Rooms, who may use whom, and what each keeps to itself (ARCHITECTURE.md).</summary>
public static partial class RoomRules
{
    private const string Root = "src/Appui/";

    private static readonly string[] Below =
    [
        "Records",
        "Schemes",
        "Catalogue",
        "Commons",
        "Skills",
        "Learning",
        "Diagnosis",
        "Network",
        "Strategy",
        "Funding",
    ];

    /// <summary>Each room, and those whose Contract it may name. Shared and Accounts.Contract are open to all above them.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Shared"] = [],
            ["Accounts"] = [],
            ["Records"] = [],
            ["Schemes"] = [],
            ["Catalogue"] = [],
            ["Commons"] = ["Records"],
            ["Skills"] = ["Records", "Commons"],
            ["Learning"] = ["Records", "Commons", "Catalogue", "Skills"],
            ["Diagnosis"] = ["Learning", "Skills"],
            ["Network"] = ["Diagnosis", "Skills", "Commons", "Learning"],
            ["Strategy"] = ["Schemes", "Diagnosis", "Network", "Commons", "Skills", "Learning"],
            ["Funding"] = ["Schemes", "Strategy", "Diagnosis", "Commons", "Learning"],
            ["Observatory"] = Below,
            ["Home"] = [.. Below, "Observatory"],
        };

    /// <summary>A folder of the application is a declared room.</summary>
    public static IEnumerable<Trespass> FoldersAreRooms(Tree tree) =>
        tree.Under(Root)
            .Where(p => RoomOf(p) is { } room && !Arrows.ContainsKey(room) && room != "Properties")
            .GroupBy(RoomOf)
            .Select(g => new Trespass(g.First(), 1, $"folder {g.Key} is not a declared room"));

    /// <summary>A room names only rooms it may, and of those only the Contract; Shared names nobody.</summary>
    public static IEnumerable<Trespass> ArrowsHold(Tree tree)
    {
        var inside = Arrows.Keys.Where(r => r != "Shared").ToDictionary(r => r, r => TypesInside(tree, r), StringComparer.Ordinal);
        foreach (var path in tree.Under(Root, ".cs", ".cshtml"))
        {
            if (
                RoomOf(path) is not { } own
                || !Arrows.TryGetValue(own, out var may)
                || path.Contains("/Migrations/", StringComparison.Ordinal)
            )
                continue;
            var text = Comment().Replace(tree[path], "");
            foreach (var other in Arrows.Keys.Where(r => r != own && r != "Shared"))
            {
                var open = may.Contains(other) || (other == "Accounts" && own != "Shared");
                foreach (
                    var trespass in tree.Find(
                        path,
                        new Regex(
                            $@"(?<![\w.])(?:(?<root>Appui\.)?{other}\.(?<next>\w+)|using (?:static )?Appui\.{other};|(?<texts>{other}Texts)\b)"
                        ),
                        match =>
                        {
                            var next = match.Groups["next"].Value;
                            var named =
                                match.Groups["root"].Success || next == "Contract" || next.Length == 0 || inside[other].Contains(next);
                            return !named ? null
                                : match.Groups["texts"].Success ? $"{own} uses the texts of {other}"
                                // Foreign keys across rooms go to Accounts only.
                                : other == "Accounts" && path.EndsWith("Tables.cs", StringComparison.Ordinal) ? null
                                : !open ? $"{own} may not name {other}"
                                : next != "Contract" ? $"{own} names the inside of {other}: only {other}.Contract is open"
                                : null;
                        },
                        text
                    )
                )
                    yield return trespass;
            }
        }
    }

    /// <summary>A room reads and writes only its own tables, by EF or by SQL.</summary>
    public static IEnumerable<Trespass> TablesAreTheirRooms(Tree tree)
    {
        var tables = tree.Under(Root, "Tables.cs")
            .SelectMany(p => TableSet().Matches(tree[p]).Select(m => (Room: RoomOf(p), Type: m.Groups[1].Value, Name: m.Groups[2].Value)))
            .ToList();
        var types = tables.ToLookup(t => t.Type, t => t.Room, StringComparer.Ordinal);
        var names = tables.ToLookup(t => t.Name, t => t.Room, StringComparer.Ordinal);
        foreach (var path in tree.Under(Root, ".cs", ".cshtml"))
        {
            if (RoomOf(path) is not { } own || path.Contains("/Migrations/", StringComparison.Ordinal))
                continue;
            var text = Comment().Replace(tree[path], "");
            string? Foreign(IEnumerable<string?> owners, string what) =>
                owners.Any() && !owners.Contains(own) ? $"{own} touches {what} of {owners.First()}" : null;
            foreach (
                var trespass in tree.Find(path, UseOfTable(), m => Foreign(names[m.Groups[1].Value], $"table {m.Groups[1].Value}"), text)
            )
                yield return trespass;
            foreach (var trespass in tree.Find(path, UseOfSet(), m => Foreign(types[m.Groups[1].Value], $"rows {m.Groups[1].Value}"), text))
                yield return trespass;
            foreach (
                var trespass in tree.Find(
                    path,
                    SqlTable(),
                    m =>
                        Arrows.Keys.FirstOrDefault(r => r != own && r != "Shared" && m.Groups[1].Value == r.ToLowerInvariant()) is { } other
                            ? $"{own} names a table of {other} in SQL"
                            : null,
                    text
                )
            )
                yield return trespass;
        }
    }

    /// <summary>The folder under src/Appui that a file is in, or null for the files of the application itself.</summary>
    public static string? RoomOf(string path)
    {
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return null;
        var slash = path.IndexOf('/', Root.Length);
        return slash < 0 ? null : path[Root.Length..slash];
    }

    private static HashSet<string> TypesInside(Tree tree, string room) =>
        [
            .. tree.Under($"{Root}{room}/", ".cs")
                .Where(p => !p.StartsWith($"{Root}{room}/Contract", StringComparison.Ordinal))
                .SelectMany(p => TypeName().Matches(tree[p]).Select(m => m.Groups[1].Value)),
        ];

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface|delegate \S+)\s+(?:struct\s+)?([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"DbSet<(\w+)>\s+(\w+)\b")]
    private static partial Regex TableSet();

    [GeneratedRegex(@"\b(?:db|Db|database|context)\s*\.\s*([A-Z]\w*)")]
    private static partial Regex UseOfTable();

    [GeneratedRegex(@"\bSet<(\w+)>")]
    private static partial Regex UseOfSet();

    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|COPY)\s+""*([a-z]+)_\w+", RegexOptions.IgnoreCase)]
    private static partial Regex SqlTable();
}
