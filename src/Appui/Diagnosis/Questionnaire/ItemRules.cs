using System.Text.RegularExpressions;
using Appui.Shared;
using Appui.Shared.Reference;

namespace Appui.Diagnosis;

/// <summary>Is a question one that can be answered, valued and explained? Pure.</summary>
public static partial class ItemRules
{
    /// <summary>Longest text of a question, in characters.</summary>
    public const int LongestText = 2000;

    /// <summary>Most choices or thresholds of a question.</summary>
    public const int MostChoices = 12;

    /// <summary>Ways of asking, as files name them.</summary>
    public static IReadOnlyDictionary<string, ItemType> Types { get; } =
        new Dictionary<string, ItemType>(StringComparer.Ordinal)
        {
            ["ANCHORED"] = ItemType.Anchored,
            ["BOOL_EVIDENCE"] = ItemType.BoolEvidence,
            ["MULTI"] = ItemType.Multi,
            ["QUANTITY"] = ItemType.Quantity,
            ["PERCEPTION"] = ItemType.Perception,
            ["COMPUTED"] = ItemType.Computed,
        };

    /// <summary>Voices, as files name them.</summary>
    public static IReadOnlyDictionary<string, Voice> VoiceNames { get; } =
        new Dictionary<string, Voice>(StringComparer.Ordinal)
        {
            ["management"] = Voice.Management,
            ["trainer"] = Voice.Trainer,
            ["trainee"] = Voice.Trainee,
            ["company"] = Voice.Company,
        };

    /// <summary>Profiles of providers, as files name them.</summary>
    public static IReadOnlyList<string> Profiles { get; } = ["solo", "upTo10", "from11To50", "over50", "cfa"];

    /// <summary>A sound question as it is asked.</summary>
    public static InstrumentItem Of(ItemFile item) =>
        new(
            item.Code!,
            item.Version,
            item.Dimension!,
            Types[item.Type!],
            item.Express,
            [.. (item.Voices ?? []).Select(v => VoiceNames[v])],
            item.Weight,
            item.Profiles,
            item.Gate,
            item.DependsOn,
            item.Qualiopi ?? [],
            item.Question!,
            (item.Asks ?? new Dictionary<string, Translated>(StringComparer.Ordinal)).ToDictionary(a => VoiceNames[a.Key], a => a.Value),
            item.Why!,
            item.Source,
            item.EvidenceHint,
            item.Options ?? [],
            item.Thresholds ?? [],
            item.Unit,
            item.Most,
            item.Measure
        );

    /// <summary>The faults of one question of an instrument, each with its path.</summary>
    public static IReadOnlyList<ReferenceProblem> FaultsOf(InstrumentFile instrument, ItemFile item)
    {
        var reading = ReferenceFile<InstrumentFile>.Of("", instrument);
        Check(reading, item, "");
        return reading.Problems;
    }

    internal static void Check(ReferenceFile<InstrumentFile> file, ItemFile item, string at)
    {
        var path = at.Length == 0 ? "" : at + ".";
        file.Expect(item.Code is { } code && ItemCode().IsMatch(code), $"{path}code", "code", DiagnosisTexts.Fault_ItemCode);
        file.Expect(item.Weight is >= 1 and <= 3, $"{path}weight", "poids", string.Format(DiagnosisTexts.Fault_Weight, item.Weight));
        file.Expect(item.Version is >= 1 and < 10_000, $"{path}version", "version", DiagnosisTexts.Fault_ItemVersion);
        var type = item.Type ?? "";
        file.Expect(Types.ContainsKey(type), $"{path}type", "type", string.Format(DiagnosisTexts.Fault_Type, type));
        file.Expect(
            file.Content.Dimensions?.Any(d => d.Code == item.Dimension) == true,
            $"{path}dimension",
            "dimension",
            string.Format(DiagnosisTexts.Fault_Dimension, item.Dimension)
        );
        ExpectText(file, item.Question, $"{path}question");
        ExpectText(file, item.Why, $"{path}why");
        ExpectBoth(file, item.Source, $"{path}source");
        ExpectBoth(file, item.EvidenceHint, $"{path}evidenceHint");
        if (item.Gate is { } gate)
        {
            file.Expect(gate.Level is >= 2 and <= 5, $"{path}gate", "seuil", DiagnosisTexts.Fault_GateLevel);
            file.Expect(gate.AtLeast is > 0 and <= 1, $"{path}gate", "seuil", DiagnosisTexts.Fault_GateValue);
        }

        file.Expect(
            item.Profiles is null || (item.Profiles.Count > 0 && item.Profiles.All(Profiles.Contains)),
            $"{path}profiles",
            "profils",
            DiagnosisTexts.Fault_Profiles
        );
        file.Expect(item.Qualiopi?.All(q => q is >= 1 and <= 32) != false, $"{path}qualiopi", "qualiopi", DiagnosisTexts.Fault_Qualiopi);
        CheckVoices(file, item, path);
        CheckKind(file, item, path);
        CheckOptions(file, item.Options ?? [], path);
    }

    private static void CheckOptions(ReferenceFile<InstrumentFile> file, IReadOnlyList<InstrumentOption> options, string path)
    {
        file.Expect(
            options.Select(o => o.Code).Distinct(StringComparer.Ordinal).Count() == options.Count,
            $"{path}options",
            "code",
            DiagnosisTexts.Fault_OptionTwice
        );
        file.Expect(
            options.Count <= MostChoices && options.All(o => OptionCode().IsMatch(o.Code)),
            $"{path}options",
            "code",
            string.Format(DiagnosisTexts.Fault_OptionCode, MostChoices)
        );
        file.Expect(options.Count(o => o.FaceToFace) <= 1, $"{path}options", "choix", DiagnosisTexts.Fault_OneFace);
        for (var i = 0; i < options.Count; i++)
        {
            file.Expect(options[i].Value is >= 0 and <= 1, $"{path}options[{i}].value", "valeur", DiagnosisTexts.Fault_OptionValue);
            ExpectText(file, options[i].Title, $"{path}options[{i}].title");
            ExpectText(file, options[i].Reason, $"{path}options[{i}].reason");
            ExpectBoth(file, options[i].Text, $"{path}options[{i}].text");
        }
    }

    private static void CheckVoices(ReferenceFile<InstrumentFile> file, ItemFile item, string path)
    {
        var voices = item.Voices ?? [];
        file.Expect(
            voices.Count > 0 && voices.All(VoiceNames.ContainsKey) && voices.Distinct(StringComparer.Ordinal).Count() == voices.Count,
            $"{path}voices",
            "voix",
            DiagnosisTexts.Fault_Voices
        );
        file.Expect(
            !item.Express || voices.Contains("management", StringComparer.Ordinal),
            $"{path}express",
            "voix",
            DiagnosisTexts.Fault_Express
        );
        foreach (var (voice, asked) in item.Asks ?? new Dictionary<string, Translated>(StringComparer.Ordinal))
        {
            file.Expect(
                voices.Contains(voice, StringComparer.Ordinal),
                $"{path}asks",
                "voix",
                string.Format(DiagnosisTexts.Fault_Asks, voice)
            );
            ExpectText(file, asked, $"{path}asks.{voice}");
        }
    }

    // What each way of asking needs to be answered and explained.
    private static void CheckKind(ReferenceFile<InstrumentFile> file, ItemFile item, string path)
    {
        var choices = (item.Options ?? []).Where(o => !o.FaceToFace).ToList();
        switch (item.Type)
        {
            case "ANCHORED":
                file.Expect(choices.Count >= 2, $"{path}options", "choix", DiagnosisTexts.Fault_TwoChoices);
                break;
            case "MULTI":
                file.Expect(choices.Count >= 2, $"{path}options", "choix", DiagnosisTexts.Fault_TwoChoices);
                file.Expect(Math.Abs(choices.Sum(o => o.Value) - 1) < 0.001, $"{path}options", "parts", DiagnosisTexts.Fault_Shares);
                break;
            case "BOOL_EVIDENCE":
                file.Expect(
                    choices.Select(o => (o.Code, o.Value)).Order().SequenceEqual([("no", 0), ("yes", 1)]),
                    $"{path}options",
                    "choix",
                    DiagnosisTexts.Fault_YesNo
                );
                break;
            case "QUANTITY" or "COMPUTED":
                CheckThresholds(file, item, path);
                break;
        }

        file.Expect((item.Type == "COMPUTED") == (item.Measure is not null), $"{path}measure", "mesure", DiagnosisTexts.Fault_Measure);
    }

    private static void CheckThresholds(ReferenceFile<InstrumentFile> file, ItemFile item, string path)
    {
        var steps = item.Thresholds ?? [];
        file.Expect(
            steps.Count is > 0 and <= MostChoices && steps[0].From == 0 && steps.Zip(steps.Skip(1)).All(p => p.First.From < p.Second.From),
            $"{path}thresholds",
            "paliers",
            DiagnosisTexts.Fault_Thresholds
        );
        ExpectText(file, item.Unit, $"{path}unit");
        file.Expect(item.Most is null or > 0, $"{path}most", "maximum", DiagnosisTexts.Fault_Most);
        for (var i = 0; i < steps.Count; i++)
        {
            file.Expect(steps[i].Value is >= 0 and <= 1, $"{path}thresholds[{i}]", "valeur", DiagnosisTexts.Fault_StepValue);
            ExpectText(file, steps[i].Reason, $"{path}thresholds[{i}].reason");
        }
    }

    private static void ExpectText(ReferenceFile<InstrumentFile> file, Translated? text, string path)
    {
        file.ExpectText(text, path);
        file.Expect(
            (text?.Fr?.Length ?? 0) <= LongestText && (text?.En?.Length ?? 0) <= LongestText,
            path,
            "longueur",
            string.Format(DiagnosisTexts.Fault_TooLong, LongestText)
        );
    }

    // May be left out, but not in one language alone.
    private static void ExpectBoth(ReferenceFile<InstrumentFile> file, Translated? text, string path)
    {
        if (!string.IsNullOrWhiteSpace(text?.Fr) || !string.IsNullOrWhiteSpace(text?.En))
            ExpectText(file, text, path);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.-]{0,59}\z", RegexOptions.None, 1000)]
    private static partial Regex ItemCode();

    // Lists are kept with commas between codes, at most 200 characters in all; two words have a meaning of their own.
    [GeneratedRegex(@"^(?!unknown\z|none\z)[A-Za-z][A-Za-z0-9-]{0,14}\z", RegexOptions.None, 1000)]
    private static partial Regex OptionCode();
}
