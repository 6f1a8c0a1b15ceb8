using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Appui.Shared.Documents;

/// <summary>Knows the width of each character of a face, so that lines are broken without asking PDFsharp again. No kerning: widths add up exactly.</summary>
internal sealed class Typeface(bool bold)
{
    /// <summary>Drawn where the face has no glyph, so that a gap is seen instead of an empty place.</summary>
    public const char Missing = '□';

    public static readonly Typeface Regular = new(bold: false);

    public static readonly Typeface Semibold = new(bold: true);

    private const float Unknown = 0f;
    private const float Absent = -1f;
    private const double Em = 1000;

    private readonly float[] widths = new float[char.MaxValue + 1];
    private readonly Lock gate = new();

    public static Typeface Of(bool bold) => bold ? Semibold : Regular;

    /// <summary>Whether the face can draw this character.</summary>
    public bool Has(char character) => Known(character) >= 0;

    /// <summary>Width at a size in points.</summary>
    public double Width(char character, double size) => Math.Max(Known(character), 0) * size;

    /// <summary>Width of a text at a size in points.</summary>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        double sum = 0;
        foreach (var character in text)
            sum += Math.Max(Known(character), 0);
        return sum * size;
    }

    private float Known(char character) => widths[character] is var width && width != Unknown ? width : Measure(character);

    private float Measure(char character)
    {
        lock (gate)
        {
            var font = DocumentFonts.At(bold, Em);
            if (GlyphHelper.GlyphIndexFromCodePoint(character, font) == 0)
                return widths[character] = Absent;
            using var context = XGraphics.CreateMeasureContext(new XSize(Em, Em), XGraphicsUnit.Point, XPageDirection.Downwards);
            var width = (float)(context.MeasureString(character.ToString(), font).Width / Em);
            return widths[character] = width == Unknown ? float.Epsilon : width;
        }
    }
}
