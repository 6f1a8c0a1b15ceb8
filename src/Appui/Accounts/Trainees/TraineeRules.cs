using Appui.Shared;

namespace Appui.Accounts.Trainees;

/// <summary>How a pasted list of trainees is read, and which PINs are too easy.</summary>
public static class TraineeRules
{
    /// <summary>Most trainees added at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Number of digits of a PIN.</summary>
    public const int PinDigits = 6;

    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>One person a line: « Inès Caradec », or first and last name in two cells copied from a spreadsheet. Empty lines are nothing.</summary>
    public static Outcome<string[]> ReadNames(string? typed)
    {
        var names = (typed ?? "")
            .Split('\n')
            .Select(line => string.Join(' ', line.Split([.. Separators, ' ', '\r', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)))
            .Where(name => name.Length > 0)
            .ToArray();
        if (names.Length == 0)
            return AccountsRefusals.TraineesMissing;
        if (names.Length > MostAtOnce)
            return AccountsRefusals.TraineesTooMany.With(MostAtOnce, names.Length);
        if (Array.Find(names, n => n.Length > 200) is { } longest)
            return AccountsRefusals.TraineeNameTooLong.With(longest[..30]);
        if (Repeated(names) is { } twice)
            return AccountsRefusals.TraineeTwice.With(twice);
        return names;
    }

    /// <summary>A name that stands twice in a list, or null. Two people of one name need something that tells them apart.</summary>
    public static string? Repeated(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.CurrentCultureIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;

    /// <summary>The six digits of a typed PIN, spaces and hyphens ignored, or null.</summary>
    public static string? ReadPin(string? typed)
    {
        var kept = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));
        return kept.Length == PinDigits && kept.All(char.IsAsciiDigit) ? kept : null;
    }

    /// <summary>A PIN that people try first: one digit again and again, up or down the scale, or two digits in turn.</summary>
    public static bool IsEasy(string pin) =>
        Enumerable.Range(1, pin.Length - 1).Select(i => pin[i] - pin[i - 1]).Distinct().Count() == 1
        || Enumerable.Range(2, pin.Length - 2).All(i => pin[i] == pin[i - 2])
        || pin[..3] == pin[3..];
}
