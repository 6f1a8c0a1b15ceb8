using System.Text.RegularExpressions;
using Appui.Tests.Harness;

namespace Appui.Tests.House;

/// <summary>A breach of a rule of the house.</summary>
public sealed record Trespass(string Path, int Line, string What)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}:{Line} {What}";
}

/// <summary>Source files by path from the root. Rules read this and nothing else, so that a test can plant a trespass in a small tree.</summary>
public sealed class Tree(IReadOnlyDictionary<string, string> files)
{
    private static readonly string[] Skipped =
    [
        "bin",
        "obj",
        "node_modules",
        "wwwroot",
        "fonts",
        "artifacts",
        "var",
        ".git",
        "TestResults",
        "BenchmarkDotNet.Artifacts",
    ];
    private static readonly string[] Kinds = [".cs", ".cshtml", ".resx", ".ts", ".css", ".json", ".md", ".csproj"];

    /// <summary>Paths, with / and in order.</summary>
    public IEnumerable<string> Paths => files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The repository as it is on disk.</summary>
    public static Tree Repository { get; } = Read(TestRun.Repository);

    /// <summary>Text of a file.</summary>
    public string this[string path] => files[path];

    /// <summary>True when the tree has the file.</summary>
    public bool Has(string path) => files.ContainsKey(path);

    /// <summary>Paths under a folder that end so.</summary>
    public IEnumerable<string> Under(string folder, params string[] endings) =>
        Paths.Where(p =>
            p.StartsWith(folder, StringComparison.Ordinal)
            && (endings.Length == 0 || endings.Any(e => p.EndsWith(e, StringComparison.Ordinal)))
        );

    /// <summary>Every match of a pattern in a file as a trespass; <paramref name="what"/> may refuse one by returning null.</summary>
    public IEnumerable<Trespass> Find(string path, Regex pattern, Func<Match, string?> what, string? text = null)
    {
        text ??= files[path];
        foreach (Match match in pattern.Matches(text))
        {
            if (what(match) is { } sentence)
                yield return new Trespass(path, text.AsSpan(0, match.Index).Count('\n') + 1, sentence);
        }
    }

    private static Tree Read(string root)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d))))
                folders.Push(inner);
            foreach (var file in Directory.EnumerateFiles(folder).Where(f => Kinds.Contains(Path.GetExtension(f))))
                files[Path.GetRelativePath(root, file).Replace('\\', '/')] = File.ReadAllText(file);
        }

        return new Tree(files);
    }
}
