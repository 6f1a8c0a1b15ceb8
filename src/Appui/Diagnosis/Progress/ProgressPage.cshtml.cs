using Appui.Shared;
using Appui.Shared.Documents;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Progress;

/// <summary>What moved since an earlier round, over the same questions, and what cannot be compared.</summary>
public sealed class ProgressPageModel(FindProgress find, CurrentActor current) : AppuiPage
{
    /// <summary>The comparison; null while there is only one round.</summary>
    public ProgressView? View { get; private set; }

    /// <summary>Beginning of the addresses of the diagnosis.</summary>
    public string Diagnosis => $"{current.Prefix}/diagnostic";

    /// <summary>A day where the organisation is.</summary>
    public DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, current.Zone));

    /// <summary>Day of the round compared with.</summary>
    public string Since => Show.Day(DayOf(View!.Before.Diagnosis.StartedAt));

    /// <summary>Shows what moved.</summary>
    public async Task<IActionResult> OnGet(Guid? depuis, CancellationToken stop)
    {
        if (DiagnosisAccess.MayRead(current.Actor) is not null)
            return NotFound();
        View = await find.Run(depuis, stop);
        return Page();
    }

    /// <summary>The answers then and now as a CSV file.</summary>
    public async Task<IActionResult> OnGetCsv(Guid? depuis, CancellationToken stop)
    {
        if (await OnGet(depuis, stop) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult || View is not { } view)
            return NotFound();
        Sheet sheet = new(
            DiagnosisTexts.Progress_Title,
            [
                new(DiagnosisTexts.Column_Dimension),
                new(DiagnosisTexts.Column_Question),
                new(DiagnosisTexts.Column_Before),
                new(DiagnosisTexts.Column_Now),
                new(DiagnosisTexts.Column_Change, SheetFormat.Whole),
            ],
            [
                .. view.Comparison.Moves.Select(m =>
                    new SheetCell[]
                    {
                        view.Now.Instrument.Dimension(m.Item.Dimension).Name.ToString(),
                        m.Item.Question.ToString(),
                        m.SaidBefore,
                        m.SaidNow,
                        ResultPageModel.Round(100 * (m.Now - m.Before)),
                    }
                ),
            ]
        );
        return File(CsvTable.Render(sheet), "text/csv; charset=utf-8", "progres.csv");
    }
}
