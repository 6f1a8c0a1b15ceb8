using System.Globalization;

namespace Appui.Shared;

/// <summary>Dates, amounts and figures as people read them, in the current language (French typography first).</summary>
public static class Show
{
    private const char Nbsp = '\u00a0';

    private static readonly string[] FrenchWords = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];

    private static readonly string[] EnglishWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private static CultureInfo Culture => IsEnglish ? English : French;

    private static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    private static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>1 200 with a non-breaking space, or 1,200.</summary>
    public static string Number(long value) =>
        IsEnglish ? value.ToString("N0", English) : value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', Nbsp).Replace('-', '−');

    /// <summary>How many, inside a sentence: up to nine in letters, then in figures. « Zéro » and « un » are masculine.</summary>
    public static string Words(long count) =>
        count is < 0 or > 9 ? Number(count)
        : IsEnglish ? EnglishWords[count]
        : FrenchWords[count];

    /// <summary>A text that begins a sentence: its first letter in capital, accents kept.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];

    /// <summary>Whole euros: 1 200 €.</summary>
    public static string Euros(long euros) => IsEnglish ? $"€{Number(euros)}" : $"{Number(euros)}{Nbsp}€";

    /// <summary>A range of euros: 800 à 1 200 €; one amount when both ends are the same.</summary>
    public static string Euros(long low, long high) =>
        low == high ? Euros(low)
        : IsEnglish ? $"€{Number(low)} to €{Number(high)}"
        : $"{Number(low)} à {Number(high)}{Nbsp}€";

    /// <summary>Bytes: 1,2 Mo or 350 ko.</summary>
    public static string Size(long bytes)
    {
        var (value, unit) = bytes >= 1_000_000 ? (Math.Floor(bytes / 100_000m) / 10, "M") : (Math.Ceiling(bytes / 1_000m), "k");
        return $"{value.ToString("#,0.#", Culture)}{Nbsp}{unit}{(IsEnglish ? "B" : "o")}";
    }

    /// <summary>Staff time counted in half-days, shown in days: 2,5 jours is "2,5".</summary>
    public static string Days(int halfDays) => (halfDays / 2m).ToString("0.#", Culture);

    /// <summary>24 novembre 2026.</summary>
    public static string Day(DateOnly day) =>
        IsEnglish
            ? day.ToString("d MMMM yyyy", English)
            : $"{(day.Day == 1 ? "1er" : day.Day.ToString(French))}{Nbsp}{day.ToString("MMMM yyyy", French)}";

    /// <summary>nov. 2026.</summary>
    public static string Month(DateOnly day) => day.ToString("MMM yyyy", Culture);

    /// <summary>novembre 2026.</summary>
    public static string LongMonth(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>nov.</summary>
    public static string ShortMonth(DateOnly day) => day.ToString("MMM", Culture);

    /// <summary>14 h 32 in a zone.</summary>
    public static string Time(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return IsEnglish ? local.ToString("HH:mm", English) : $"{local.Hour}{Nbsp}h{Nbsp}{local.Minute:00}";
    }

    /// <summary>24 novembre 2026, 14 h 32.</summary>
    public static string Instant(DateTime utc, TimeZoneInfo zone) =>
        $"{Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone)))}, {Time(utc, zone)}";
}
