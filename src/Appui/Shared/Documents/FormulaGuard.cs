namespace Appui.Shared.Documents;

/// <summary>Keeps a text that someone typed from being run as a formula by the spreadsheet that opens the file.</summary>
public static class FormulaGuard
{
    private const char Quote = '\'';

    /// <summary>Signs that begin a formula in the usual spreadsheets, full-width forms included, and blanks they skip.</summary>
    private const string Openings = "=+-@\t\r\n＝＋－＠";

    /// <summary>Whether a spreadsheet could run this text.</summary>
    public static bool IsRisky(string text) => text.Length > 0 && Openings.Contains(text[0], StringComparison.Ordinal);

    /// <summary>The text with an apostrophe before it where needed. One more apostrophe where it already had one, so that nothing is lost.</summary>
    public static string Guarded(string text) => IsRisky(text.TrimStart(Quote)) ? Quote + text : text;

    /// <summary>The text as it was before <see cref="Guarded"/>.</summary>
    public static string Unguarded(string text) => text.StartsWith(Quote) && IsRisky(text.TrimStart(Quote)) ? text[1..] : text;
}
