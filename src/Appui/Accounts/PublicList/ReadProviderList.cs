using System.Text;
using Appui.Shared;
using CsvHelper;

namespace Appui.Accounts.PublicList;

/// <summary>A line left out of an import, and why.</summary>
public sealed record BadLine(int Number, string Reason);

/// <summary>How far an import is.</summary>
public sealed record ListCounts(int Kept, int LeftOut);

/// <summary>Reads a file of the public list line by line: semicolons, UTF-8 with its mark or without.</summary>
internal sealed class ReadProviderList : IDisposable
{
    private readonly CsvReader csv;
    private readonly Action<BadLine> tell;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private ReadProviderList(Stream file, Action<BadLine> tell)
    {
        this.tell = tell;
        // A byte that is not UTF-8 throws: names would come out wrong without anybody noticing.
        var text = new StreamReader(file, new UTF8Encoding(true, throwOnInvalidBytes: true), false, 64 * 1024, leaveOpen: true);
        csv = CsvReader.Create(
            new ListLines(text, LeaveOut),
            new CsvReaderOptions
            {
                Separator = ';',
                HasHeader = true,
                AllowLineBreaksInQuotes = false,
                TrackLineNumbers = true,
            }
        );
    }

    /// <summary>What was read so far.</summary>
    public ListCounts Counts { get; private set; } = new(0, 0);

    /// <summary>Where the columns stand.</summary>
    public ListColumns Columns { get; private set; } = null!;

    /// <summary>Opens a file by its titles, or refuses it.</summary>
    public static Outcome<ReadProviderList> Open(Stream file, Action<BadLine> tell)
    {
        var list = new ReadProviderList(file, tell);
        if (!ListRules.Columns([.. list.csv.Headers]).Is(out var columns, out var refusal))
        {
            list.Dispose();
            return refusal;
        }

        list.Columns = columns;
        return list;
    }

    /// <summary>The providers, each number once.</summary>
    public IEnumerable<ListedProvider> Rows(DateTime importedAt)
    {
        while (csv.Read())
        {
            if (ListRules.Read(Columns, Cell, importedAt).Is(out var provider, out var refusal) && !seen.Add(provider.ActivityNumber))
                refusal = AccountsRefusals.ListTwice.With(provider.ActivityNumber);
            if (refusal is not null)
            {
                LeaveOut((int)csv.LineNumber, refusal);
                continue;
            }

            Counts = Counts with { Kept = Counts.Kept + 1 };
            yield return provider!;
        }
    }

    /// <inheritdoc />
    public void Dispose() => csv.Dispose();

    private string Cell(int column) => column < csv.FieldCount ? csv.GetString(column) : "";

    private void LeaveOut(int line, Refusal refusal)
    {
        Counts = Counts with { LeftOut = Counts.LeftOut + 1 };
        tell(new BadLine(line, refusal.Sentence));
    }
}
