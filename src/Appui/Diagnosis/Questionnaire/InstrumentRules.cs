using System.Globalization;
using Appui.Shared;
using Appui.Shared.Reference;

namespace Appui.Diagnosis;

/// <summary>Reads an instrument from its file and refuses one that could mislead: every fault with its line and rule.</summary>
public static class InstrumentRules
{
    private static readonly Dictionary<string, ItemType> Types = new(StringComparer.Ordinal)
    {
        ["BOOL_EVIDENCE"] = ItemType.BoolEvidence,
        ["ANCHORED"] = ItemType.Anchored,
        ["QUANTITY"] = ItemType.Quantity,
        ["MULTI"] = ItemType.Multi,
        ["PERCEPTION"] = ItemType.Perception,
        ["COMPUTED"] = ItemType.Computed,
    };

    private static readonly Dictionary<string, Voice> VoiceNames = new(StringComparer.Ordinal)
    {
        ["management"] = Voice.Management,
        ["trainer"] = Voice.Trainer,
        ["trainee"] = Voice.Trainee,
        ["company"] = Voice.Company,
    };

    /// <summary>The instrument of a file, or a <see cref="ReferenceException"/> with all its faults.</summary>
    public static Instrument Read(string file, ReadOnlyMemory<byte> json)
    {
        var reading = ReferenceFile<InstrumentFile>.Read(file, json);
        Check(reading);
        var content = reading.Checked();
        return new Instrument(
            content.Code!,
            content.Version!,
            DateOnly.ParseExact(content.EffectiveFrom!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            content.Title!,
            content.MinimumCoverage,
            content.Levels!,
            content.Dimensions!,
            [.. content.Items!.Select(Item)]
        );
    }

    private static InstrumentItem Item(ItemFile item) =>
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

    private static void Check(ReferenceFile<InstrumentFile> file)
    {
        var content = file.Content;
        file.Expect(!string.IsNullOrWhiteSpace(content.Code), "code", "code", "Le code de l’instrument manque.");
        file.Expect(System.Version.TryParse(content.Version, out _), "version", "version", "La version doit être de la forme 1.0.0.");
        file.Expect(
            DateOnly.TryParseExact(content.EffectiveFrom, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "effectiveFrom",
            "date",
            "La date d’effet doit être de la forme 2026-11-01."
        );
        file.ExpectText(content.Title, "title");
        file.Expect(content.MinimumCoverage is > 0 and <= 1, "minimumCoverage", "couverture", "La couverture minimale va de 0 à 1.");
        file.Expect(content.Levels is { Count: >= 2 }, "levels", "niveaux", "Il faut au moins deux niveaux.");
        for (var i = 0; i < content.Levels?.Count; i++)
        {
            file.ExpectText(content.Levels[i].Name, $"levels[{i}].name");
            file.ExpectText(content.Levels[i].Meaning, $"levels[{i}].meaning");
            file.Expect(
                i == 0 ? content.Levels[i].From == 0 : content.Levels[i].From > content.Levels[i - 1].From,
                $"levels[{i}].from",
                "niveaux",
                "Les seuils des niveaux partent de 0 et montent."
            );
        }

        CheckDimensions(file);
        file.Expect(content.Items is { Count: > 0 and <= 500 }, "items", "questions", "Il faut de 1 à 500 questions.");
        HashSet<string> codes = new(StringComparer.Ordinal);
        for (var i = 0; i < content.Items?.Count; i++)
        {
            file.Expect(
                codes.Add(content.Items[i].Code ?? ""),
                $"items[{i}].code",
                "code",
                $"Le code « {content.Items[i].Code} » manque ou sert deux fois."
            );
            CheckItem(file, content.Items[i], $"items[{i}]");
        }

        CheckDependencies(file);
    }

    private static void CheckDimensions(ReferenceFile<InstrumentFile> file)
    {
        var dimensions = file.Content.Dimensions ?? [];
        file.Expect(dimensions.Count > 0, "dimensions", "dimensions", "Il faut au moins une dimension.");
        for (var i = 0; i < dimensions.Count; i++)
        {
            file.Expect(
                dimensions[i].Axis is "capacity" or "progress",
                $"dimensions[{i}].axis",
                "axe",
                "L’axe est « capacity » ou « progress »."
            );
            file.ExpectText(dimensions[i].Name, $"dimensions[{i}].name");
            file.ExpectText(dimensions[i].ShortName, $"dimensions[{i}].shortName");
            file.ExpectText(dimensions[i].LooksAt, $"dimensions[{i}].looksAt");
        }
    }

    private static void CheckItem(ReferenceFile<InstrumentFile> file, ItemFile item, string path)
    {
        file.Expect(item.Weight is >= 1 and <= 3, $"{path}.weight", "poids", $"Le poids va de 1 à 3 ; il vaut {item.Weight}.");
        file.Expect(item.Version >= 1, $"{path}.version", "version", "La version d’une question part de 1.");
        file.Expect(
            item.Type is not null && Types.ContainsKey(item.Type),
            $"{path}.type",
            "type",
            $"Le type « {item.Type} » n’existe pas."
        );
        file.Expect(
            file.Content.Dimensions?.Any(d => d.Code == item.Dimension) == true,
            $"{path}.dimension",
            "dimension",
            $"La dimension « {item.Dimension} » n’existe pas."
        );
        file.ExpectText(item.Question, $"{path}.question");
        file.ExpectText(item.Why, $"{path}.why");
        if (item.Gate is { } gate)
        {
            file.Expect(gate.Level is >= 2 and <= 5, $"{path}.gate", "seuil", "Un seuil protège un niveau de 2 à 5.");
            file.Expect(gate.AtLeast is > 0 and <= 1, $"{path}.gate", "seuil", "La valeur d’un seuil va de 0 à 1.");
        }

        CheckVoices(file, item, path);
        CheckKind(file, item, path);
        var options = item.Options ?? [];
        file.Expect(
            options.Select(o => o.Code).Distinct(StringComparer.Ordinal).Count() == options.Count,
            $"{path}.options",
            "code",
            "Deux choix ont le même code."
        );
        for (var i = 0; i < options.Count; i++)
        {
            file.Expect(options[i].Value is >= 0 and <= 1, $"{path}.options[{i}].value", "valeur", "La valeur d’un choix va de 0 à 1.");
            file.ExpectText(options[i].Title, $"{path}.options[{i}].title");
            file.ExpectText(options[i].Reason, $"{path}.options[{i}].reason");
        }
    }

    private static void CheckVoices(ReferenceFile<InstrumentFile> file, ItemFile item, string path)
    {
        var voices = item.Voices ?? [];
        file.Expect(
            voices.Count > 0 && voices.All(VoiceNames.ContainsKey) && voices.Distinct(StringComparer.Ordinal).Count() == voices.Count,
            $"{path}.voices",
            "voix",
            "Une question s’adresse à une voix au moins : management, trainer, trainee ou company."
        );
        file.Expect(
            !item.Express || voices.Contains("management", StringComparer.Ordinal),
            $"{path}.express",
            "voix",
            "Une question express s’adresse à la direction."
        );
        foreach (var (voice, asked) in item.Asks ?? new Dictionary<string, Translated>(StringComparer.Ordinal))
        {
            file.Expect(
                voices.Contains(voice, StringComparer.Ordinal),
                $"{path}.asks",
                "voix",
                $"La question est rédigée pour « {voice} », à qui elle n’est pas posée."
            );
            file.ExpectText(asked, $"{path}.asks.{voice}");
        }
    }

    // What each way of asking needs to be answered and explained.
    private static void CheckKind(ReferenceFile<InstrumentFile> file, ItemFile item, string path)
    {
        var choices = (item.Options ?? []).Where(o => !o.FaceToFace).ToList();
        switch (item.Type)
        {
            case "ANCHORED":
                file.Expect(choices.Count >= 2, $"{path}.options", "choix", "Il faut au moins deux choix.");
                break;
            case "MULTI":
                file.Expect(choices.Count >= 2, $"{path}.options", "choix", "Il faut au moins deux choix.");
                file.Expect(
                    Math.Abs(choices.Sum(o => o.Value) - 1) < 0.001,
                    $"{path}.options",
                    "parts",
                    "Les parts d’une liste à cocher font 1 ensemble."
                );
                break;
            case "BOOL_EVIDENCE":
                file.Expect(
                    choices.Select(o => (o.Code, o.Value)).Order().SequenceEqual([("no", 0), ("yes", 1)]),
                    $"{path}.options",
                    "choix",
                    "Une question par oui ou non a les choix « yes » (1) et « no » (0)."
                );
                break;
            case "QUANTITY" or "COMPUTED":
                CheckThresholds(file, item, path);
                break;
        }

        file.Expect(
            (item.Type == "COMPUTED") == (item.Measure is not null),
            $"{path}.measure",
            "mesure",
            "Une question calculée dit ce que la plateforme mesure ; les autres non."
        );
    }

    private static void CheckThresholds(ReferenceFile<InstrumentFile> file, ItemFile item, string path)
    {
        var steps = item.Thresholds ?? [];
        file.Expect(
            steps.Count > 0 && steps[0].From == 0 && steps.Zip(steps.Skip(1)).All(p => p.First.From < p.Second.From),
            $"{path}.thresholds",
            "paliers",
            "Les paliers d’une quantité partent de 0 et montent."
        );
        file.ExpectText(item.Unit, $"{path}.unit");
        file.Expect(item.Most is null or > 0, $"{path}.most", "maximum", "Le maximum d’une quantité est positif.");
        for (var i = 0; i < steps.Count; i++)
        {
            file.Expect(steps[i].Value is >= 0 and <= 1, $"{path}.thresholds[{i}]", "valeur", "La valeur d’un palier va de 0 à 1.");
            file.ExpectText(steps[i].Reason, $"{path}.thresholds[{i}].reason");
        }
    }

    private static void CheckDependencies(ReferenceFile<InstrumentFile> file)
    {
        var items = file.Content.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].DependsOn is not { } first)
                continue;
            file.Expect(
                items.Any(x => x.Code == first.Item),
                $"items[{i}].dependsOn",
                "dépendance",
                $"La question « {first.Item} » n’existe pas."
            );
            HashSet<string> seen = new(StringComparer.Ordinal) { items[i].Code ?? "" };
            var next = first.Item;
            while (items.FirstOrDefault(x => x.Code == next) is { } item)
            {
                if (!seen.Add(next))
                {
                    file.Expect(
                        false,
                        $"items[{i}].dependsOn",
                        "cycle",
                        $"Les questions dépendent l’une de l’autre en rond : {string.Join(" → ", seen)} → {next}."
                    );
                    break;
                }

                next = item.DependsOn?.Item;
                if (next is null)
                    break;
            }
        }
    }

    private sealed record InstrumentFile(
        string? Code,
        string? Version,
        string? EffectiveFrom,
        Translated? Title,
        double MinimumCoverage,
        IReadOnlyList<InstrumentLevel>? Levels,
        IReadOnlyList<InstrumentDimension>? Dimensions,
        IReadOnlyList<ItemFile>? Items
    );

    private sealed record ItemFile(
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
    );
}
