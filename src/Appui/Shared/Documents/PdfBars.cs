namespace Appui.Shared.Documents;

/// <summary>A part of a whole: its name, its amount as it is written, its size, and its mark when it has one everywhere.</summary>
public sealed record SharePart(string Label, string Amount, double Size, Fill? Mark = null);

/// <summary>Bars whose parts are told apart by hatches and by words, not by colour alone.</summary>
public static class PdfBars
{
    private const double BarHeight = 24;
    private const double LineHeight = 15;
    private const double Size = 9.5;

    private static readonly Fill[] Fills =
    [
        new(Ink.Teal),
        new(Ink.PaleTeal, Hatch.Rising, Ink.Teal),
        new(new Ink(0xfc, 0xef, 0xe5), Hatch.Crossed, Ink.Apricot),
        new(Ink.Sunk, Hatch.Level, Ink.Quiet),
        new(Ink.Quiet),
        new(Ink.White, Hatch.Falling, Ink.Info),
    ];

    /// <summary>Height in points of <see cref="Shares"/>.</summary>
    public static double SharesHeight(int parts) => BarHeight + 8 + (parts * LineHeight);

    /// <summary>One bar cut into its parts, and under it each part with its amount. Parts of size 0 are named too.</summary>
    public static void Shares(this PdfCanvas canvas, IReadOnlyList<SharePart> parts)
    {
        var whole = Math.Max(parts.Sum(part => part.Size), double.Epsilon);
        double x = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var mark = parts[i].Mark ?? Fills[i % Fills.Length];
            var width = canvas.Width * parts[i].Size / whole;
            if (width > 0)
                canvas.Rectangle(x, 0, width, BarHeight, new Pen(Ink.Text, 0.6), mark);
            x += width;
            var y = BarHeight + 8 + (i * LineHeight);
            canvas.Rectangle(0, y + 1, 16, 10, new Pen(Ink.Text, 0.6), mark);
            var amount = $"{parts[i].Amount}  ";
            canvas.Text(24, y + 9.5, amount, Size, Ink.Text, bold: true);
            canvas.Text(24 + PdfCanvas.TextWidth(amount, Size, bold: true), y + 9.5, parts[i].Label, Size, Ink.Text);
        }
    }
}
