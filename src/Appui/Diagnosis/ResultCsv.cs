using Appui.Shared.Documents;

namespace Appui.Diagnosis;

/// <summary>The figures of a result as a file.</summary>
public static class ResultCsv
{
    /// <summary>A line per dimension: level, score and its band, coverage.</summary>
    public static byte[] Of(DiagnosisResult result)
    {
        Sheet sheet = new(
            DiagnosisTexts.Radar_Title,
            [
                new(DiagnosisTexts.Column_Dimension),
                new(DiagnosisTexts.Column_Level, SheetFormat.Whole),
                new(DiagnosisTexts.Column_Score, SheetFormat.Whole),
                new("min", SheetFormat.Whole),
                new("max", SheetFormat.Whole),
                new("%", SheetFormat.Whole),
            ],
            [
                .. result.Dimensions.Select(d =>
                    new SheetCell[]
                    {
                        d.Dimension.Name.ToString(),
                        d.Level,
                        d.Score is { } score ? (int?)ResultPageModel.Round(score) : null,
                        ResultPageModel.Round(d.Low),
                        ResultPageModel.Round(d.High),
                        ResultPageModel.Round(100 * d.Coverage),
                    }
                ),
            ]
        );
        return CsvTable.Render(sheet);
    }
}
