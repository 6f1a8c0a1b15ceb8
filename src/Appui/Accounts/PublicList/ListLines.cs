using Appui.Shared;

namespace Appui.Accounts.PublicList;

/// <summary>
/// The lines of a list as the CSV reader gets them: one that is too long, or whose quotes do not close, is told and comes through empty. So a
/// broken line cannot swallow those after it, and the memory needed does not depend on the file.
/// </summary>
internal sealed class ListLines(TextReader file, Action<int, Refusal> bad) : TextReader
{
    /// <summary>Longest line kept, in characters; those of the list have about a thousand.</summary>
    public const int Longest = 16 * 1024;

    private readonly char[] block = new char[32 * 1024];
    private readonly char[] line = new char[Longest + 1];
    private int at;
    private int filled;
    private int length;
    private int given;
    private int number;

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count)
    {
        if (given == length && !Next())
            return 0;
        var part = Math.Min(count, length - given);
        Array.Copy(line, given, buffer, index, part);
        given += part;
        return part;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private bool Next()
    {
        (length, given) = (0, 0);
        var (size, quotes) = (0L, 0);
        while (Fill())
        {
            var c = block[at++];
            if (c == '\n')
                return End(size, quotes);
            if (c == '"')
                quotes++;
            if (++size <= Longest)
                line[length++] = c;
        }

        return size > 0 && End(size, quotes);
    }

    private bool End(long size, int quotes)
    {
        number++;
        var refusal =
            size > Longest ? AccountsRefusals.ListLineTooLong.With(Longest)
            : quotes % 2 == 1 ? AccountsRefusals.ListQuotes
            : null;
        if (refusal is not null)
        {
            length = 0;
            bad(number, refusal);
        }

        line[length++] = '\n';
        return true;
    }

    private bool Fill()
    {
        if (at < filled)
            return true;
        (at, filled) = (0, file.Read(block, 0, block.Length));
        return filled > 0;
    }
}
