using System.Security.Cryptography;

namespace Appui.Diagnosis.Voices;

/// <summary>How one voice sees one item: how many answered and the mean of what they said, 0 to 1.</summary>
public sealed record VoiceMean(string Item, int Count, double Mean);

/// <summary>What a voice said, once enough of them did.</summary>
/// <param name="Count">How many people answered.</param>
/// <param name="Means">Only items that enough people answered.</param>
public sealed record VoiceView(Voice Voice, VoiceDoor Door, int Count, IReadOnlyDictionary<string, VoiceMean> Means);

/// <summary>An item seen from several places. <see cref="Gap"/> is the widest difference, in points of 100.</summary>
/// <param name="Seen">Voice → value, 0 to 1.</param>
public sealed record PerceptionGap(InstrumentItem Item, IReadOnlyDictionary<Voice, double> Seen, int Gap);

/// <summary>Codes, small groups and the perception gap (domain.md §3.2). Pure.</summary>
public static class VoiceRules
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Half = 5;

    /// <summary>Most codes of a round.</summary>
    public const int MostCodes = 500;

    /// <summary>Longest time a round stays open, in days.</summary>
    public const int LongestDays = 120;

    /// <summary>Nothing is shown for fewer answers than this: a trainee is one of many, a trainer one of few.</summary>
    public static int Fewest(Voice voice) => voice == Voice.Trainee ? 10 : 3;

    /// <summary>Ten letters and digits that are not taken for one another, 49 random bits.</summary>
    public static string NewCode() => $"{Part()}-{Part()}";

    /// <summary>The code as it was drawn, from what somebody typed: spaces, capitals and dashes do not matter. Null when it is none.</summary>
    public static string? ReadCode(string? typed)
    {
        if (typed is null || typed.Length > 40)
            return null;
        var letters = new string([.. typed.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return letters.Length == 2 * Half && letters.All(Alphabet.Contains) ? $"{letters[..Half]}-{letters[Half..]}" : null;
    }

    /// <summary>What a voice said, or null while too few did.</summary>
    public static VoiceView? ViewOf(
        Instrument instrument,
        Voice voice,
        VoiceDoor door,
        IReadOnlyList<IReadOnlyDictionary<string, string>> replies
    )
    {
        var fewest = Fewest(voice);
        if (replies.Count < fewest)
            return null;
        Dictionary<string, VoiceMean> means = new(StringComparer.Ordinal);
        foreach (var item in instrument.Items.Where(i => i.Voices.Contains(voice)))
        {
            var values = replies
                .Select(r => ScoringRules.ValueOf(item, r.GetValueOrDefault(item.Code)))
                .Where(v => v.Kind == AnswerKind.Valued)
                .Select(v => v.Value)
                .ToList();
            if (values.Count >= fewest)
                means[item.Code] = new VoiceMean(item.Code, values.Count, values.Average());
        }

        return new VoiceView(voice, door, replies.Count, means);
    }

    /// <summary>
    /// Where the voices see things differently, widest first: for each item that at least two of them answered, the difference between the highest
    /// and the lowest, the management's own answer being one of them.
    /// </summary>
    public static IReadOnlyList<PerceptionGap> Gaps(
        Instrument instrument,
        IReadOnlyDictionary<string, string> management,
        IReadOnlyList<VoiceView> voices
    )
    {
        List<PerceptionGap> gaps = [];
        foreach (var item in instrument.Items.Where(i => i.Voices.Count > 1))
        {
            SortedDictionary<Voice, double> seen = [];
            if (ScoringRules.ValueOf(item, management.GetValueOrDefault(item.Code)) is (AnswerKind.Valued, var own))
                seen[Voice.Management] = own;
            // Heard through codes and through an open address: the codes, which nobody could use twice.
            foreach (var view in voices.OrderByDescending(v => v.Door))
            {
                if (view.Means.TryGetValue(item.Code, out var mean))
                    seen[view.Voice] = mean.Mean;
            }

            if (seen.Count > 1)
                gaps.Add(new PerceptionGap(item, seen, Points(seen.Values.Max()) - Points(seen.Values.Min())));
        }

        return [.. gaps.OrderByDescending(g => g.Gap).ThenBy(g => g.Item.Code, StringComparer.Ordinal)];
    }

    /// <summary>0 to 100, as it is shown.</summary>
    public static int Points(double value) => (int)Math.Round(100 * value, MidpointRounding.AwayFromZero);

    private static string Part() => RandomNumberGenerator.GetString(Alphabet, Half);
}
