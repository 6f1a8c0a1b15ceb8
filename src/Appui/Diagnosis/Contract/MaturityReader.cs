using Appui.Shared;

namespace Appui.Diagnosis.Contract;

/// <summary>An item as the plan needs it: what it weighs and where it stands.</summary>
/// <param name="Value">0 to 1; null when not answered or "here, face to face is better".</param>
public sealed record MaturityItem(string Code, string Dimension, int Weight, double? Value, bool IsFaceToFace, Translated Question);

/// <summary>A dimension as the plan shows it.</summary>
public sealed record MaturityDimension(string Code, string Axis, Translated Name, Translated ShortName, double? Score, int? Level);

/// <summary>Scores that a set of item values would give.</summary>
public sealed record MaturityScores(double? Capacity, double? Progress, IReadOnlyDictionary<string, double?> Dimensions);

/// <summary>Where a provider stands, for the plan made from it.</summary>
public sealed record MaturityState(
    Guid DiagnosisId,
    int Revision,
    string InstrumentVersion,
    DateTime At,
    string Profile,
    bool IsComplete,
    IReadOnlyList<MaturityItem> Items,
    IReadOnlyList<MaturityDimension> Dimensions,
    MaturityScores Scores
);

/// <summary>A round of answers: when it began, and when it was complete if it is.</summary>
public sealed record MaturityRound(Guid DiagnosisId, DateTime StartedAt, DateTime? CompletedAt);

/// <summary>Reads of Diagnosis for the capabilities above.</summary>
public sealed class MaturityReader(FindDiagnosis find)
{
    /// <summary>Every round of the actor's organisation, oldest first.</summary>
    public Task<IReadOnlyList<MaturityRound>> Rounds(CancellationToken stop) => find.Rounds(stop);

    /// <summary>State of the newest diagnosis of the actor's organisation (or of one by id), or null.</summary>
    public async Task<MaturityState?> Find(Guid? id, CancellationToken stop) => await find.Run(id, stop) is { } open ? StateOf(open) : null;

    /// <summary>Scores of a diagnosis if items reached other values: what a plan promises.</summary>
    public async Task<MaturityScores?> ScoresIf(Guid diagnosisId, IReadOnlyDictionary<string, double> values, CancellationToken stop)
    {
        if (await find.Run(diagnosisId, stop) is not { } open)
            return null;
        var choices = new Dictionary<string, string>(open.Choices, StringComparer.Ordinal);
        foreach (var (code, value) in values)
        {
            if (open.Instrument.Find(code) is { } item && ScoringRules.ChoiceReaching(item, value) is { } choice)
                choices[code] = choice;
        }

        return ScoresOf(ScoringRules.Score(open.Instrument, open.Diagnosis.Profile, choices));
    }

    private static MaturityState StateOf(OpenDiagnosis open)
    {
        var result = open.Result();
        return new MaturityState(
            open.Diagnosis.Id,
            open.Diagnosis.Revision,
            open.Instrument.Version,
            open.Diagnosis.CompletedAt ?? open.Diagnosis.StartedAt,
            open.Diagnosis.Profile,
            open.NextQuestion is null,
            [
                .. result
                    .Dimensions.SelectMany(d => d.Items)
                    .Select(i => new MaturityItem(
                        i.Item.Code,
                        i.Item.Dimension,
                        i.Item.Weight,
                        i.Kind == AnswerKind.Valued ? i.Value : null,
                        i.Kind == AnswerKind.FaceToFace,
                        i.Item.Question
                    )),
                .. NotYet(open),
            ],
            [
                .. result.Dimensions.Select(d => new MaturityDimension(
                    d.Dimension.Code,
                    d.Dimension.Axis,
                    d.Dimension.Name,
                    d.Dimension.ShortName,
                    d.Score,
                    d.Level
                )),
            ],
            ScoresOf(result)
        );
    }

    // Not asked because its condition is answered too low: it stands at the bottom and can only be reached from there.
    private static IEnumerable<MaturityItem> NotYet(OpenDiagnosis open) =>
        from item in open.Instrument.For(open.Diagnosis.Profile).Where(open.MayAsk).Except(open.Asked)
        let condition = open.Instrument.Find(item.DependsOn!.Item)!
        where ScoringRules.ValueOf(condition, open.Choices.GetValueOrDefault(condition.Code)).Kind == AnswerKind.Valued
        select new MaturityItem(item.Code, item.Dimension, item.Weight, 0, false, item.Question);

    private static MaturityScores ScoresOf(DiagnosisResult result) =>
        new(
            result.Capacity.Score,
            result.Progress.Score,
            result.Dimensions.ToDictionary(d => d.Dimension.Code, d => d.Score, StringComparer.Ordinal)
        );
}
