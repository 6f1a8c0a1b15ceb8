namespace Appui.Diagnosis.Progress;

/// <summary>An answer that was given twice to the same question.</summary>
/// <param name="Before">Worth of the earlier answer, 0 to 1.</param>
/// <param name="Now">Worth of the later answer, 0 to 1.</param>
public sealed record ItemMove(InstrumentItem Item, double Before, double Now, string SaidBefore, string SaidNow)
{
    /// <summary>Did it change, and which way?</summary>
    public int Way => Math.Sign(Math.Round(Now - Before, 6));
}

/// <summary>A dimension then and now, over the same questions only; null when none counts in both.</summary>
public sealed record DimensionMove(InstrumentDimension Dimension, double? Before, double? Now);

/// <summary>Two rounds of one provider side by side.</summary>
/// <param name="Moves">Questions answered in both, as they stand in the later instrument.</param>
/// <param name="Incomparable">How many later answers have no earlier one to the same question.</param>
public sealed record RoundComparison(IReadOnlyList<ItemMove> Moves, IReadOnlyList<DimensionMove> Dimensions, int Incomparable)
{
    /// <summary>Answers worth more than before, the largest step first.</summary>
    public IReadOnlyList<ItemMove> Up => [.. Moves.Where(m => m.Way > 0).OrderByDescending(m => m.Now - m.Before)];

    /// <summary>Answers worth less than before, the largest step first.</summary>
    public IReadOnlyList<ItemMove> Down => [.. Moves.Where(m => m.Way < 0).OrderBy(m => m.Now - m.Before)];

    /// <summary>Mean of the dimensions of an axis that count in both: then and now.</summary>
    public (double Before, double Now)? Axis(string axis)
    {
        var both = Dimensions.Where(d => d.Dimension.Axis == axis && d is { Before: not null, Now: not null }).ToList();
        return both.Count == 0 ? null : (both.Average(d => d.Before!.Value), both.Average(d => d.Now!.Value));
    }
}

/// <summary>
/// How a provider moved between two rounds. Only answers to the same question are compared: same item and same version of it, whatever the version of
/// the instrument; what was only asked once says nothing of a change. Pure.
/// </summary>
public static class ProgressRules
{
    /// <summary>Compares two rounds, the earlier first.</summary>
    public static RoundComparison Compare(OpenDiagnosis before, OpenDiagnosis now)
    {
        List<ItemMove> moves = [];
        var incomparable = 0;
        foreach (var item in now.Asked)
        {
            if (now.Answers.GetValueOrDefault(item.Code) is not { } later || Worth(item, later) is not { } to)
                continue;
            if (
                before.Answers.GetValueOrDefault(item.Code) is { } earlier
                && earlier.ItemVersion == later.ItemVersion
                && Worth(item, earlier) is { } from
            )
                moves.Add(new ItemMove(item, from, to, ItemForm.Say(item, earlier.Choice), ItemForm.Say(item, later.Choice)));
            else
                incomparable++;
        }

        return new RoundComparison(moves, [.. now.Instrument.Dimensions.Select(d => Dimension(d, moves))], incomparable);
    }

    private static DimensionMove Dimension(InstrumentDimension dimension, List<ItemMove> moves)
    {
        var own = moves.Where(m => m.Item.Dimension == dimension.Code).ToList();
        var weight = own.Sum(m => m.Item.Weight);
        return weight == 0
            ? new DimensionMove(dimension, null, null)
            : new DimensionMove(
                dimension,
                100 * own.Sum(m => m.Item.Weight * m.Before) / weight,
                100 * own.Sum(m => m.Item.Weight * m.Now) / weight
            );
    }

    private static double? Worth(InstrumentItem item, DiagnosisAnswer answer) =>
        ScoringRules.ValueOf(item, answer.Choice) is (AnswerKind.Valued, var value) ? value : null;
}
