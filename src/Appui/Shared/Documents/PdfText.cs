using System.Text;

namespace Appui.Shared.Documents;

/// <summary>A stretch of text in one style. A link shows its text and opens the address.</summary>
public sealed record PdfRun(string Text, bool Bold = false, Uri? Link = null);

/// <summary>A text of one or several runs. Write a plain string where one style is enough.</summary>
public sealed class PdfText(params IReadOnlyList<PdfRun> runs)
{
    private const char SoftHyphen = '\u00AD';
    private const char NoBreakHyphen = '\u2011';

    /// <summary>The runs in reading order.</summary>
    public IReadOnlyList<PdfRun> Runs { get; } = runs;

    /// <summary>The text without its styles.</summary>
    public override string ToString() => string.Concat(Runs.Select(run => run.Text));

    /// <summary>A plain text.</summary>
    public static implicit operator PdfText(string? text) => new(new PdfRun(text ?? ""));

    /// <summary>A text in the bold face.</summary>
    public static PdfText Bold(string text) => new(new PdfRun(text, Bold: true));

    /// <summary>
    /// What can be drawn: composed letters, one kind of line break, no control character,
    /// and a square in place of what the face lacks. No-break spaces stay until the lines are broken.
    /// </summary>
    internal static string Drawable(string text, Typeface face)
    {
        var clean = new StringBuilder(text.Length);
        var source = WellFormed(text);
        for (var i = 0; i < source.Length; i++)
            Append(clean, source[i], i > 0 ? source[i - 1] : '\0', face);
        return clean.ToString();
    }

    private static string WellFormed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException) // a lone surrogate
        {
            return text;
        }
    }

    private static void Append(StringBuilder clean, char character, char before, Typeface face)
    {
        switch (character)
        {
            case '\r':
                clean.Append('\n');
                break;
            case '\n' when before == '\r':
            case SoftHyphen:
            case var second when char.IsLowSurrogate(second) && char.IsHighSurrogate(before):
                break;
            case '\n':
                clean.Append('\n');
                break;
            case NoBreakHyphen:
                clean.Append('-');
                break;
            case var control when char.IsControl(control):
                clean.Append(' ');
                break;
            default:
                clean.Append(face.Has(character) ? character : Typeface.Missing);
                break;
        }
    }
}
