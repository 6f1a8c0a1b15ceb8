using Appui.Shared;
using Appui.Shared.Documents;

namespace Appui.Strategy;

/// <summary>The plan as a workbook: actions, cost lines with who pays, team time by month, what was left out, limits. In the current language.</summary>
public static class PlanXlsx
{
    /// <summary>The plan as an XLSX file.</summary>
    public static byte[] Render(PlanDocumentView view) =>
        Spreadsheet.Render(
            view.Title,
            view.Provider,
            view.MadeAt,
            Actions(view.Plan),
            Lines(view.Plan),
            Time(view.Plan),
            Scores(view.Plan),
            LeftOut(view.Plan),
            Limits(view)
        );

    private static Sheet Actions(PlanContent plan) =>
        new(
            StrategyTexts.Xlsx_Actions,
            [
                new(StrategyTexts.Plan_Action, Width: 38),
                new(StrategyTexts.Xlsx_Start, SheetFormat.Day),
                new(StrategyTexts.Xlsx_End, SheetFormat.Day),
                new(DaysOf(StrategyTexts.Role_Management), SheetFormat.Decimals, Summed: true),
                new(DaysOf(StrategyTexts.Role_Trainer), SheetFormat.Decimals, Summed: true),
                new(DaysOf(StrategyTexts.Role_Support), SheetFormat.Decimals, Summed: true),
                new(StrategyTexts.Xlsx_Low, SheetFormat.Euros, Summed: true),
                new(StrategyTexts.Plan_Cost, SheetFormat.Euros, Summed: true),
                new(StrategyTexts.Pdf_Support, SheetFormat.Euros, Summed: true),
                new(StrategyTexts.Plan_You, SheetFormat.Euros, Summed: true),
                new(StrategyTexts.Plan_Step_Purpose, Width: 50),
                new(StrategyTexts.Plan_Step_WhoGains, Width: 40),
                new(StrategyTexts.Plan_Step_First, Width: 50),
            ],
            plan.Steps.Select(step =>
                (IReadOnlyList<SheetCell>)
                    [
                        step.Title.ToString(),
                        plan.Month(step.Start),
                        plan.Month(step.Start + step.Months).AddDays(-1),
                        .. step.HalfDays.Select(half => (SheetCell)(half / 2m)),
                        step.Lines.Sum(l => l.LowEuros),
                        step.HighEuros,
                        step.HighEuros - step.OwnEuros,
                        step.OwnEuros,
                        step.Purpose.ToString(),
                        step.WhoGains.ToString(),
                        step.FirstStep.ToString(),
                    ]
            ),
            StrategyTexts.Plan_Total
        );

    private static Sheet Lines(PlanContent plan) =>
        new(
            StrategyTexts.Plan_WhoPays,
            [
                new(StrategyTexts.Plan_Action, Width: 38),
                new(StrategyTexts.Pdf_Line, Width: 44),
                new(StrategyTexts.Xlsx_Low, SheetFormat.Euros, Summed: true),
                new(StrategyTexts.Plan_Cost, SheetFormat.Euros, Summed: true),
                .. plan.Schemes.Select(scheme => new SheetColumn(scheme.Title.ToString(), SheetFormat.Euros, Summed: true)),
                new(StrategyTexts.Plan_You, SheetFormat.Euros, Summed: true),
            ],
            plan.Steps.SelectMany(step =>
                step.Lines.Select(line =>
                    (IReadOnlyList<SheetCell>)
                        [
                            step.Title.ToString(),
                            StrategyWords.Line(line),
                            line.LowEuros,
                            line.HighEuros,
                            .. plan.Schemes.Select(s => (SheetCell)line.Payments.Where(p => p.Scheme == s.Code).Sum(p => p.Euros)),
                            line.OwnEuros,
                        ]
                )
            ),
            StrategyTexts.Plan_Total
        );

    private static Sheet Time(PlanContent plan)
    {
        string[] roles = [StrategyTexts.Role_Management, StrategyTexts.Role_Trainer, StrategyTexts.Role_Support];
        int[] given = [plan.Limits.ManagementHalfDays, plan.Limits.TrainerHalfDays, plan.Limits.SupportHalfDays];
        var months = Math.Max(plan.Limits.Months, plan.Steps.Select(s => s.Start + s.Months).DefaultIfEmpty().Max());
        return new(
            StrategyTexts.Xlsx_Time,
            [
                new(StrategyTexts.Xlsx_Month, SheetFormat.Day),
                .. roles.SelectMany(role =>
                    new[]
                    {
                        new SheetColumn(DaysOf(role), SheetFormat.Decimals, Summed: true),
                        new SheetColumn(string.Format(StrategyTexts.Xlsx_Given, role), SheetFormat.Decimals),
                    }
                ),
            ],
            Enumerable
                .Range(0, months)
                .Select(month =>
                    (IReadOnlyList<SheetCell>)
                        [
                            plan.Month(month),
                            .. roles.SelectMany(
                                (_, role) => new SheetCell[] { plan.Steps.Sum(s => InMonth(s, role, month)) / 2m, given[role] / 2m }
                            ),
                        ]
                ),
            StrategyTexts.Plan_Total
        );
    }

    private static Sheet Scores(PlanContent plan) =>
        new(
            StrategyTexts.Xlsx_Scores,
            [
                new(StrategyTexts.Pdf_Dimension, Width: 34),
                new(StrategyTexts.Pdf_Axis, Width: 16),
                new(StrategyTexts.Pdf_Before, SheetFormat.Whole),
                new(StrategyTexts.Pdf_After, SheetFormat.Whole),
            ],
            plan.Dimensions.Select(d =>
                (IReadOnlyList<SheetCell>)
                    [
                        d.Name.ToString(),
                        d.Axis == "capacity" ? StrategyTexts.Axis_Capacity : StrategyTexts.Axis_Progress,
                        (decimal?)plan.Before.Dimensions.GetValueOrDefault(d.Code),
                        (decimal?)plan.After.Dimensions.GetValueOrDefault(d.Code),
                    ]
            )
        );

    private static Sheet LeftOut(PlanContent plan) =>
        new(
            StrategyTexts.Xlsx_LeftOut,
            [
                new(StrategyTexts.Plan_Action, Width: 38),
                new(StrategyTexts.Plan_Cost, SheetFormat.Euros),
                new(StrategyTexts.Plan_Blocks, Width: 20),
                new(StrategyTexts.Plan_Reason, Width: 70),
            ],
            plan.LeftOut.Concat(plan.WontDo)
                .Select(left =>
                    (IReadOnlyList<SheetCell>)
                        [left.Title.ToString(), left.HighEuros, StrategyWords.Badge(left.Reason), StrategyWords.Why(left)]
                )
        );

    private static Sheet Limits(PlanDocumentView view) =>
        new(
            StrategyTexts.Limits_Title,
            [new(StrategyTexts.Pdf_Limit, Width: 44), new(StrategyTexts.Pdf_Value, Width: 60)],
            StrategyWords
                .Limits(view.Plan)
                .Select(limit => (IReadOnlyList<SheetCell>)[limit.Name, limit.Value])
                .Append([StrategyTexts.Xlsx_Source, view.Source])
        );

    /// <summary>Half-days of a role in a month, spread as the planner spreads them.</summary>
    private static int InMonth(PlanStep step, int role, int month)
    {
        var k = month - step.Start;
        return k < 0 || k >= step.Months ? 0 : (step.HalfDays[role] * (k + 1) / step.Months) - (step.HalfDays[role] * k / step.Months);
    }

    private static string DaysOf(string role) => string.Format(StrategyTexts.Xlsx_Days, role);
}
