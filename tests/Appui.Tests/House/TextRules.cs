using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Appui.Tests.House;

/// <summary>Texts on screen: in pairs, all used, and typeset as French is.</summary>
public static partial class TextRules
{
    /// <summary>Every French file has its English twin with the same keys and the same placeholders.</summary>
    public static IEnumerable<Trespass> TextsComeInPairs(Tree tree)
    {
        foreach (
            var english in tree.Under("src/", "Texts.en.resx")
                .Where(p => !tree.Has(p.Replace(".en.resx", ".resx", StringComparison.Ordinal)))
        )
            yield return new Trespass(english, 1, "has no French twin");
        foreach (var path in French(tree))
        {
            var twin = path.Replace(".resx", ".en.resx", StringComparison.Ordinal);
            if (!tree.Has(twin))
            {
                yield return new Trespass(path, 1, "has no English twin");
                continue;
            }

            var (french, english) = (Read(tree[path]), Read(tree[twin]));
            foreach (var key in french.Keys.Except(english.Keys))
                yield return new Trespass(twin, 1, $"{key} is missing in English");
            foreach (var key in english.Keys.Except(french.Keys))
                yield return new Trespass(path, 1, $"{key} is missing in French");
            foreach (var key in french.Keys.Intersect(english.Keys).Where(k => Holes(french[k]) != Holes(english[k])))
                yield return new Trespass(twin, 1, $"{key} has other placeholders than in French");
        }
    }

    /// <summary>A key is used when a source file names it: as a member, as a whole literal, or by the beginning before a hole (<c>$"Level_{n}"</c>).</summary>
    public static IEnumerable<Trespass> TextsAreUsed(Tree tree)
    {
        var sources = string.Join(
            '\n',
            tree.Under("src/Appui/", ".cs", ".cshtml")
                .Where(p => !p.Contains("/Migrations/", StringComparison.Ordinal))
                .Select(p => tree[p])
        );
        var words = Word().Matches(sources).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var beginnings = Beginning().Matches(sources).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return French(tree)
            .SelectMany(path =>
                Read(tree[path])
                    .Keys.Where(k => !words.Contains(k) && !beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal)))
                    .Select(k => new Trespass(path, 1, $"{k} is used nowhere"))
            );
    }

    /// <summary>French typography in the text resources and in the reference data.</summary>
    public static IEnumerable<Trespass> FrenchIsTypeset(Tree tree)
    {
        var resources = French(tree).SelectMany(p => Read(tree[p]).Select(t => (Path: p, t.Key, Text: t.Value)));
        var data = tree.Under("data/", ".json")
            .SelectMany(p => FrenchField().Matches(tree[p]).Select(m => (Path: p, Key: "fr", Text: Regex.Unescape(m.Groups[1].Value))));
        return resources
            .Concat(data)
            .SelectMany(t => Typography(t.Text).Select(what => new Trespass(t.Path, 1, $"{t.Key}: {what} in « {t.Text} »")));
    }

    /// <summary>What is wrong with the typography of a French sentence; nothing when it is sound.</summary>
    public static IEnumerable<string> Typography(string sentence)
    {
        var text = Address().Replace(sentence, "");
        if (Apostrophe().IsMatch(text))
            yield return "straight apostrophe (’)";
        if (text.Contains('"', StringComparison.Ordinal))
            yield return "straight quotation marks (« »)";
        if (text.Contains("...", StringComparison.Ordinal))
            yield return "three dots (…)";
        if (Punctuation().IsMatch(text))
            yield return "no non-breaking space before : ; ? ! or »";
        if (Opening().IsMatch(text))
            yield return "no non-breaking space after «";
        if (Amount().IsMatch(text))
            yield return "no non-breaking space before € or %";
    }

    private static IEnumerable<string> French(Tree tree) => tree.Under("src/", "Texts.resx");

    private static Dictionary<string, string> Read(string resx) =>
        XDocument
            .Parse(resx)
            .Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "", StringComparer.Ordinal);

    private static string Holes(string text) => string.Join(' ', Hole().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order());

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[A-Za-z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\$""([A-Z][A-Za-z]+_\w*|[A-Z][A-Za-z]{3,})\{")]
    private static partial Regex Beginning();

    [GeneratedRegex("\"fr\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex FrenchField();

    [GeneratedRegex(@"https?://\S+|\{\d+:[^}]*\}|&#?\w+;|\b\d{1,2}:\d{2}\b|<[^>]+>|\S+@\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\w'\w")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[^\u00a0\u202f?!.…(][:;?!»]|^[:;?!»]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"«[^\u00a0\u202f]")]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\d}][ ]?[€%]")]
    private static partial Regex Amount();
}
