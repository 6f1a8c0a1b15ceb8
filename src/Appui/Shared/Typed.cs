using System.Globalization;
using System.Text.RegularExpressions;

namespace Appui.Shared;

/// <summary>Numbers as people type them: "1 200,50 €", "1,200.50", "2,5", "−1".</summary>
public static partial class Typed
{
    /// <summary>
    /// The number typed, or null when it is not one. Spaces of any kind, € and a comma or point for decimals are understood; one before exactly three
    /// figures parts thousands, since nobody types thousandths of a euro or of a day.
    /// </summary>
    public static decimal? Number(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40)
            return null;
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('€' or '\u202f' or '\u00a0'))).Replace('−', '-');
        digits = Thousands().IsMatch(digits) ? Grouped(digits) : digits.Replace(',', '.');
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
    public static int? Euros(string? typed) => Number(typed) is { } number ? Whole(Math.Ceiling(number)) : null;

    /// <summary>Whole euros that may be spent: cents cut down, since a plan may not ask for more than there is.</summary>
    public static int? EurosAtMost(string? typed) => Number(typed) is { } number ? Whole(Math.Floor(number)) : null;

    /// <summary>Days typed, in half-days, rounded down.</summary>
    public static int? HalfDays(string? typed) =>
        Number(typed) is { } number ? Whole(Math.Floor(Math.Clamp(number, int.MinValue, int.MaxValue) * 2)) : null;

    private static string Grouped(string digits)
    {
        var separator = digits.First(c => c is ',' or '.');
        return digits.Replace(separator.ToString(), "", StringComparison.Ordinal).Replace(',', '.');
    }

    private static int Whole(decimal number) => (int)Math.Clamp(number, int.MinValue, int.MaxValue);

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

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(?<by>[.,])\d{3}(?:\k<by>\d{3})*(?:(?!\k<by>)[.,]\d{1,2})?$", RegexOptions.None, 1000)]
    private static partial Regex Thousands();
}
