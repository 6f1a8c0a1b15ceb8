namespace Appui.Shared.Documents;

/// <summary>How the values of a column are written.</summary>
public enum SheetFormat
{
    /// <summary>Text, never a formula.</summary>
    Text,

    /// <summary>A whole number: 1 200.</summary>
    Whole,

    /// <summary>A number with two decimals: 1 200,50.</summary>
    Decimals,

    /// <summary>Whole euros: 1 200 €.</summary>
    Euros,

    /// <summary>Euros and cents: 1 200,50 €.</summary>
    Cents,

    /// <summary>A share of 1: 0,27 is written 27 %.</summary>
    Share,

    /// <summary>A day: 24/11/2026.</summary>
    Day,

    /// <summary>A day and a time: 24/11/2026 14:32. Convert instants to the reader's zone first.</summary>
    Moment,
}

/// <summary>A column of a table that is taken away as a file. Width in characters, 0 for a usual one; a summed column ends with its total.</summary>
public sealed record SheetColumn(string Heading, SheetFormat Format = SheetFormat.Text, int Width = 0, bool Summed = false);

/// <summary>A table to take away. Rows are read once. A label for the totals adds a last row (spreadsheets only).</summary>
public sealed record Sheet(
    string Name,
    IReadOnlyList<SheetColumn> Columns,
    IEnumerable<IReadOnlyList<SheetCell>> Rows,
    string TotalLabel = ""
);

/// <summary>One value: nothing, a text, a number, a day or a moment. Write the value itself: it converts.</summary>
public readonly record struct SheetCell
{
    private SheetCell(string? text, decimal? number, DateTime? moment) => (Text, Number, Moment) = (text, number, moment);

    /// <summary>The text, if it is one.</summary>
    public string? Text { get; }

    /// <summary>The number, if it is one.</summary>
    public decimal? Number { get; }

    /// <summary>The day or moment, if it is one.</summary>
    public DateTime? Moment { get; }

    /// <summary>Euros from cents.</summary>
    public static SheetCell OfCents(long? cents) => new(null, cents / 100m, null);

    /// <summary>A text.</summary>
    public static implicit operator SheetCell(string? text) => new(text, null, null);

    /// <summary>A whole number.</summary>
    public static implicit operator SheetCell(int? number) => new(null, number, null);

    /// <summary>A whole number.</summary>
    public static implicit operator SheetCell(long? number) => new(null, number, null);

    /// <summary>A number.</summary>
    public static implicit operator SheetCell(decimal? number) => new(null, number, null);

    /// <summary>A day.</summary>
    public static implicit operator SheetCell(DateOnly? day) => new(null, null, day?.ToDateTime(TimeOnly.MinValue));

    /// <summary>A moment, in the reader's zone.</summary>
    public static implicit operator SheetCell(DateTime? moment) => new(null, null, moment);
}
