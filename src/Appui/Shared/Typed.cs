using System.Globalization;

namespace Appui.Shared;

/// <summary>Numbers as people type them: "1 200,50 €", "2,5 jours", "−1".</summary>
public static class Typed
{
    /// <summary>The number typed, or null when it is not one. Spaces of any kind, € and a comma or point for decimals are understood.</summary>
    public static decimal? Number(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40)
            return null;
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('€' or '\u202f' or '\u00a0')))
            .Replace('−', '-')
            .Replace(',', '.');
        return decimal.TryParse(
            digits,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    /// <summary>Whole euros, cents cut up; kept within the bounds of an int so that what is too large is refused, not wrapped.</summary>
    public static int? Euros(string? typed) =>
        Number(typed) is { } number ? (int)Math.Clamp(Math.Ceiling(number), int.MinValue, int.MaxValue) : null;

    /// <summary>Days typed, in half-days, rounded down.</summary>
    public static int? HalfDays(string? typed) =>
        Number(typed) is { } number ? (int)Math.Clamp(Math.Floor(number * 2), int.MinValue, int.MaxValue) : null;

    private static readonly string[] Days = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "yyyy-M-d", "d M yyyy"];

    private static readonly string[] NamedDays = ["d MMMM yyyy", "d MMM yyyy"];

    /// <summary>A day typed: 3/9/26, 03/09/2026, 2026-09-03, 3 septembre 2026. Day before month; two digits of year are after 2000.</summary>
    public static DateOnly? Day(string? typed)
    {
        var words = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("1er ", "1 ", StringComparison.OrdinalIgnoreCase);
        if (words.Length > 40)
            return null;
        if (DateOnly.TryParseExact(words, Days, ThisCentury, DateTimeStyles.None, out var day))
            return day;
        foreach (var language in (string[])["fr-FR", "en-GB"])
            if (DateOnly.TryParseExact(words, NamedDays, CultureInfo.GetCultureInfo(language), DateTimeStyles.None, out day))
                return day;
        return null;
    }

    private static CultureInfo ThisCentury { get; } = TwoDigitsAfter2000();

    private static CultureInfo TwoDigitsAfter2000()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar.TwoDigitYearMax = 2099;
        return culture;
    }
}
