using Appui.Shared;
using Appui.Shared.Documents;

namespace Appui.Strategy;

/// <summary>What stands around a plan: what it leaves out, who can help, within which limits and how it was worked out.</summary>
internal static class PlanPdfContext
{
    public static void LeftOut(PdfReport report, PlanContent plan)
    {
        report.Heading(2, StrategyTexts.Plan_LeftOut);
        var judged = StrategyWords.Judged(plan);
        if (judged.Count == 0)
            report.Paragraph(StrategyTexts.Plan_LeftOut_None);
        else
            report.Table(
                [
                    new(StrategyTexts.Plan_Action, 3, NamesRow: true),
                    new(StrategyTexts.Plan_Cost, 1.2, Side.End),
                    new(StrategyTexts.Plan_Blocks, 1.6),
                    new(StrategyTexts.Plan_Reason, 3.4),
                ],
                judged.Select(left =>
                    (IReadOnlyList<PdfText>)
                        [left.Title.ToString(), Show.Euros(left.HighEuros), StrategyWords.Badge(left.Reason), StrategyWords.Why(left)]
                )
            );
        if (StrategyWords.Waiting(plan) is { } waiting)
            report.Paragraph(waiting);
        report.Heading(2, StrategyTexts.Plan_WontDo);
        report.Paragraph(plan.WontDo.Count == 0 ? StrategyTexts.Plan_WontDo_None : StrategyTexts.Plan_WontDo_Text);
        report.List([
            .. plan.WontDo.Select(left => new PdfText(new PdfRun($"{left.Title}. ", Bold: true), new PdfRun(StrategyWords.Why(left)))),
        ]);
    }

    public static void Help(PdfReport report, PlanDocumentView view)
    {
        if (view.Guides.Count > 0)
        {
            report.Heading(2, StrategyTexts.Pdf_Guides);
            report.List([
                .. view.Guides.Select(guide => new PdfText(
                    new PdfRun(guide.Title, Bold: true, Link: new Uri($"{view.BaseUrl}/guides/{guide.Code}")),
                    new PdfRun($" – {string.Format(StrategyTexts.Plan_Guide_Minutes, guide.Minutes)}\n{guide.Summary}")
                )),
            ]);
        }

        report.Heading(2, StrategyTexts.Plan_Contacts);
        report.Paragraph(view.Contacts.Count == 0 ? StrategyTexts.Plan_Contacts_None : StrategyTexts.Plan_Contacts_Text);
        if (view.Contacts.Count > 0)
            report.Table(
                [
                    new(StrategyTexts.Pdf_Who, 2, NamesRow: true),
                    new(StrategyTexts.Pdf_Role, 3),
                    new(StrategyTexts.Pdf_Phone, 1.4),
                    new(StrategyTexts.Pdf_Email, 2.6),
                ],
                view.Contacts.Select(c =>
                    (IReadOnlyList<PdfText>)[c.Name, $"{c.Role}, {c.Organisation}", Linked("tel:", c.Phone), Linked("mailto:", c.Email)]
                )
            );
    }

    public static void Method(PdfReport report, PlanContent plan)
    {
        var limits = plan.Limits;
        report.Heading(2, StrategyTexts.Limits_Title);
        report.Table(
            [new(StrategyTexts.Pdf_Limit, 2, NamesRow: true), new(StrategyTexts.Pdf_Value, 2)],
            StrategyWords.Limits(plan).Select(limit => (IReadOnlyList<PdfText>)[limit.Name, limit.Value])
        );
        report.Heading(2, StrategyTexts.Plan_Why);
        report.Paragraph(
            string.Format(
                plan.Proven ? StrategyTexts.Plan_WhyText : StrategyTexts.Plan_WhyText_Near,
                plan.Considered,
                plan.Schemes.Count,
                plan.GapPercent
            )
        );
    }

    /// <summary>A number or address that opens; a dash where there is none, plain text where it makes no address.</summary>
    private static PdfText Linked(string scheme, string? text) =>
        string.IsNullOrWhiteSpace(text) ? "–"
        : Uri.TryCreate(
            scheme + text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        )
            ? new PdfText(new PdfRun(text, Link: address))
        : text;
}
