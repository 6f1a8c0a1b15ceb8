using Appui.Shared;
using Appui.Shared.Documents;

namespace Appui.Diagnosis.Editor;

/// <summary>A line of a table of questions: its cells by column, those that the table has.</summary>
public sealed record ItemRow(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>A line that was left out, and what to do.</summary>
public sealed record BadLine(int Line, string? Code, string Sentence);

/// <summary>Reads a line as a question. A column that the table does not have leaves the question as it was. Pure.</summary>
public static class ItemRowRules
{
    /// <summary>The question that a line says, or what is wrong with it.</summary>
    /// <param name="present">The question of that code in the draft, if it is there.</param>
    public static (ItemFile? Item, string? Fault) Read(ItemRow row, ItemFile? present)
    {
        var line = new Line(row.Cells);
        var item = present ?? ItemFile.Empty(line.Text("code"), null);
        item = item with
        {
            Dimension = line.Text("dimension", item.Dimension),
            Type = line.Text("type", item.Type)?.ToUpperInvariant(),
            Express = line.Yes("express", item.Express),
            Voices = line.Words("voix", item.Voices),
            Weight = (int)(line.Whole("poids", item.Weight) ?? 1),
            Profiles = line.Words("profils", item.Profiles) is { Count: > 0 } profiles ? profiles : null,
            Gate = Gate(line, item.Gate),
            DependsOn = DependsOn(line, item.DependsOn),
            Qualiopi = line.Words("qualiopi", null) is { } indicators ? [.. indicators.Select(line.Indicator)] : item.Qualiopi,
            Question = line.Both("question", item.Question),
            Asks = Asks(line, item.Asks),
            Why = line.Both("pourquoi", item.Why),
            EvidenceHint = line.Both("preuve", item.EvidenceHint),
            Source = line.Both("source", item.Source),
            Unit = line.Both("unite", item.Unit),
            Most = line.Number("maximum", item.Most),
            Measure = line.Text("mesure", item.Measure),
        };
        if (line.HasChoices)
            item = WithChoices(item, line);
        return line.Fault is { } fault ? (null, fault) : (item, null);
    }

    /// <summary>Does the line say that only words were corrected?</summary>
    public static bool IsSameQuestion(ItemRow row) => new Line(row.Cells).Yes("meme_question", false);

    private static Gate? Gate(Line line, Gate? gate)
    {
        var level = line.Whole("seuil_niveau", gate?.Level);
        var value = line.Number("seuil_valeur", gate?.AtLeast);
        return level is null && value is null ? null : new Gate((int)(level ?? 0), value ?? 0);
    }

    private static Dependency? DependsOn(Line line, Dependency? dependency)
    {
        var item = line.Text("depend_de", dependency?.Item);
        return item is null ? null : new Dependency(item, line.Number("depend_valeur", dependency?.AtLeast) ?? 0);
    }

    private static Dictionary<string, Translated>? Asks(Line line, IReadOnlyDictionary<string, Translated>? present)
    {
        Dictionary<string, Translated> asks = new(StringComparer.Ordinal);
        foreach (var (voice, name) in ItemColumns.Voices)
        {
            if (line.Both(name, present?.GetValueOrDefault(voice)) is { } asked)
                asks[voice] = asked;
        }

        return asks.Count == 0 ? null : asks;
    }

    private static ItemFile WithChoices(ItemFile item, Line line)
    {
        List<InstrumentOption> options = [];
        List<Threshold> thresholds = [];
        var counts = item.Type is "QUANTITY" or "COMPUTED";
        for (var n = 1; n <= ItemRules.MostChoices * 2; n++)
        {
            var at = $"choix{n}_";
            if (ItemColumns.OfChoice.All(c => line.Text(at + c) is null))
                continue;
            var isFace = line.Text(at + "valeur") is { } said && said.Equals(ItemColumns.Face, StringComparison.OrdinalIgnoreCase);
            var value = isFace ? 0 : line.Number(at + "valeur", null) ?? 0;
            var reason = line.Both(at + "raison", null) ?? new Translated("", "");
            if (counts && !isFace)
                thresholds.Add(new Threshold(line.Number(at + "des", null) ?? 0, value, reason));
            else
                options.Add(
                    new InstrumentOption(
                        line.Text(at + "code") ?? (isFace ? "face" : ((char)('a' + options.Count)).ToString()),
                        value,
                        isFace,
                        line.Both(at + "titre", null) ?? new Translated("", ""),
                        line.Both(at + "texte", null) ?? new Translated("", ""),
                        reason
                    )
                );
        }

        return item with
        {
            Options = options,
            Thresholds = thresholds,
        };
    }

    private sealed class Line(IReadOnlyDictionary<string, string> cells)
    {
        public string? Fault { get; private set; }

        public bool HasChoices => cells.Keys.Any(k => k.StartsWith("choix", StringComparison.Ordinal));

        public string? Text(string column, string? otherwise = null) =>
            !cells.TryGetValue(column, out var text) ? otherwise
            : string.IsNullOrWhiteSpace(text) ? null
            : FormulaGuard.Unguarded(text.Trim());

        public Translated? Both(string column, Translated? otherwise)
        {
            var (french, english) = (Text(column + "_fr", otherwise?.Fr), Text(column + "_en", otherwise?.En));
            return french is null && english is null ? null : new Translated(french ?? "", english ?? "");
        }

        public IReadOnlyList<string>? Words(string column, IReadOnlyList<string>? otherwise) =>
            cells.ContainsKey(column)
                ? (Text(column) ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : otherwise;

        public bool Yes(string column, bool otherwise)
        {
            if (!cells.ContainsKey(column))
                return otherwise;
            switch (Text(column)?.ToLowerInvariant())
            {
                case "oui" or "yes" or "vrai" or "true" or "1" or "x":
                    return true;
                case null or "non" or "no" or "faux" or "false" or "0":
                    return false;
                default:
                    Fault ??= string.Format(DiagnosisTexts.Row_YesNo, column, Text(column));
                    return false;
            }
        }

        public double? Number(string column, double? otherwise)
        {
            if (!cells.ContainsKey(column))
                return otherwise;
            if (Text(column) is not { } text)
                return null;
            if (Typed.Number(text) is { } number)
                return (double)number;
            Fault ??= string.Format(DiagnosisTexts.Row_Number, column, text);
            return null;
        }

        public double? Whole(string column, double? otherwise)
        {
            var number = Number(column, otherwise);
            if (number is null || (Math.Truncate(number.Value) == number && Math.Abs(number.Value) < 1000))
                return number;
            Fault ??= string.Format(DiagnosisTexts.Row_Number, column, Text(column));
            return null;
        }

        public int Indicator(string text)
        {
            if (Typed.Number(text) is { } number and >= 0 and < 100 && decimal.Truncate(number) == number)
                return (int)number;
            Fault ??= string.Format(DiagnosisTexts.Row_Number, "qualiopi", text);
            return 0;
        }
    }
}
