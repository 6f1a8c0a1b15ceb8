namespace Appui.Shared.Ui.Charts;

/// <summary>Size a picture is drawn for: its words stay at least 12 px high on the screen.</summary>
public enum ChartSize
{
    /// <summary>Desks and tablets.</summary>
    Wide,

    /// <summary>Phones, 320 px upwards.</summary>
    Narrow,
}

internal static class Labels
{
    /// <summary>Height of a line of words, in units of the drawing.</summary>
    public const double Line = 16;

    private const double LetterWidth = 7.6;

    /// <summary>Cuts words into lines of at most some letters; a longer word keeps a line of its own.</summary>
    public static IReadOnlyList<string> Wrap(string words, int letters)
    {
        List<string> lines = [];
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    /// <summary>Width of the longest line, estimated.</summary>
    public static double Width(IReadOnlyList<string> lines) => lines.Count == 0 ? 0 : lines.Max(l => l.Length) * LetterWidth;

    /// <summary>Writes lines of words, the first baseline at y.</summary>
    public static void Write(Markup markup, IReadOnlyList<string> lines, double x, double y, string anchor, string? kind = null)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            markup.Raw("<text").Attribute("class", kind).Raw($" x=\"{x}\" y=\"{y + (i * Line)}\" text-anchor=\"{anchor}\">");
            markup.Text(lines[i]).Raw("</text>");
        }
    }
}
