using Appui.Diagnosis.Benchmark;
using Appui.Shared;
using Appui.Shared.Ui;
using Appui.Shared.Ui.Charts;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Diagnosis;

/// <summary>The result: two axes, a radar with its table, the reason of each level, the gate that blocks, and one thing to do next.</summary>
[PageCached(60, PerActor = true, Tags = [TakeSnapshot.Tag])]
public sealed class ResultPageModel(FindResult find, FindBenchmark benchmark, DeepenDimension deepen, CurrentActor current) : AppuiPage
{
    /// <summary>How many gaps stand first; the others are folded.</summary>
    public const int FirstGaps = 3;

    /// <summary>All that is shown.</summary>
    public ResultView View { get; private set; } = null!;

    /// <summary>The diagnosis shown.</summary>
    public OpenDiagnosis Open => View.Open;

    /// <summary>Its scores.</summary>
    public DiagnosisResult Result => View.Result;

    /// <summary>May other voices be asked from here?</summary>
    public bool MayAsk => Open.IsNewest && DiagnosisAccess.MayManage(current.Actor) is null;

    /// <summary>Items that the platform will fill itself.</summary>
    public IReadOnlyList<InstrumentItem> Later => [.. Open.Instrument.Items.Where(i => !i.IsAsked)];

    /// <summary>How it stands among others.</summary>
    public BenchmarkView Benchmark { get; private set; } = null!;

    /// <summary>Beginning of addresses in this space.</summary>
    public string Prefix => current.Prefix;

    /// <summary>Where the organisation's clocks are.</summary>
    public TimeZoneInfo Zone => current.Zone;

    /// <summary>Day it was completed, or else begun, where the organisation is.</summary>
    public DateOnly Day =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Open.Diagnosis.CompletedAt ?? Open.Diagnosis.StartedAt, Zone));

    /// <summary>Without an account, the result can still be kept by making one.</summary>
    public bool IsVisitor => current.Link is not null;

    /// <summary>May the person change answers and make a plan?</summary>
    public bool MayAct => Open.IsNewest && DiagnosisAccess.MayAnswer(current.Actor) is null;

    /// <summary>One sentence that names the situation, never a mark.</summary>
    public string Title =>
        (Result.Capacity.Score, Result.Progress.Score) switch
        {
            (null, _) or (_, null) => DiagnosisTexts.Result_Title_None,
            (>= 60, >= 60) => DiagnosisTexts.Result_Title_Strong,
            (< 30, < 30) => DiagnosisTexts.Result_Title_Begin,
            var (capacity, progress) when capacity - progress >= 10 => DiagnosisTexts.Result_Title_Ready,
            var (capacity, progress) when progress - capacity >= 10 => DiagnosisTexts.Result_Title_Ahead,
            _ => DiagnosisTexts.Result_Title_Even,
        };

    /// <summary>Items asked and not answered, "I don't know" included.</summary>
    public int Missing => Result.Asked - Result.Answered;

    /// <summary>The first dimension that a gate holds down.</summary>
    public DimensionScore? Blocked => Result.Dimensions.FirstOrDefault(d => d.BlockedBy is not null && d.Level is not null);

    /// <summary>Place of an item in the questionnaire, from 1.</summary>
    public int PlaceOf(InstrumentItem item) => Open.Asked.ToList().FindIndex(i => i.Code == item.Code) + 1;

    /// <summary>Name of a level: 3 Organisé.</summary>
    public string LevelName(int level) => $"{level} {Open.Instrument.Levels.First(l => l.Level == level).Name}";

    /// <summary>Why a dimension stands where it does: the reasons of its answers.</summary>
    public static string ReasonOf(DimensionScore dimension)
    {
        var reasons = dimension.Items.Select(ItemForm.Reason);
        return string.Join(" ", reasons.Select(r => $"{char.ToUpper(r[0], System.Globalization.CultureInfo.CurrentCulture)}{r[1..]}."));
    }

    /// <summary>The eight directions of the radar, with their uncertainty while answers are missing.</summary>
    public IReadOnlyList<RadarAxis> RadarAxes =>
        [
            .. Result.Dimensions.Select(d => new RadarAxis(
                d.Dimension.ShortName.ToString(),
                d.Score,
                Missing == 0 ? null : d.Low,
                Missing == 0 ? null : d.High
            )),
        ];

    /// <summary>The radar in words.</summary>
    public string RadarSummary =>
        string.Join(", ", Result.Dimensions.Select(d => $"{d.Dimension.ShortName} {(d.Score is { } s ? Round(s) : "–")}"));

    /// <summary>Between what and what the score may turn out; a dash when every answer is there.</summary>
    public static string BandOf(DimensionScore dimension) =>
        Round(dimension.Low) == Round(dimension.High)
            ? "–"
            : string.Format(DiagnosisTexts.Band, Round(dimension.Low), Round(dimension.High));

    /// <summary>0 to 100, rounded for reading.</summary>
    public static int Round(double score) => (int)Math.Round(score, MidpointRounding.AwayFromZero);

    /// <summary>Shows the newest diagnosis, or an earlier one by its id.</summary>
    public async Task<IActionResult> OnGet(Guid? id, CancellationToken stop)
    {
        if (await find.Run(id, stop) is not { } view)
            return id is null ? Redirect($"{Prefix}/diagnostic") : NotFound();
        if (DiagnosisAccess.MayRead(current.Actor) is not null)
            return NotFound();
        View = view;
        Benchmark = await benchmark.Run(view.Open, Request.Query["comparer"], stop);
        return Page();
    }

    /// <summary>Goes further into a dimension: its first deep question.</summary>
    public async Task<IActionResult> OnPostDeepen(Guid? id, string dimension, CancellationToken stop)
    {
        if (await OnGet(id, stop) is not PageResult)
            return NotFound();
        if (!Open.IsNewest)
            return Refused(DiagnosisRefusals.Kept);
        return (await deepen.Run(dimension, current.Actor, stop)).Is(out _, out var refusal)
            ? Redirect($"{Prefix}/diagnostic")
            : Refused(refusal);
    }

    /// <summary>The figures as a CSV file.</summary>
    public async Task<IActionResult> OnGetCsv(Guid? id, CancellationToken stop)
    {
        if (await OnGet(id, stop) is not PageResult)
            return NotFound();
        return File(ResultCsv.Of(Result), "text/csv; charset=utf-8", "diagnostic.csv");
    }
}
