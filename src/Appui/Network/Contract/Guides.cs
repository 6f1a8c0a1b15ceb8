using System.Globalization;
using Appui.Shared;

namespace Appui.Network.Contract;

/// <summary>A guide in one language.</summary>
/// <param name="Code">Name in addresses.</param>
/// <param name="Minutes">Reading time.</param>
/// <param name="Dimensions">Dimensions of the diagnosis it helps with.</param>
/// <param name="Body">Markdown, our own.</param>
public sealed record Guide(
    string Code,
    string Language,
    string Title,
    string Summary,
    int Minutes,
    IReadOnlyList<string> Dimensions,
    DateOnly Updated,
    string Body
);

/// <summary>The guides of the reference data, read once.</summary>
public sealed class Guides
{
    private readonly IReadOnlyList<Guide> all;

    /// <summary>Reads <c>guides/*.md</c> of the data folder.</summary>
    public Guides(AppuiSettings settings) =>
        all = [.. Directory.EnumerateFiles(Path.Combine(settings.DataFolder, "guides"), "*.md").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Every guide in the current language.</summary>
    public IReadOnlyList<Guide> All => [.. all.Where(g => g.Language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)];

    /// <summary>A guide in the current language, or null.</summary>
    public Guide? Find(string code) => All.FirstOrDefault(g => g.Code == code);

    /// <summary>The guides that help most with some dimensions, those first, at most <paramref name="count"/>.</summary>
    public IReadOnlyList<Guide> For(IReadOnlyCollection<string> dimensions, int count) =>
        [.. All.OrderByDescending(g => g.Dimensions.Count(dimensions.Contains)).ThenBy(g => g.Code, StringComparer.Ordinal).Take(count)];

    // Front matter: one "key: value" per line between two "---".
    private static Guide Read(string path)
    {
        var parts = File.ReadAllText(path).Split("---", 3, StringSplitOptions.None);
        var head = parts[1]
            .Split('\n')
            .Select(l => l.Split(':', 2))
            .Where(p => p.Length == 2)
            .ToDictionary(p => p[0].Trim(), p => p[1].Trim().Trim('"'), StringComparer.Ordinal);
        return new Guide(
            head["code"],
            Path.GetFileNameWithoutExtension(path).Split('.')[^1],
            head["title"],
            head["summary"],
            int.Parse(head["minutes"], CultureInfo.InvariantCulture),
            [.. head["dimensions"].Trim('[', ']').Split(',', StringSplitOptions.TrimEntries)],
            DateOnly.ParseExact(head["updated"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            parts[2]
        );
    }
}
