using Appui.Shared;

namespace Appui.Diagnosis;

/// <summary>The six ways of asking (domain.md §3.2).</summary>
public enum ItemType
{
    /// <summary>Yes or no, with a document, an address or a date as evidence.</summary>
    BoolEvidence,

    /// <summary>Described situations, one choice.</summary>
    Anchored,

    /// <summary>A number with its unit, valued by thresholds.</summary>
    Quantity,

    /// <summary>A checklist, each line with its share.</summary>
    Multi,

    /// <summary>Agreement from 1 to 5, asked to at least two voices.</summary>
    Perception,

    /// <summary>Filled by the platform from its own data.</summary>
    Computed,
}

/// <summary>A choice of an item: a described situation, or a line of a checklist.</summary>
/// <param name="Value">What the situation is worth, 0 to 1.</param>
/// <param name="FaceToFace">"Here, face to face is better": a full answer that leaves the score out.</param>
/// <param name="Reason">Half a sentence that explains a level on the result page.</param>
public sealed record InstrumentOption(string Code, double Value, bool FaceToFace, Translated Title, Translated Text, Translated Reason);

/// <summary>A level that a dimension cannot pass until an item reaches a value.</summary>
public sealed record Gate(int Level, double AtLeast);

/// <summary>An item asked only when another reached a value.</summary>
public sealed record Dependency(string Item, double AtLeast);

/// <summary>From which number on a quantity is worth how much.</summary>
public sealed record Threshold(double From, double Value);

/// <summary>A question, its choices, what it weighs and why it is asked.</summary>
public sealed record InstrumentItem(
    string Code,
    int Version,
    string Dimension,
    ItemType Type,
    bool Express,
    int Weight,
    IReadOnlyList<string>? Profiles,
    Gate? Gate,
    Dependency? DependsOn,
    IReadOnlyList<int> Qualiopi,
    Translated Question,
    Translated Why,
    Translated? Source,
    Translated? EvidenceHint,
    IReadOnlyList<InstrumentOption> Options,
    IReadOnlyList<Threshold> Thresholds
);

/// <summary>One of the eight dimensions.</summary>
/// <param name="Axis"><c>capacity</c> (what you can do) or <c>progress</c> (what you already do).</param>
public sealed record InstrumentDimension(string Code, string Axis, Translated Name, Translated ShortName, Translated LooksAt);

/// <summary>One of the five levels, from a score on.</summary>
public sealed record InstrumentLevel(int Level, int From, Translated Name, Translated Meaning);

/// <summary>A versioned questionnaire. Answers keep the version they were given to.</summary>
/// <param name="MinimumCoverage">Share of the applicable weight that must be answered before a level is shown.</param>
public sealed record Instrument(
    string Code,
    string Version,
    DateOnly EffectiveFrom,
    Translated Title,
    double MinimumCoverage,
    IReadOnlyList<InstrumentLevel> Levels,
    IReadOnlyList<InstrumentDimension> Dimensions,
    IReadOnlyList<InstrumentItem> Items
)
{
    private readonly Dictionary<string, InstrumentItem> byCode = Items.ToDictionary(i => i.Code, StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, IReadOnlyList<InstrumentItem>> byProfile = new(
        StringComparer.Ordinal
    );

    /// <summary>An item by its code, or null.</summary>
    public InstrumentItem? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>A dimension by its code.</summary>
    public InstrumentDimension Dimension(string code) => Dimensions.First(d => d.Code == code);

    /// <summary>The items that concern a profile, in order.</summary>
    public IReadOnlyList<InstrumentItem> For(string profile) =>
        byProfile.GetOrAdd(profile, p => [.. Items.Where(i => i.Profiles is null || i.Profiles.Contains(p, StringComparer.Ordinal))]);
}
