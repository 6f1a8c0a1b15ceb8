using System.Text;

namespace Appui.Diagnosis.Editor;

/// <summary>Cuts a CSV text into lines of cells: semicolons, commas or tabulations, as its first line says; a quoted cell may hold line breaks.</summary>
public static class CsvLines
{
    private const int LongestCell = 20_000;

    /// <summary>Each record with the line of the text where it begins, from 1.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Of(string text)
    {
        var separator = Separator(text);
        List<string> cells = [];
        var cell = new StringBuilder();
        var (line, begun, quoted, wasQuoted) = (1, 1, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
                line++;
            if (quoted)
            {
                if (c != '"')
                    Add(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    Add(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && !wasQuoted && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                (quoted, wasQuoted) = (true, true);
            }
            else if (c == separator)
                End();
            else if (c == '\n')
            {
                End();
                yield return (begun, cells);
                (cells, begun) = ([], line);
            }
            else if (c != '\r')
                Add(c);
        }

        End();
        yield return (begun, cells);

        void Add(char c)
        {
            if (cell.Length < LongestCell)
                cell.Append(c);
        }

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            wasQuoted = false;
        }
    }

    private static char Separator(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return ";,\t".MaxBy(s => first.Count(c => c == s));
    }
}
