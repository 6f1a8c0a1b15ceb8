namespace Appui.Diagnosis.Editor;

/// <summary>A point to correct before a draft can be published.</summary>
/// <param name="Item">The question concerned, when one is.</param>
public sealed record DraftFault(string? Item, string Sentence);

/// <summary>What differs between a draft and the version in force.</summary>
/// <param name="Changed">Same code, another question: answers before and after are not compared.</param>
/// <param name="Reworded">Other words for the same question: answers stay comparable.</param>
/// <param name="Comparable">How many questions stay comparable in all.</param>
public sealed record Differences(
    IReadOnlyList<ItemFile> Added,
    IReadOnlyList<ItemFile> Removed,
    IReadOnlyList<ItemFile> Changed,
    IReadOnlyList<ItemFile> Reworded,
    int Comparable
);

/// <summary>May a draft be published, and what would it change? Pure.</summary>
public static class PublishRules
{
    /// <summary>Most questions for somebody who is not the management.</summary>
    public const int MostForVoice = 60;

    /// <summary>Every point to correct.</summary>
    /// <param name="inForce">Plans and progress rest on its dimensions.</param>
    public static IReadOnlyList<DraftFault> FaultsOf(InstrumentFile draft, InstrumentFile inForce)
    {
        var items = draft.Items ?? [];
        List<DraftFault> faults = [.. InstrumentRules.FaultsOf(draft).Select(f => Told(items, f))];
        var dimensions = (draft.Dimensions ?? []).Select(d => d.Code).ToList();
        if (
            !dimensions
                .Order(StringComparer.Ordinal)
                .SequenceEqual(inForce.Dimensions!.Select(d => d.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal)
        )
            faults.Add(
                new DraftFault(
                    null,
                    string.Format(DiagnosisTexts.Fault_OtherDimensions, string.Join(", ", inForce.Dimensions!.Select(d => d.Code)))
                )
            );
        faults.AddRange(
            dimensions
                .Where(d => !items.Any(i => i.Express && i.Dimension == d && i.Type != "COMPUTED"))
                .Select(d => new DraftFault(null, string.Format(DiagnosisTexts.Fault_NoExpress, d)))
        );
        faults.AddRange(
            ItemRules
                .VoiceNames.Where(v => v.Value != Voice.Management)
                .Where(v => items.Count(i => i.Voices?.Contains(v.Key, StringComparer.Ordinal) == true) > MostForVoice)
                .Select(v => new DraftFault(null, string.Format(DiagnosisTexts.Fault_LongVoice, v.Key, MostForVoice)))
        );
        return faults;
    }

    /// <summary>What a draft changes to a version.</summary>
    public static Differences Between(InstrumentFile before, InstrumentFile after)
    {
        var old = (before.Items ?? [])
            .Where(i => i.Code is not null)
            .DistinctBy(i => i.Code, StringComparer.Ordinal)
            .ToDictionary(i => i.Code!, StringComparer.Ordinal);
        var items = (after.Items ?? []).Where(i => i.Code is not null).ToList();
        var both = items.Where(i => old.ContainsKey(i.Code!)).ToList();
        return new Differences(
            [.. items.Where(i => !old.ContainsKey(i.Code!))],
            [.. old.Values.Where(i => after.Find(i.Code) is null)],
            [.. both.Where(i => old[i.Code!].Version != i.Version)],
            [.. both.Where(i => old[i.Code!].Version == i.Version && !old[i.Code!].SaysTheSameAs(i))],
            both.Count(i => old[i.Code!].Version == i.Version)
        );
    }

    // « items[3] » says nothing to whoever reads a questionnaire: the code does.
    private static DraftFault Told(IReadOnlyList<ItemFile> items, Shared.Reference.ReferenceProblem fault)
    {
        const string start = "items[";
        if (!fault.Path.StartsWith(start, StringComparison.Ordinal))
            return new DraftFault(null, fault.Sentence);
        var end = fault.Path.IndexOf(']', StringComparison.Ordinal);
        var code = items[int.Parse(fault.Path[start.Length..end], System.Globalization.CultureInfo.InvariantCulture)].Code;
        return new DraftFault(code, fault.Sentence.Replace(fault.Path[..(end + 1)] + ".", "", StringComparison.Ordinal));
    }
}
