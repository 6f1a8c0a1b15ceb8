using System.Globalization;
using Appui.Shared;
using Appui.Shared.Documents;

namespace Appui.Diagnosis.Editor;

/// <summary>The columns of a table of questions: the same going out and coming in.</summary>
public static class ItemColumns
{
    /// <summary>What a choice says instead of a value when face to face is better there.</summary>
    public const string Face = "présentiel";

    private const int FewestChoices = 6;

    /// <summary>Columns of a question, in order, before those of its choices.</summary>
    public static IReadOnlyList<string> OfItem { get; } =
    [
        "code",
        "dimension",
        "type",
        "express",
        "voix",
        "poids",
        "profils",
        "seuil_niveau",
        "seuil_valeur",
        "depend_de",
        "depend_valeur",
        "qualiopi",
        "question_fr",
        "question_en",
        "formateur_fr",
        "formateur_en",
        "stagiaire_fr",
        "stagiaire_en",
        "entreprise_fr",
        "entreprise_en",
        "direction_fr",
        "direction_en",
        "pourquoi_fr",
        "pourquoi_en",
        "preuve_fr",
        "preuve_en",
        "source_fr",
        "source_en",
        "unite_fr",
        "unite_en",
        "maximum",
        "mesure",
        "meme_question",
    ];

    /// <summary>Columns of a choice or threshold, each after <c>choix1_</c>, <c>choix2_</c>…</summary>
    public static IReadOnlyList<string> OfChoice { get; } =
    ["code", "des", "valeur", "titre_fr", "titre_en", "texte_fr", "texte_en", "raison_fr", "raison_en"];

    /// <summary>Columns of each voice's own wording.</summary>
    public static IReadOnlyDictionary<string, string> Voices { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["trainer"] = "formateur",
            ["trainee"] = "stagiaire",
            ["company"] = "entreprise",
            ["management"] = "direction",
        };

    /// <summary>The questions of an instrument as a table to take away, and to send back.</summary>
    public static Sheet Sheet(InstrumentFile file)
    {
        var items = file.Items ?? [];
        var choices = items.Select(i => (i.Options?.Count ?? 0) + (i.Thresholds?.Count ?? 0)).Append(FewestChoices).Max();
        List<string> columns = [.. OfItem, .. Enumerable.Range(1, choices).SelectMany(n => OfChoice.Select(c => $"choix{n}_{c}"))];
        return new Sheet(
            DiagnosisTexts.Editor_Items,
            [.. columns.Select(c => new SheetColumn(c))],
            items.Select(item =>
            {
                var cells = Cells(item);
                return (IReadOnlyList<SheetCell>)[.. columns.Select(c => (SheetCell)cells.GetValueOrDefault(c))];
            })
        );
    }

    /// <summary>A question as the cells of its line.</summary>
    public static IReadOnlyDictionary<string, string?> Cells(ItemFile item)
    {
        Dictionary<string, string?> cells = new(StringComparer.Ordinal)
        {
            ["code"] = item.Code,
            ["dimension"] = item.Dimension,
            ["type"] = item.Type,
            ["express"] = item.Express ? "oui" : "non",
            ["voix"] = Joined(item.Voices),
            ["poids"] = Written(item.Weight),
            ["profils"] = Joined(item.Profiles),
            ["seuil_niveau"] = Written(item.Gate?.Level),
            ["seuil_valeur"] = Written(item.Gate?.AtLeast),
            ["depend_de"] = item.DependsOn?.Item,
            ["depend_valeur"] = Written(item.DependsOn?.AtLeast),
            ["qualiopi"] = Joined(item.Qualiopi?.Select(q => Written(q)!)),
            ["maximum"] = Written(item.Most),
            ["mesure"] = item.Measure,
        };
        Both("question", item.Question);
        Both("pourquoi", item.Why);
        Both("preuve", item.EvidenceHint);
        Both("source", item.Source);
        Both("unite", item.Unit);
        foreach (var (voice, asked) in item.Asks ?? new Dictionary<string, Translated>(StringComparer.Ordinal))
        {
            if (Voices.TryGetValue(voice, out var name))
                Both(name, asked);
        }

        var n = 0;
        foreach (var step in item.Thresholds ?? [])
        {
            var at = $"choix{++n}_";
            (cells[at + "des"], cells[at + "valeur"]) = (Written(step.From), Written(step.Value));
            Both(at + "raison", step.Reason);
        }

        foreach (var option in item.Options ?? [])
        {
            var at = $"choix{++n}_";
            (cells[at + "code"], cells[at + "valeur"]) = (option.Code, option.FaceToFace ? Face : Written(option.Value));
            Both(at + "titre", option.Title);
            Both(at + "texte", option.Text);
            Both(at + "raison", option.Reason);
        }

        return cells;

        void Both(string name, Translated? text) => (cells[name + "_fr"], cells[name + "_en"]) = (text?.Fr, text?.En);
    }

    private static string? Written(double? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Joined(IEnumerable<string>? words) => words is null ? null : string.Join(' ', words);
}
