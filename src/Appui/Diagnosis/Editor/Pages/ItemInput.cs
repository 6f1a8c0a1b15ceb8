using Appui.Shared;

namespace Appui.Diagnosis.Editor;

/// <summary>A choice or threshold as typed.</summary>
public sealed class ChoiceInput
{
    public string? Code { get; set; }
    public string? From { get; set; }
    public string? Value { get; set; }
    public string? TitleFr { get; set; }
    public string? TitleEn { get; set; }
    public string? TextFr { get; set; }
    public string? TextEn { get; set; }
    public string? ReasonFr { get; set; }
    public string? ReasonEn { get; set; }
}

/// <summary>A question as typed in its form: the same cells as a line of a table, so that both are read by the same rules.</summary>
public sealed class ItemInput
{
    private const int FewestChoices = 5;

    public string? Code { get; set; }
    public string? Dimension { get; set; }
    public string? Type { get; set; }
    public bool Express { get; set; }
    public List<string> Voices { get; set; } = [];
    public List<string> Profiles { get; set; } = [];
    public string? Weight { get; set; }
    public string? GateLevel { get; set; }
    public string? GateValue { get; set; }
    public string? DependsOn { get; set; }
    public string? DependsValue { get; set; }
    public string? Qualiopi { get; set; }
    public string? QuestionFr { get; set; }
    public string? QuestionEn { get; set; }
    public string? TrainerFr { get; set; }
    public string? TrainerEn { get; set; }
    public string? TraineeFr { get; set; }
    public string? TraineeEn { get; set; }
    public string? CompanyFr { get; set; }
    public string? CompanyEn { get; set; }
    public string? WhyFr { get; set; }
    public string? WhyEn { get; set; }
    public string? EvidenceFr { get; set; }
    public string? EvidenceEn { get; set; }
    public string? SourceFr { get; set; }
    public string? SourceEn { get; set; }
    public string? UnitFr { get; set; }
    public string? UnitEn { get; set; }
    public string? Most { get; set; }
    public string? Measure { get; set; }
    public bool SameQuestion { get; set; }
    public List<ChoiceInput> Choices { get; set; } = [];

    /// <summary>A question as its form shows it, with room for more choices.</summary>
    public static ItemInput Of(ItemFile item)
    {
        var cells = ItemColumns.Cells(item);
        string? Cell(string name) => cells.GetValueOrDefault(name);
        var count = (item.Options?.Count ?? 0) + (item.Thresholds?.Count ?? 0);
        return new ItemInput
        {
            Code = item.Code,
            Dimension = item.Dimension,
            Type = item.Type,
            Express = item.Express,
            Voices = [.. item.Voices ?? []],
            Profiles = [.. item.Profiles ?? []],
            Weight = Cell("poids"),
            GateLevel = Cell("seuil_niveau"),
            GateValue = Cell("seuil_valeur"),
            DependsOn = Cell("depend_de"),
            DependsValue = Cell("depend_valeur"),
            Qualiopi = Cell("qualiopi"),
            QuestionFr = Cell("question_fr"),
            QuestionEn = Cell("question_en"),
            TrainerFr = Cell("formateur_fr"),
            TrainerEn = Cell("formateur_en"),
            TraineeFr = Cell("stagiaire_fr"),
            TraineeEn = Cell("stagiaire_en"),
            CompanyFr = Cell("entreprise_fr"),
            CompanyEn = Cell("entreprise_en"),
            WhyFr = Cell("pourquoi_fr"),
            WhyEn = Cell("pourquoi_en"),
            EvidenceFr = Cell("preuve_fr"),
            EvidenceEn = Cell("preuve_en"),
            SourceFr = Cell("source_fr"),
            SourceEn = Cell("source_en"),
            UnitFr = Cell("unite_fr"),
            UnitEn = Cell("unite_en"),
            Most = Cell("maximum"),
            Measure = Cell("mesure"),
            Choices =
            [
                .. Enumerable
                    .Range(1, Math.Clamp(count + 2, FewestChoices, ItemRules.MostChoices))
                    .Select(n => new ChoiceInput
                    {
                        Code = Cell($"choix{n}_code"),
                        From = Cell($"choix{n}_des"),
                        Value = Cell($"choix{n}_valeur"),
                        TitleFr = Cell($"choix{n}_titre_fr"),
                        TitleEn = Cell($"choix{n}_titre_en"),
                        TextFr = Cell($"choix{n}_texte_fr"),
                        TextEn = Cell($"choix{n}_texte_en"),
                        ReasonFr = Cell($"choix{n}_raison_fr"),
                        ReasonEn = Cell($"choix{n}_raison_en"),
                    }),
            ],
        };
    }

    /// <summary>What was typed, as a line of a table.</summary>
    public ItemRow ToRow()
    {
        Dictionary<string, string?> cells = new(StringComparer.Ordinal)
        {
            ["code"] = Code,
            ["dimension"] = Dimension,
            ["type"] = Type,
            ["express"] = Express ? "oui" : "non",
            ["voix"] = string.Join(' ', Voices),
            ["profils"] = string.Join(' ', Profiles),
            ["poids"] = Weight,
            ["seuil_niveau"] = GateLevel,
            ["seuil_valeur"] = GateValue,
            ["depend_de"] = DependsOn,
            ["depend_valeur"] = DependsValue,
            ["qualiopi"] = Qualiopi,
            ["question_fr"] = QuestionFr,
            ["question_en"] = QuestionEn,
            ["formateur_fr"] = TrainerFr,
            ["formateur_en"] = TrainerEn,
            ["stagiaire_fr"] = TraineeFr,
            ["stagiaire_en"] = TraineeEn,
            ["entreprise_fr"] = CompanyFr,
            ["entreprise_en"] = CompanyEn,
            ["pourquoi_fr"] = WhyFr,
            ["pourquoi_en"] = WhyEn,
            ["preuve_fr"] = EvidenceFr,
            ["preuve_en"] = EvidenceEn,
            ["source_fr"] = SourceFr,
            ["source_en"] = SourceEn,
            ["unite_fr"] = UnitFr,
            ["unite_en"] = UnitEn,
            ["maximum"] = Most,
            ["mesure"] = Measure,
        };
        for (var i = 0; i < Math.Min(Choices.Count, ItemRules.MostChoices); i++)
        {
            var (choice, at) = (Choices[i], $"choix{i + 1}_");
            cells[at + "code"] = choice.Code;
            cells[at + "des"] = choice.From;
            cells[at + "valeur"] = choice.Value;
            cells[at + "titre_fr"] = choice.TitleFr;
            cells[at + "titre_en"] = choice.TitleEn;
            cells[at + "texte_fr"] = choice.TextFr;
            cells[at + "texte_en"] = choice.TextEn;
            cells[at + "raison_fr"] = choice.ReasonFr;
            cells[at + "raison_en"] = choice.ReasonEn;
        }

        return new ItemRow(0, cells.ToDictionary(c => c.Key, c => c.Value ?? "", StringComparer.Ordinal));
    }
}
