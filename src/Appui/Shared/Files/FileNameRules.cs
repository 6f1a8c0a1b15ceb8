using System.Globalization;
using System.Text;

namespace Appui.Shared.Files;

/// <summary>Names of files as they may be kept, shown and written on any disk. Values in, values out.</summary>
public static class FileNameRules
{
    /// <summary>Most characters of a name.</summary>
    public const int Longest = 120;

    private const string Forbidden = "<>:\"/\\|?*";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    /// <summary>The name without path, without what cannot be seen or turns the reading order, and not too long; never empty.</summary>
    public static string Clean(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value < ' ')
                kept.Append(' ');
            else if (IsVisible(rune))
                kept.Append(rune.IsBmp && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal) ? "-" : rune.ToString());
        }

        var plain = string.Join(' ', kept.ToString().Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (
            Array.Exists(
                Devices,
                d => Stem(plain).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Equals(d, StringComparison.OrdinalIgnoreCase)
            )
        )
            plain = "_" + plain;
        return plain.Length == 0 ? "document" : Cut(plain, Longest);
    }

    /// <summary>The cleaned name with an end that fits its kind: a wrong one of a known kind is replaced, anything else is kept before it.</summary>
    public static string Fit(string cleaned, FileKind kind)
    {
        var fitting = FileFormat.Of(kind).Extensions;
        var extension = ExtensionOf(cleaned);
        if (fitting.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return Cut(cleaned[..^(extension.Length + 1)], Longest - extension.Length - 1) + "." + extension.ToLowerInvariant();
        var stem = FileFormat.IsKnown(extension) ? cleaned[..^(extension.Length + 1)] : cleaned;
        return Cut(stem.TrimEnd('.', ' '), Longest - fitting[0].Length - 1) + "." + fitting[0];
    }

    private static string ExtensionOf(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[(dot + 1)..] : "";

    private static string Stem(string name) => name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? name[..dot] : name;

    // Format characters are invisible, and some (U+202E) make "fdp.exe" read "exe.pdf".
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            )
        && rune != Rune.ReplacementChar;

    // Never through the middle of what is read as one character.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most)
            end = next;
        return end == 0 ? "document" : text[..end].TrimEnd('.', ' ');
    }
}
