namespace Appui.Shared.Documents;

/// <summary>A piece of a line in one style, at its distance from the line's start, in points.</summary>
internal readonly record struct Piece(string Text, bool Bold, Uri? Link, double X, double Width);

/// <summary>A line ready to be drawn; its width leaves out the spaces at its end.</summary>
internal sealed record TextLine(IReadOnlyList<Piece> Pieces, double Width);

/// <summary>Breaks a text into lines: at spaces and after hyphens and slashes, inside a word only when it is longer than the line.</summary>
internal static class TextWrap
{
    private const double Tolerance = 0.01;

    public static List<TextLine> Lines(PdfText text, double size, double width, bool bold = false)
    {
        var letters = Letters(text, bold);
        var lines = new List<TextLine>();
        int start = 0,
            lastBreak = 0;
        double x = 0;
        for (var i = 0; i < letters.Text.Length; i++)
        {
            var character = letters.Text[i];
            if (character == '\n')
            {
                lines.Add(letters.Line(start, i, size));
                (start, lastBreak, x) = (i + 1, i + 1, 0);
                continue;
            }

            var advance = letters.Face(i).Width(character, size);
            if (character != ' ' && x + advance > width + Tolerance && i > start)
            {
                var end = lastBreak > start ? lastBreak : i;
                lines.Add(letters.Line(start, end, size));
                (start, lastBreak, x) = (end, end, 0);
                i = end - 1;
                continue;
            }

            x += advance;
            if (MayBreakAfter(letters.Text, i))
                lastBreak = i + 1;
        }

        if (start < letters.Text.Length || lines.Count == 0)
            lines.Add(letters.Line(start, letters.Text.Length, size));
        return lines;
    }

    /// <summary>One line, cut with an ellipsis where it is too long.</summary>
    public static TextLine Line(PdfText text, double size, double width, bool bold = false)
    {
        var lines = Lines(text, size, width, bold);
        if (lines.Count == 1)
            return lines[0];
        var face = Typeface.Of(bold);
        var first = Lines(text, size, width - face.Width('…', size), bold)[0];
        var cut = string.Concat(first.Pieces.Select(piece => piece.Text)).TrimEnd() + "…";
        return new TextLine([new Piece(cut, bold, null, 0, face.Width(cut, size))], face.Width(cut, size));
    }

    private static bool MayBreakAfter(string text, int i) =>
        text[i] switch
        {
            ' ' or '\u200B' => true,
            '-' or '/' => i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]),
            _ => false,
        };

    private static LetterRun Letters(PdfText text, bool bold)
    {
        var drawn = text.Runs.Select(run => PdfText.Drawable(run.Text, Typeface.Of(bold || run.Bold))).ToArray();
        var owner = new int[drawn.Sum(part => part.Length)];
        var at = 0;
        for (var run = 0; run < drawn.Length; run++)
        {
            owner.AsSpan(at, drawn[run].Length).Fill(run);
            at += drawn[run].Length;
        }

        return new LetterRun(string.Concat(drawn), owner, text.Runs, bold);
    }

    private sealed record LetterRun(string Text, int[] Owner, IReadOnlyList<PdfRun> Runs, bool AllBold)
    {
        public Typeface Face(int i) => Typeface.Of(AllBold || Runs[Owner[i]].Bold);

        public TextLine Line(int start, int end, double size)
        {
            var pieces = new List<Piece>();
            double x = 0,
                width = 0;
            for (var from = start; from < end; )
            {
                var to = from + 1;
                while (to < end && Owner[to] == Owner[from])
                    to++;
                var text = Text[from..to];
                var advance = Face(from).Width(text, size);
                pieces.Add(new Piece(text, AllBold || Runs[Owner[from]].Bold, Runs[Owner[from]].Link, x, advance));
                width = x + Face(from).Width(text.AsSpan().TrimEnd(' '), size);
                x += advance;
                from = to;
            }

            return new TextLine(pieces, width);
        }
    }
}
