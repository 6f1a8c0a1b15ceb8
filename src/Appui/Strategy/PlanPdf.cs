using Appui.Shared;
using Appui.Shared.Documents;

namespace Appui.Strategy;

/// <summary>The plan on paper: what next, where it leads, when, who pays what, what was left out and why, who can help. In the current language.</summary>
public static class PlanPdf
{
    private const double RadarHeight = 280;

    /// <summary>The plan as a tagged PDF file.</summary>
    public static byte[] Render(PlanDocumentView view)
    {
        var plan = view.Plan;
        var report = new PdfReport(view.Cover());
        Begin(report, plan);
        if (plan.Steps.Count > 0)
        {
            Scores(report, plan);
            When(report, view);
            PlanPdfMoney.WhoPays(report, view);
            Steps(report, view);
        }

        PlanPdfContext.LeftOut(report, plan);
        PlanPdfContext.Help(report, view);
        PlanPdfContext.Method(report, plan);
        return report.Render();
    }

    private static void Begin(PdfReport report, PlanContent plan)
    {
        report.Heading(1, plan.Steps.Count == 0 ? StrategyTexts.Plan_Title_Empty : StrategyTexts.Plan_Title);
        report.Opening(StrategyWords.Purpose(plan));
        if (plan.IsDemonstration)
            report.Note(PdfNoteKind.Warning, StrategyTexts.Pdf_Example, StrategyTexts.Plan_Demo);
        if (plan.Steps.Count == 0)
            return;
        report.KeyFigures(
            new(
                string.Format(StrategyTexts.Plan_Progress, StrategyTexts.Axis_Progress),
                $"{StrategyWords.Score(plan.Before.Progress)} → {StrategyWords.Score(plan.After.Progress)}",
                string.Format(
                    StrategyTexts.Plan_Capacity,
                    StrategyWords.Score(plan.Before.Capacity),
                    StrategyWords.Score(plan.After.Capacity)
                )
            ),
            new(
                StrategyTexts.Plan_Own,
                Show.Euros(plan.OwnEuros),
                string.Format(StrategyTexts.Plan_OwnOf, Show.Euros(plan.Limits.OwnEuros))
            ),
            new(
                StrategyTexts.Plan_Staff,
                StrategyWords.Days(plan.TotalHalfDays),
                string.Format(StrategyTexts.Plan_StaffOf, plan.Steps.Max(s => s.Start + s.Months))
            )
        );
        report.Note(
            PdfNoteKind.Success,
            StrategyTexts.Next,
            string.Format(StrategyTexts.Pdf_Say, plan.Steps[0].Title, plan.Steps[0].FirstStep)
        );
    }

    private static void Scores(PdfReport report, PlanContent plan)
    {
        var scores = plan
            .Dimensions.Select(d => (d.Name, d.ShortName, d.Axis, Before: Of(plan.Before, d.Code), After: Of(plan.After, d.Code)))
            .ToList();
        report.Heading(2, StrategyTexts.Pdf_Scores);
        report.Figure(
            string.Format(
                StrategyTexts.Pdf_RadarLabel,
                string.Join(
                    " ; ",
                    scores.Select(s =>
                        string.Format(StrategyTexts.Pdf_RadarPart, s.Name, StrategyWords.Score(s.Before), StrategyWords.Score(s.After))
                    )
                )
            ),
            RadarHeight,
            canvas =>
                canvas.Radar(
                    [.. scores.Select(s => new RadarAxis(s.ShortName.ToString(), s.Before, s.After, Change(s.Before, s.After)))],
                    StrategyTexts.Pdf_Before,
                    StrategyTexts.Pdf_After
                )
        );
        report.Table(
            [
                new(StrategyTexts.Pdf_Dimension, 4, NamesRow: true),
                new(StrategyTexts.Pdf_Axis, 2),
                new(StrategyTexts.Pdf_Before, 1.6, Side.End),
                new(StrategyTexts.Pdf_After, 1.6, Side.End),
            ],
            scores.Select(s =>
                (IReadOnlyList<PdfText>)
                    [
                        s.Name.ToString(),
                        s.Axis == "capacity" ? StrategyTexts.Axis_Capacity : StrategyTexts.Axis_Progress,
                        StrategyWords.Score(s.Before),
                        StrategyWords.Score(s.After),
                    ]
            ),
            caption: StrategyTexts.Pdf_ScoresNote
        );
    }

    private static void When(PdfReport report, PlanDocumentView view)
    {
        var plan = view.Plan;
        var bars = plan.Steps.Select(s => new TimelineBar(
            s.Title.ToString(),
            string.Format(StrategyTexts.Plan_StepDays, StrategyWords.Days(s.TotalHalfDays), StrategyWords.Payers(plan, s)),
            s.Start,
            s.Months
        ));
        var last = Math.Max(plan.Limits.Months, plan.Steps.Max(s => s.Start + s.Months));
        IReadOnlyList<string> months =
        [
            .. Enumerable.Range(0, last).Select(i => last > 12 ? Show.Month(plan.Month(i)) : Show.ShortMonth(plan.Month(i))),
        ];
        report.Heading(2, StrategyTexts.Plan_When);
        report.Paragraph(StrategyTexts.Plan_WhenText);
        foreach (var part in PdfTimeline.TimelineParts([.. bars]))
        {
            var said = part.Select(bar =>
                string.Format(
                    StrategyTexts.Plan_GanttLabel,
                    bar.Label,
                    Show.LongMonth(plan.Month(bar.FirstMonth)),
                    Show.LongMonth(plan.Month(bar.FirstMonth + bar.Months - 1))
                )
            );
            report.Figure(string.Join(". ", said), PdfTimeline.TimelineHeight(part), canvas => canvas.Timeline(part, months));
        }
    }

    private static void Steps(PdfReport report, PlanDocumentView view)
    {
        var plan = view.Plan;
        report.Heading(2, StrategyTexts.Plan_Steps);
        foreach (var step in plan.Steps)
        {
            report.Heading(3, step.Title.ToString());
            report.Remark(
                string.Join(
                    " · ",
                    view.Period(step),
                    StrategyWords.Days(step.TotalHalfDays),
                    Show.Euros(step.HighEuros),
                    StrategyWords.Payers(plan, step)
                )
            );
            report.Paragraph(
                Said(
                    (StrategyTexts.Plan_Step_Purpose, step.Purpose.ToString()),
                    (StrategyTexts.Plan_Step_WhoGains, step.WhoGains.ToString()),
                    (StrategyTexts.Plan_Step_First, step.FirstStep.ToString()),
                    (
                        StrategyTexts.Plan_Step_Moves,
                        string.Join(", ", step.Dimensions.Select(d => plan.Dimensions.First(x => x.Code == d).Name))
                    )
                )
            );
        }
    }

    // One paragraph in lines: four of them would be torn apart at the foot of a page.
    private static PdfText Said(params (string What, string Text)[] lines) =>
        new([
            .. lines.SelectMany(
                (line, i) =>
                    new[]
                    {
                        new PdfRun((i == 0 ? "" : "\n") + string.Format(StrategyTexts.Pdf_Label, line.What), Bold: true),
                        new PdfRun(line.Text),
                    }
            ),
        ]);

    private static double? Of(PlanScores scores, string dimension) => scores.Dimensions.GetValueOrDefault(dimension);

    private static string Change(double? before, double? after) =>
        StrategyWords.Score(before) == StrategyWords.Score(after)
            ? StrategyWords.Score(after)
            : $"{StrategyWords.Score(before)} → {StrategyWords.Score(after)}";
}
