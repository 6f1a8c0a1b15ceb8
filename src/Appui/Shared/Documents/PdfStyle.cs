namespace Appui.Shared.Documents;

/// <summary>Sizes of the printed page, in points. A4, a calm column, a 4-point rhythm.</summary>
internal static class PdfStyle
{
    public const double PageWidth = 595.28;
    public const double PageHeight = 841.89;
    public const double Margin = 62;
    public const double Width = PageWidth - (2 * Margin);
    public const double FirstTop = 40;
    public const double Top = 76;
    public const double Bottom = PageHeight - 70;

    /// <summary>Widest paragraph: about eighty characters.</summary>
    public const double Measure = 410;

    public const double Body = 10.5;
    public const double BodyLeading = 15;
    public const double Lead = 13;
    public const double LeadLeading = 19;
    public const double Small = 9;
    public const double SmallLeading = 12.5;
    public const double Figure = 22;
    public const double TightLeading = 1.2;

    /// <summary>Height of a capital of Source Sans 3, in ems: lines are centred on it.</summary>
    public const double Capital = 0.66;

    public static (double Size, double Leading, double Before, double After) Heading(int level) =>
        level switch
        {
            1 => (25, 30, 10, 6),
            2 => (15.5, 20, 24, 6),
            _ => (11.5, 15, 16, 3),
        };
}
