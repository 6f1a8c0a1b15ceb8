namespace Appui.Standards.Identifiers;

/// <summary>What is wrong with a typed activity number.</summary>
public enum ActivityNumberProblem
{
    /// <summary>Nothing: its form is sound. Whether it was really issued is not known from it.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Not eleven characters.</summary>
    Length,

    /// <summary>A character that has no place there.</summary>
    Characters,

    /// <summary>The first two digits are no region, old or new.</summary>
    Region,

    /// <summary>The next two characters are no department of that region.</summary>
    Department,
}

/// <summary>
/// The number of a provider's activity declaration (numéro de déclaration d'activité, NDA): eleven characters, the first two for the region
/// that registered it (codes before or after the reform of 2016), the next two for the department (2A and 2B in Corsica, 97 overseas), then seven
/// of order. Source: Code du travail, articles L6351-1, L6351-5 and R6351-6; region and department codes: INSEE, code officiel géographique.
/// The last two characters usually repeat the department; no text says so, and they are not checked.
/// </summary>
public readonly record struct ActivityNumber
{
    /// <summary>Number of characters.</summary>
    public const int Length = 11;

    // Departments that each region prefix may be followed by: regions of 1970–2015 and, when their code is new, of 2016.
    private static readonly Dictionary<string, string[]> Regions = Table(
        """
        11 75 77 78 91 92 93 94 95
        21 08 10 51 52
        22 02 60 80
        23 27 76
        24 18 28 36 37 41 45
        25 14 50 61
        26 21 58 71 89
        27 21 25 39 58 70 71 89 90
        28 14 27 50 61 76
        31 59 62
        32 02 59 60 62 80
        41 54 55 57 88
        42 67 68
        43 25 39 70 90
        44 08 10 51 52 54 55 57 67 68 88
        52 44 49 53 72 85
        53 22 29 35 56
        54 16 17 79 86
        72 24 33 40 47 64
        73 09 12 31 32 46 65 81 82
        74 19 23 87
        75 16 17 19 23 24 33 40 47 64 79 86 87
        76 09 11 12 30 31 32 34 46 48 65 66 81 82
        82 01 07 26 38 42 69 73 74
        83 03 15 43 63
        84 01 03 07 15 26 38 42 43 63 69 73 74
        91 11 30 34 48 66
        93 04 05 06 13 83 84
        94 2A 2B 20
        01 97
        02 97
        03 97
        04 97
        06 97
        95 97
        96 97
        97 97
        98 97
        """
    );

    private readonly string? text;

    private ActivityNumber(string text) => this.text = text;

    /// <summary>Reads what a person typed: spaces of any kind, dots and hyphens are ignored, letters may be lower case.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="number">The number, meaningful only when the answer is <see cref="ActivityNumberProblem.None"/>.</param>
    public static ActivityNumberProblem Read(string? typed, out ActivityNumber number)
    {
        number = default;
        if (string.IsNullOrWhiteSpace(typed))
            return ActivityNumberProblem.Empty;
        if (typed.Length > 64)
            return ActivityNumberProblem.Length;
        var kept = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '/'))).ToUpperInvariant();
        if (kept.Length != Length)
            return ActivityNumberProblem.Length;
        if (!HasSoundCharacters(kept))
            return ActivityNumberProblem.Characters;
        if (!Regions.TryGetValue(kept[..2], out var departments))
            return ActivityNumberProblem.Region;
        if (!departments.Contains(kept[2..4], StringComparer.Ordinal))
            return ActivityNumberProblem.Department;
        number = new ActivityNumber(kept);
        return ActivityNumberProblem.None;
    }

    /// <summary>Region prefix: two digits, a code of before or after 2016.</summary>
    public string RegionPrefix => text?[..2] ?? "";

    /// <summary>Department: two characters, 97 for all of overseas.</summary>
    public string Department => text?[2..4] ?? "";

    /// <summary>The eleven characters, without separator.</summary>
    public override string ToString() => text ?? "";

    /// <summary>11 75 12345 75, with non-breaking spaces.</summary>
    public string ToDisplay() => text is null ? "" : $"{text[..2]}\u00a0{text[2..4]}\u00a0{text[4..9]}\u00a0{text[9..]}";

    // Digits, but for the letter of a Corsican department, and the end that may repeat it.
    private static bool HasSoundCharacters(string kept)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            if (!char.IsAsciiDigit(kept[i]) && !(i is 3 or 10 && kept[i] is 'A' or 'B' && kept[i - 1] == '2'))
                return false;
        }

        return true;
    }

    private static Dictionary<string, string[]> Table(string lines) =>
        lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(codes => codes[0], codes => codes[1..], StringComparer.Ordinal);
}
