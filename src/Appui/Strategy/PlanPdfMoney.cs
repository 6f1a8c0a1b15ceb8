using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Shared.Documents;
using Appui.Strategy.Contract;

namespace Appui.Strategy;

/// <summary>Who pays what, in a picture, by action, by cost line and by scheme.</summary>
internal static class PlanPdfMoney
{
    /// <summary>Beyond this, one column per funder makes columns too narrow: they are added up, and the lines below tell them apart.</summary>
    private const int MostFunderColumns = 3;

    public static void WhoPays(PdfReport report, PlanDocumentView view)
    {
        var plan = view.Plan;
        report.Heading(2, StrategyTexts.Plan_WhoPays);
        if (plan.HighEuros > 0)
            Shares(report, plan);
        ByAction(report, plan);
        report.Note(PdfNoteKind.Success, StrategyTexts.Plan_PaidOnce, StrategyTexts.Plan_CheckText + Environment.NewLine + DeMinimis(plan));
        if (plan.Steps.Any(s => s.Lines.Any(l => l.IsYearly)))
            report.Paragraph(Yearly(plan));
        if (plan.LineCount > 0)
            ByLine(report, view);
        if (plan.Schemes.Count > 0)
            ByScheme(report, plan);
    }

    private static void Shares(PdfReport report, PlanContent plan)
    {
        IReadOnlyList<SharePart> parts =
        [
            .. PlanFunder
                .PayersOf(plan)
                .Select(p => new SharePart(Part(p.Name, p.Euros, plan), Show.Euros(p.Euros), p.Euros, p.Kind.Fill())),
        ];
        report.Figure(
            string.Join(" ; ", parts.Select(p => string.Format(StrategyTexts.Pdf_Pays, p.Label, p.Amount))),
            PdfBars.SharesHeight(parts.Count),
            canvas => canvas.Shares(parts)
        );
    }

    private static void ByAction(PdfReport report, PlanContent plan)
    {
        var funders = PlanFunder.Of(plan);
        List<(string Heading, Func<PlanStep, int> Euros)> amounts = [(StrategyTexts.Plan_Cost, s => s.HighEuros)];
        if (funders.Count <= MostFunderColumns)
            amounts.AddRange(funders.Select(funder => (funder.Name, (Func<PlanStep, int>)funder.Pays)));
        else
            amounts.Add((StrategyTexts.Pdf_Support, s => s.HighEuros - s.OwnEuros));
        amounts.Add((StrategyTexts.Plan_You, s => s.OwnEuros));
        report.Table(
            [new(StrategyTexts.Plan_Action, 3.2, NamesRow: true), .. amounts.Select(a => new PdfColumn(a.Heading, 1.3, Side.End))],
            plan.Steps.Select(step =>
                (IReadOnlyList<PdfText>)[step.Title.ToString(), .. amounts.Select(a => (PdfText)Amount(a.Euros(step)))]
            ),
            [StrategyTexts.Plan_Total, .. amounts.Select(a => (PdfText)Show.Euros(plan.Steps.Sum(a.Euros)))]
        );
    }

    private static void ByLine(PdfReport report, PlanDocumentView view)
    {
        report.Heading(3, StrategyTexts.Pdf_Lines);
        report.Table(
            [
                new(StrategyTexts.Plan_Action, 2.4, NamesRow: true),
                new(StrategyTexts.Pdf_Line, 2.6),
                new(StrategyTexts.Pdf_Range, 1.7, Side.End),
                new(StrategyTexts.Pdf_PaidBy, 2.8),
            ],
            view.Plan.Steps.SelectMany(step =>
                step.Lines.Select(line =>
                    (IReadOnlyList<PdfText>)
                        [step.Title.ToString(), StrategyWords.Line(line), Show.Euros(line.LowEuros, line.HighEuros), view.Payers(line)]
                )
            ),
            caption: string.Format(StrategyTexts.Plan_LinesTotal, view.Plan.LineCount)
        );
    }

    private static void ByScheme(PdfReport report, PlanContent plan)
    {
        report.Heading(3, StrategyTexts.Pdf_Schemes);
        report.Table(
            [
                new(StrategyTexts.Pdf_Scheme, 3, NamesRow: true),
                new(StrategyTexts.Pdf_Funder, 2.4),
                new(StrategyTexts.Pdf_Nature, 2),
                new(StrategyTexts.Pdf_Amount, 1.3, Side.End),
            ],
            plan.Schemes.Select(s =>
                (IReadOnlyList<PdfText>)[s.Title.ToString(), s.Funder.ToString(), StrategyWords.Nature(s), Show.Euros(s.Euros)]
            ),
            [StrategyTexts.Plan_Total, "", "", Show.Euros(plan.GrantEuros)]
        );
    }

    private static string DeMinimis(PlanContent plan) =>
        plan.DeMinimisEuros == 0
            ? ""
            : string.Format(
                StrategyTexts.Plan_DeMinimis,
                Show.Euros(plan.DeMinimisEuros),
                Show.Euros(plan.DeMinimisEuros + plan.Limits.DeMinimisReceivedEuros),
                Show.Euros(SchemeRules.DeMinimisCeilingEuros)
            );

    private static string Yearly(PlanContent plan)
    {
        var years = PlannerInputRules.YearsOf(plan.Limits.Months);
        return string.Format(
            StrategyTexts.Plan_Yearly,
            years == 1 ? StrategyTexts.Years_One : string.Format(StrategyTexts.Years_Other, years),
            Show.Euros(plan.LowEuros),
            Show.Euros(plan.HighEuros)
        );
    }

    private static string Part(string who, int euros, PlanContent plan) =>
        string.Format(
            StrategyTexts.Pdf_Share,
            who,
            Show.Number((long)Math.Round(100.0 * euros / plan.HighEuros, MidpointRounding.AwayFromZero))
        );

    private static string Amount(int euros) => euros == 0 ? "–" : Show.Euros(euros);
}
