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

/// <summary>From where somebody speaks. The scores are the management's; the others say how it is seen from their place.</summary>
public enum Voice
{
    /// <summary>Whoever runs the provider.</summary>
    Management,

    /// <summary>Who teaches there.</summary>
    Trainer,

    /// <summary>Who learns there.</summary>
    Trainee,

    /// <summary>A company that hosts trainees.</summary>
    Company,
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
/// <param name="Reason">Half a sentence that explains a level on the result page.</param>
public sealed record Threshold(double From, double Value, Translated Reason);

/// <summary>A question, its choices, what it weighs and why it is asked.</summary>
/// <param name="Express">Asked in the first sixteen; the others deepen their dimension when somebody wants to.</param>
/// <param name="Voices">Who is asked. An item asked to several shows where they see things differently.</param>
/// <param name="Asks">The question in the words of a voice other than the first.</param>
/// <param name="Unit">What a quantity is counted in.</param>
/// <param name="Most">Largest sensible quantity.</param>
/// <param name="Measure">What the platform measures for a computed item, such as <c>learning.linkRate</c>.</param>
public sealed record InstrumentItem(
    string Code,
    int Version,
    string Dimension,
    ItemType Type,
    bool Express,
    IReadOnlyList<Voice> Voices,
    int Weight,
    IReadOnlyList<string>? Profiles,
    Gate? Gate,
    Dependency? DependsOn,
    IReadOnlyList<int> Qualiopi,
    Translated Question,
    IReadOnlyDictionary<Voice, Translated> Asks,
    Translated Why,
    Translated? Source,
    Translated? EvidenceHint,
    IReadOnlyList<InstrumentOption> Options,
    IReadOnlyList<Threshold> Thresholds,
    Translated? Unit,
    double? Most,
    string? Measure
)
{
    /// <summary>The question as a voice is asked it.</summary>
    public Translated QuestionFor(Voice voice) => Asks.GetValueOrDefault(voice) ?? Question;

    /// <summary>Filled by people, not by the platform.</summary>
    public bool IsAsked => Type != ItemType.Computed;
}

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
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, Voice), IReadOnlyList<InstrumentItem>> byProfile = new();

    /// <summary>An item by its code, or null.</summary>
    public InstrumentItem? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>A dimension by its code.</summary>
    public InstrumentDimension Dimension(string code) => Dimensions.First(d => d.Code == code);

    /// <summary>The items that a voice of a profile can be asked, in order.</summary>
    public IReadOnlyList<InstrumentItem> For(string profile, Voice voice = Voice.Management) =>
        byProfile.GetOrAdd(
            (profile, voice),
            key =>
                [
                    .. Items.Where(i =>
                        i.IsAsked
                        && i.Voices.Contains(key.Item2)
                        && (i.Profiles is null || i.Profiles.Contains(key.Item1, StringComparer.Ordinal))
                    ),
                ]
        );

    /// <summary>The items of a dimension that only deepening it asks.</summary>
    public IReadOnlyList<InstrumentItem> Deep(string profile, string dimension) =>
        [.. For(profile).Where(i => !i.Express && i.Dimension == dimension)];

    /// <summary>The voices that have something to say, the management first.</summary>
    public IReadOnlyList<Voice> Voices => [.. Items.SelectMany(i => i.Voices).Distinct().Order()];
}
