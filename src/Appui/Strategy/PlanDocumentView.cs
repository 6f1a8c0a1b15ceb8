using System.Globalization;
using Appui.Accounts.Contract;
using Appui.Network.Contract;
using Appui.Shared;
using Appui.Shared.Documents;

namespace Appui.Strategy;

/// <summary>A plan and what its documents say around it: whose it is, when it was made, what helps and who to call.</summary>
/// <param name="Provider">Name of the organisation.</param>
/// <param name="Address">Postal address and registration, one line each; may be empty.</param>
/// <param name="MadeAt">When the plan was computed (UTC).</param>
/// <param name="Zone">Where the organisation's clocks are.</param>
/// <param name="BaseUrl">Address of the platform, without a final slash, for the links to guides.</param>
public sealed record PlanDocumentView(
    PlanContent Plan,
    string Provider,
    IReadOnlyList<string> Address,
    DateTime MadeAt,
    TimeZoneInfo Zone,
    IReadOnlyList<Guide> Guides,
    IReadOnlyList<ContactCard> Contacts,
    string BaseUrl
)
{
    /// <summary>Logo of the organisation as PNG or JPEG, or none.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>Title of the documents: what, when, for whom.</summary>
    public string Title =>
        string.Format(
            StrategyTexts.Pdf_Title,
            Show.LongMonth(Plan.FirstMonth),
            Show.LongMonth(Plan.Month(Plan.Limits.Months - 1)),
            Provider
        );

    /// <summary>Where the figures come from, and of when.</summary>
    public string Source =>
        string.Format(
            StrategyTexts.Pdf_Source,
            Provider,
            Plan.ActionsVersion,
            Plan.SchemesVersion,
            Show.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(MadeAt, Zone)))
        );

    /// <summary>Who pays an amount of a line, and how much each.</summary>
    public string Payers(PlanLine line)
    {
        var others = line
            .Payments.Where(p => p.Euros > 0)
            .Select(p => string.Format(StrategyTexts.Pdf_Pays, Plan.Schemes.First(s => s.Code == p.Scheme).Title, Show.Euros(p.Euros)));
        var all =
            line.OwnEuros > 0
                ? others.Append(string.Format(StrategyTexts.Pdf_Pays, StrategyTexts.Plan_You, Show.Euros(line.OwnEuros)))
                : others;
        return line.HighEuros == 0 ? StrategyTexts.Plan_NoSpending : string.Join("\n", all);
    }

    /// <summary>First and last month of a step.</summary>
    public string Period(PlanStep step) =>
        step.Months == 1
            ? Show.LongMonth(Plan.Month(step.Start))
            : string.Format(
                StrategyTexts.Pdf_Period,
                Show.LongMonth(Plan.Month(step.Start)),
                Show.LongMonth(Plan.Month(step.Start + step.Months - 1))
            );

    internal PdfCover Cover() =>
        new()
        {
            Title = Title,
            Author = Provider,
            Address = Address,
            Logo = Logo,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en-GB" : "fr-FR",
            Source = Source,
            Instant = MadeAt,
        };
}
