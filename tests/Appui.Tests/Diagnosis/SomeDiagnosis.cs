using Appui.Diagnosis;
using Appui.Shared;

namespace Appui.Tests.Diagnosis;

/// <summary>Builders of the things tests are about.</summary>
public static class SomeDiagnosis
{
    /// <summary>The sixteen express items alone: the first shipped version.</summary>
    public static Instrument Instrument() => Read("of-maturity-1.0.0.json");

    /// <summary>The newest shipped version, with its deep items and all voices.</summary>
    public static Instrument Whole() => Read("of-maturity-1.1.0.json");

    private static Instrument Read(string name) =>
        InstrumentRules.Read(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "instruments", name)));

    /// <summary>The same choice everywhere.</summary>
    public static Dictionary<string, string> Answers(Instrument instrument, string choice) =>
        instrument.Items.ToDictionary(i => i.Code, _ => choice, StringComparer.Ordinal);

    /// <summary>Answers drawn from a seed: some missing, some unknown, some face to face.</summary>
    public static Dictionary<string, string> Answers(Instrument instrument, int seed)
    {
        var random = new Random(seed);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in instrument.Items)
        {
            var draw = random.Next(item.Options.Count + 2);
            if (draw < item.Options.Count)
                answers[item.Code] = item.Options[draw].Code;
            else if (draw == item.Options.Count)
                answers[item.Code] = ScoringRules.Unknown;
        }

        return answers;
    }

    /// <summary>An item of a type, with three choices (0.2, 0.6, 0.2) and two thresholds (5 → 0.5, 10 → 1).</summary>
    public static InstrumentItem Item(ItemType type)
    {
        var text = new Translated("texte", "text");
        InstrumentOption Option(string code, double value) => new(code, value, false, text, text, text);
        return new InstrumentItem(
            "X",
            1,
            "D1",
            type,
            false,
            [Voice.Management],
            1,
            null,
            null,
            null,
            [],
            text,
            new Dictionary<Voice, Translated>(),
            text,
            null,
            null,
            type == ItemType.BoolEvidence ? [Option("yes", 1), Option("no", 0)] : [Option("a", 0.2), Option("b", 0.6), Option("c", 0.2)],
            [new Threshold(5, 0.5, text), new Threshold(10, 1, text)],
            text,
            null,
            null
        );
    }
}
