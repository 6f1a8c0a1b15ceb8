using System.Globalization;

namespace Appui.Diagnosis;

/// <summary>What one answer is worth.</summary>
public enum AnswerKind
{
    /// <summary>Not answered, or "I don't know": lowers the coverage, not the score.</summary>
    Missing,

    /// <summary>Worth a value from 0 to 1.</summary>
    Valued,

    /// <summary>"Here, face to face is better": answered in full, left out of the score.</summary>
    FaceToFace,
}

/// <summary>One item as answered: what explains a score.</summary>
public sealed record ScoredItem(InstrumentItem Item, AnswerKind Kind, double Value, string? Choice);

/// <summary>Score of a dimension and everything that explains it.</summary>
/// <param name="Score">0 to 100 over applicable and answered items; null when none counts.</param>
/// <param name="Low">Score if every missing answer were the worst.</param>
/// <param name="High">Score if every missing answer were the best.</param>
/// <param name="Coverage">Answered weight over applicable weight, 0 to 1.</param>
/// <param name="ScoreLevel">Level that the score alone gives.</param>
/// <param name="Level">Level shown: the lower of score and gates; null under the minimum coverage.</param>
/// <param name="BlockedBy">The item whose gate holds the level down, when one does.</param>
public sealed record DimensionScore(
    InstrumentDimension Dimension,
    double? Score,
    double Low,
    double High,
    double Coverage,
    int? ScoreLevel,
    int? Level,
    ScoredItem? BlockedBy,
    IReadOnlyList<ScoredItem> Items
);

/// <summary>One of the two headline figures; there is never one single mark.</summary>
public sealed record AxisScore(string Axis, double? Score, double Low, double High);

/// <summary>The result of a diagnosis: two axes, eight dimensions.</summary>
public sealed record DiagnosisResult(AxisScore Capacity, AxisScore Progress, IReadOnlyList<DimensionScore> Dimensions)
{
    /// <summary>Number of items asked.</summary>
    public int Asked => Dimensions.Sum(d => d.Items.Count);

    /// <summary>Number of items answered, "face to face" included.</summary>
    public int Answered => Dimensions.Sum(d => d.Items.Count(i => i.Kind != AnswerKind.Missing));
}

/// <summary>From answers to scores: deterministic, explainable (domain.md §3.2). Pure.</summary>
public static class ScoringRules
{
    /// <summary>Choice kept when somebody says they do not know.</summary>
    public const string Unknown = "unknown";

    /// <summary>Choice kept when none of a checklist is ticked: an answer, worth nothing.</summary>
    public const string None = "none";

    /// <summary>Name of what is deepened when other voices are heard: the items that they and the management are both asked.</summary>
    public const string Mirror = "mirror";

    /// <summary>Is an item among the express ones, or of what is deepened, whatever its condition?</summary>
    public static bool MayAsk(InstrumentItem item, IReadOnlySet<string>? deepened) =>
        item.Express
        || (deepened is not null && (deepened.Contains(item.Dimension) || (item.Voices.Count > 1 && deepened.Contains(Mirror))));

    /// <summary>
    /// The items to ask the management, in order: the express ones, and those of the dimensions it deepens; of them, those whose condition holds
    /// with the answers so far.
    /// </summary>
    public static IReadOnlyList<InstrumentItem> Asked(
        Instrument instrument,
        string profile,
        IReadOnlyDictionary<string, string> answers,
        IReadOnlySet<string>? deepened = null
    ) => [.. instrument.For(profile).Where(i => MayAsk(i, deepened) && (i.DependsOn is null || Applies(instrument, i, answers)))];

    /// <summary>
    /// Scores the management's answers (item code → choice) of a provider of a profile. A deep item counts from its answer on ("I don't know"
    /// included): deepening never hides what the express items showed.
    /// </summary>
    public static DiagnosisResult Score(Instrument instrument, string profile, IReadOnlyDictionary<string, string> answers)
    {
        var asked = Counted(instrument, profile, answers);
        var dimensions = new DimensionScore[instrument.Dimensions.Count];
        for (var d = 0; d < dimensions.Length; d++)
            dimensions[d] = ScoreDimension(instrument, instrument.Dimensions[d], asked, answers);
        return new DiagnosisResult(Axis("capacity", dimensions), Axis("progress", dimensions), dimensions);
    }

    /// <summary>What a choice of an item is worth, or why it is not valued. Unreadable input counts as missing.</summary>
    public static (AnswerKind Kind, double Value) ValueOf(InstrumentItem item, string? choice)
    {
        if (string.IsNullOrEmpty(choice) || choice == Unknown)
            return (AnswerKind.Missing, 0);
        switch (item.Type)
        {
            case ItemType.BoolEvidence or ItemType.Anchored:
                foreach (var option in item.Options)
                {
                    if (option.Code == choice)
                        return option.FaceToFace ? (AnswerKind.FaceToFace, 0) : (AnswerKind.Valued, option.Value);
                }

                return (AnswerKind.Missing, 0);
            case ItemType.Multi:
                return OfList(item, choice);
            default:
                if (item.Options.Any(o => o.FaceToFace && o.Code == choice))
                    return (AnswerKind.FaceToFace, 0);
                return double.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? (AnswerKind.Valued, OfNumber(item, number))
                    : (AnswerKind.Missing, 0);
        }
    }

    private static (AnswerKind, double) OfList(InstrumentItem item, string choice)
    {
        var ticked = choice.Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (item.Options.Any(o => o.FaceToFace && ticked.Contains(o.Code, StringComparer.Ordinal)))
            return (AnswerKind.FaceToFace, 0);
        var total = item.Options.Sum(o => o.Value);
        var worth = item.Options.Where(o => ticked.Contains(o.Code, StringComparer.Ordinal)).Sum(o => o.Value);
        return (AnswerKind.Valued, total == 0 ? 0 : worth / total);
    }

    private static double OfNumber(InstrumentItem item, double number) =>
        item.Type switch
        {
            ItemType.Quantity or ItemType.Computed => item.Thresholds.LastOrDefault(t => number >= t.From)?.Value ?? 0,
            _ => (Math.Clamp(number, 1, 5) - 1) / 4,
        };

    /// <summary>The answer that is worth at least a value: what an action promises. Null when no answer is.</summary>
    public static string? ChoiceReaching(InstrumentItem item, double value) =>
        item.Type switch
        {
            ItemType.Perception => (1 + 4 * value).ToString(CultureInfo.InvariantCulture),
            ItemType.Quantity => item.Thresholds.Where(t => t.Value >= value).Select(t => (double?)t.From).FirstOrDefault() is { } from
                ? from.ToString(CultureInfo.InvariantCulture)
                : null,
            ItemType.Multi => string.Join(',', Fewest(item, value)),
            _ => item.Options.Where(o => !o.FaceToFace && o.Value >= value).MinBy(o => o.Value)?.Code,
        };

    // The heaviest lines first, until they are worth the value.
    private static IEnumerable<string> Fewest(InstrumentItem item, double value)
    {
        var sum = 0.0;
        foreach (var option in item.Options.Where(o => !o.FaceToFace).OrderByDescending(o => o.Value))
        {
            if (sum >= value - 0.0001)
                yield break;
            sum += option.Value;
            yield return option.Code;
        }
    }

    private static List<InstrumentItem> Counted(Instrument instrument, string profile, IReadOnlyDictionary<string, string> answers)
    {
        var all = instrument.For(profile);
        List<InstrumentItem> counted = new(all.Count);
        foreach (var item in all)
        {
            if ((item.Express || answers.ContainsKey(item.Code)) && (item.DependsOn is null || Applies(instrument, item, answers)))
                counted.Add(item);
        }

        return counted;
    }

    private static bool Applies(Instrument instrument, InstrumentItem item, IReadOnlyDictionary<string, string> answers)
    {
        if (item.DependsOn is not { } condition)
            return true;
        return instrument.Find(condition.Item) is { } other
            && Applies(instrument, other, answers)
            && ValueOf(other, answers.GetValueOrDefault(other.Code)) is (AnswerKind.Valued, var value)
            && value >= condition.AtLeast;
    }

    private static DimensionScore ScoreDimension(
        Instrument instrument,
        InstrumentDimension dimension,
        IReadOnlyList<InstrumentItem> asked,
        IReadOnlyDictionary<string, string> answers
    )
    {
        List<ScoredItem> items = new(4);
        double sum = 0,
            counted = 0,
            answered = 0,
            applicable = 0,
            missing = 0;
        foreach (var item in asked)
        {
            if (item.Dimension != dimension.Code)
                continue;
            var choice = answers.GetValueOrDefault(item.Code);
            var (kind, value) = ValueOf(item, choice);
            items.Add(new ScoredItem(item, kind, value, choice));
            applicable += item.Weight;
            if (kind == AnswerKind.Missing)
            {
                missing += item.Weight;
                continue;
            }

            answered += item.Weight;
            if (kind == AnswerKind.Valued)
            {
                sum += item.Weight * value;
                counted += item.Weight;
            }
        }

        var span = counted + missing;
        var coverage = applicable == 0 ? 0 : answered / applicable;
        double? score = counted == 0 ? null : 100 * sum / counted;
        int? scoreLevel = score is { } s ? LevelOf(instrument, s) : null;
        var (gated, blocking) = scoreLevel is { } level ? UnderGates(level, items) : (0, null);
        return new DimensionScore(
            dimension,
            score,
            span == 0 ? 0 : 100 * sum / span,
            span == 0 ? 100 : 100 * (sum + missing) / span,
            coverage,
            scoreLevel,
            scoreLevel is null || coverage < instrument.MinimumCoverage ? null : gated,
            blocking,
            items
        );
    }

    private static int LevelOf(Instrument instrument, double score)
    {
        var level = 1;
        foreach (var candidate in instrument.Levels)
            level = score >= candidate.From ? candidate.Level : level;
        return level;
    }

    // A gate that is not passed (missing answers included) keeps the dimension below its level; "face to face" passes.
    private static (int Level, ScoredItem? BlockedBy) UnderGates(int level, List<ScoredItem> items)
    {
        ScoredItem? blocking = null;
        foreach (var item in items)
        {
            if (
                item.Item.Gate is { } gate
                && item.Kind != AnswerKind.FaceToFace
                && (item.Kind == AnswerKind.Missing || item.Value < gate.AtLeast)
                && gate.Level - 1 < level
            )
            {
                level = gate.Level - 1;
                blocking = item;
            }
        }

        return (level, blocking);
    }

    // Mean of the dimensions of the axis that have a score. The band counts those without any answer too: they may turn out anything.
    private static AxisScore Axis(string axis, DimensionScore[] dimensions)
    {
        double sum = 0,
            low = 0,
            high = 0;
        var (count, spread) = (0, 0);
        foreach (var dimension in dimensions)
        {
            if (dimension.Dimension.Axis != axis)
                continue;
            if (dimension.Score is { } score)
            {
                sum += score;
                count++;
            }
            else if (dimension.Items.All(i => i.Kind == AnswerKind.FaceToFace))
            {
                continue;
            }

            low += dimension.Low;
            high += dimension.High;
            spread++;
        }

        return count == 0 ? new AxisScore(axis, null, 0, 100) : new AxisScore(axis, sum / count, low / spread, high / spread);
    }
}
