namespace Appui.Diagnosis.Benchmark;

/// <summary>Scores of what can be compared between versions of the instrument.</summary>
public sealed record ComparableScores(IReadOnlyDictionary<string, double?> Dimensions, double? Capacity, double? Progress);

/// <summary>From answers to scores that can be compared: those of the express items. Pure.</summary>
public static class ComparableRules
{
    /// <summary>Scores the answers (item code → choice) of a provider of a profile, to a tenth of a point.</summary>
    public static ComparableScores Score(Instrument instrument, string profile, IReadOnlyDictionary<string, string> choices)
    {
        var items = ScoringRules
            .Asked(instrument, profile, choices)
            .Where(i => i.Express)
            .ToLookup(i => i.Dimension, StringComparer.Ordinal);
        var scores = instrument.Dimensions.ToDictionary(d => d.Code, d => Mean(items[d.Code], choices), StringComparer.Ordinal);
        double? Axis(string axis) => Round(instrument.Dimensions.Where(d => d.Axis == axis).Average(d => scores[d.Code]));
        return new ComparableScores(
            scores.ToDictionary(s => s.Key, s => Round(s.Value), StringComparer.Ordinal),
            Axis("capacity"),
            Axis("progress")
        );
    }

    private static double? Mean(IEnumerable<InstrumentItem> items, IReadOnlyDictionary<string, string> choices)
    {
        double sum = 0,
            weight = 0;
        foreach (var item in items)
        {
            if (ScoringRules.ValueOf(item, choices.GetValueOrDefault(item.Code)) is not (AnswerKind.Valued, var value))
                continue;
            sum += item.Weight * value;
            weight += item.Weight;
        }

        return weight == 0 ? null : 100 * sum / weight;
    }

    private static double? Round(double? score) => score is { } some ? Math.Round(some, 1, MidpointRounding.AwayFromZero) : null;
}
