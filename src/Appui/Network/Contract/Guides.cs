using System.Globalization;
using Appui.Shared;
using Appui.Shared.Reference;

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
        var lines = parts.Length == 3 ? parts[1].Split('\n') : [];
        List<ReferenceProblem> problems = [];
        string Find(string key, Func<string, bool>? isGood = null)
        {
            var at = Array.FindIndex(lines, l => l.StartsWith(key + ":", StringComparison.Ordinal));
            var value = at < 0 ? "" : lines[at][(key.Length + 1)..].Trim().Trim('"');
            if (value.Length == 0 || isGood?.Invoke(value) == false)
                problems.Add(
                    new ReferenceProblem(Path.GetFileName(path), Math.Max(1, at + 1), key, $"« {key} » manque ou ne se comprend pas.")
                );
            return value;
        }

        var (minutes, updated) = (0, default(DateOnly));
        Find("minutes", m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out minutes));
        Find("updated", d => DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out updated));
        var guide = new Guide(
            Find("code"),
            Path.GetFileNameWithoutExtension(path).Split('.')[^1],
            Find("title"),
            Find("summary"),
            minutes,
            [.. Find("dimensions").Trim('[', ']').Split(',', StringSplitOptions.TrimEntries)],
            updated,
            parts[^1]
        );
        return problems.Count == 0 ? guide : throw new ReferenceException(problems);
    }
}
