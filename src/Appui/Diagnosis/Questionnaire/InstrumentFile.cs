using System.Text.Encodings.Web;
using System.Text.Json;
using Appui.Shared;
using Appui.Shared.Reference;

namespace Appui.Diagnosis;

/// <summary>An instrument as its file says it, sound or not: what a draft is made of.</summary>
public sealed record InstrumentFile(
    string? Code,
    string? Version,
    string? EffectiveFrom,
    Translated? Title,
    double MinimumCoverage,
    IReadOnlyList<InstrumentLevel>? Levels,
    IReadOnlyList<InstrumentDimension>? Dimensions,
    IReadOnlyList<ItemFile>? Items
)
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 32,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <summary>Reads a file, or throws <see cref="ReferenceException"/> when it cannot be understood at all. It may still have faults.</summary>
    public static ReferenceFile<InstrumentFile> Parse(string name, ReadOnlyMemory<byte> json)
    {
        var file = ReferenceFile<InstrumentFile>.Read(name, json);
        if (Hole(file.Content) is { } hole)
        {
            file.Expect(false, hole, "json", string.Format(DiagnosisTexts.Fault_Hole, hole));
            file.Checked();
        }

        return file;
    }

    /// <summary>What a draft keeps.</summary>
    public static InstrumentFile Of(string json) => JsonSerializer.Deserialize<InstrumentFile>(json, Compact)!;

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Compact);

    /// <summary>As people take it away.</summary>
    public byte[] ToFile() => JsonSerializer.SerializeToUtf8Bytes(this, Indented);

    /// <summary>An item by its code, or null.</summary>
    public ItemFile? Find(string? code) => Items?.FirstOrDefault(i => i.Code == code);

    // Where the file has nothing instead of something, or a number without end: what follows could not be told about it.
    private static string? Hole(InstrumentFile file)
    {
        for (var i = 0; i < file.Levels?.Count; i++)
        {
            if (file.Levels[i] is null)
                return $"levels[{i}]";
        }

        for (var i = 0; i < file.Dimensions?.Count; i++)
        {
            if (file.Dimensions[i]?.Code is null)
                return $"dimensions[{i}]";
        }

        for (var i = 0; i < file.Items?.Count; i++)
        {
            if (file.Items[i] is not { } item || item.HasHole)
                return $"items[{i}]";
        }

        return double.IsFinite(file.MinimumCoverage) ? null : "minimumCoverage";
    }
}

/// <summary>A question as its file says it, sound or not.</summary>
public sealed record ItemFile(
    string? Code,
    int Version,
    string? Dimension,
    string? Type,
    bool Express,
    IReadOnlyList<string>? Voices,
    int Weight,
    IReadOnlyList<string>? Profiles,
    Gate? Gate,
    Dependency? DependsOn,
    IReadOnlyList<int>? Qualiopi,
    Translated? Question,
    IReadOnlyDictionary<string, Translated>? Asks,
    Translated? Why,
    Translated? Source,
    Translated? EvidenceHint,
    IReadOnlyList<InstrumentOption>? Options,
    IReadOnlyList<Threshold>? Thresholds,
    Translated? Unit,
    double? Most,
    string? Measure
)
{
    /// <summary>Nothing yet: what somebody begins with.</summary>
    public static ItemFile Empty(string? code, string? dimension) =>
        new(
            code,
            1,
            dimension,
            "ANCHORED",
            false,
            ["management"],
            1,
            null,
            null,
            null,
            [],
            null,
            null,
            null,
            null,
            null,
            [],
            [],
            null,
            null,
            null
        );

    /// <summary>The same words and figures, whatever their version.</summary>
    public bool SaysTheSameAs(ItemFile other) => Content(this) == Content(other);

    /// <summary>Only words differ: the same choices with the same values, asked to the same people.</summary>
    public bool CountsTheSameAs(ItemFile other) => Content(Wordless(this)) == Content(Wordless(other));

    internal bool HasHole =>
        Voices?.Any(v => v is null) == true
        || Profiles?.Any(p => p is null) == true
        || Options?.Any(o => o?.Code is null || !double.IsFinite(o.Value)) == true
        || Thresholds?.Any(t => t is null || !double.IsFinite(t.From) || !double.IsFinite(t.Value)) == true
        || Asks?.Any(a => a.Value is null) == true
        || DependsOn is { Item: null }
        || !double.IsFinite(Most ?? 0)
        || !double.IsFinite(Gate?.AtLeast ?? 0)
        || !double.IsFinite(DependsOn?.AtLeast ?? 0);

    // An absent list and an empty one say the same; so do an absent text and an empty one.
    private static string Content(ItemFile item) =>
        JsonSerializer.Serialize(
            item with
            {
                Version = 0,
                Qualiopi = item.Qualiopi ?? [],
                Options = [.. (item.Options ?? []).Select(o => o with { Text = Told(o.Text)!, Reason = Told(o.Reason)! })],
                Thresholds = item.Thresholds ?? [],
                Asks = new SortedDictionary<string, Translated>(
                    (item.Asks ?? new Dictionary<string, Translated>(StringComparer.Ordinal)).ToDictionary(
                        a => a.Key,
                        a => a.Value,
                        StringComparer.Ordinal
                    ),
                    StringComparer.Ordinal
                ),
                Source = Told(item.Source),
                EvidenceHint = Told(item.EvidenceHint),
                Unit = Told(item.Unit),
            }
        );

    private static Translated? Told(Translated? text) =>
        string.IsNullOrWhiteSpace(text?.Fr) && string.IsNullOrWhiteSpace(text?.En) ? null : text;

    private static ItemFile Wordless(ItemFile item)
    {
        var word = new Translated("", "");
        return item with
        {
            Question = word,
            Asks = item.Asks?.ToDictionary(a => a.Key, _ => word, StringComparer.Ordinal),
            Why = word,
            Source = null,
            EvidenceHint = null,
            Unit = word,
            Options = [.. (item.Options ?? []).Select(o => o with { Title = word, Text = word, Reason = word })],
            Thresholds = [.. (item.Thresholds ?? []).Select(t => t with { Reason = word })],
        };
    }
}
