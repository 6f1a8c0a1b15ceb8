using System.Globalization;
using Appui.Shared;

namespace Appui.Diagnosis;

/// <summary>One item as somebody answers it: the same form for a manager at the desk and a trainee on a phone.</summary>
/// <param name="Voice">In whose words it is asked.</param>
/// <param name="Choice">What is chosen so far, as <see cref="ScoringRules.ValueOf"/> reads it, or what was just refused.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Error">Why the choice was refused.</param>
public sealed record ItemForm(InstrumentItem Item, Voice Voice, string? Choice, string Name, string? Error)
{
    /// <summary>The question in that voice's words.</summary>
    public string Question => Item.QuestionFor(Voice).ToString();

    /// <summary>One sentence on how to answer.</summary>
    public string How =>
        Item.Type switch
        {
            ItemType.Multi => DiagnosisTexts.How_Multi,
            ItemType.Quantity => DiagnosisTexts.How_Quantity,
            ItemType.Perception => DiagnosisTexts.How_Perception,
            ItemType.BoolEvidence => DiagnosisTexts.How_Bool,
            _ => DiagnosisTexts.Question_Closest,
        };

    /// <summary>Can several be ticked?</summary>
    public bool IsList => Item.Type == ItemType.Multi;

    /// <summary>Agreement, from 1 to 5.</summary>
    public static IReadOnlyList<(string Code, string Title)> Agreement =>
        [
            ("1", DiagnosisTexts.Agree_1),
            ("2", DiagnosisTexts.Agree_2),
            ("3", DiagnosisTexts.Agree_3),
            ("4", DiagnosisTexts.Agree_4),
            ("5", DiagnosisTexts.Agree_5),
        ];

    /// <summary>Is a choice of the list ticked?</summary>
    public bool Has(string code) =>
        Choice is { } choice && (choice == code || (IsList && choice.Split(',').Contains(code, StringComparer.Ordinal)));

    /// <summary>The number as people write it.</summary>
    public string? Number =>
        Item.Options.Any(o => o.Code == Choice) || Choice == ScoringRules.Unknown ? null
        : double.TryParse(Choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.CurrentCulture)
        : Choice;

    /// <summary>The choice that the fields of a form say. A number typed the French way is understood; "face to face" beside something else wins.</summary>
    public static string? Read(InstrumentItem item, IReadOnlyList<string> typed)
    {
        var given = typed.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t.Trim()).ToList();
        if (item.Options.FirstOrDefault(o => o.FaceToFace)?.Code is { } face && given.Contains(face, StringComparer.Ordinal))
            return face;
        if (item.Type == ItemType.Multi)
            return given.Count == 0 ? null : string.Join(',', given.Count > 1 ? given.Where(g => g != ScoringRules.None) : given);
        if (item.Type == ItemType.Quantity && given is [var text])
            return Typed.Number(text)?.ToString(CultureInfo.InvariantCulture) ?? text;
        return given.FirstOrDefault();
    }

    /// <summary>A choice in words, for a page or a document.</summary>
    public static string Say(InstrumentItem item, string? choice)
    {
        if (string.IsNullOrEmpty(choice) || choice == ScoringRules.Unknown)
            return DiagnosisTexts.Question_Unknown;
        if (item.Options.FirstOrDefault(o => o.FaceToFace && o.Code == choice) is { } face)
            return face.Title.ToString();
        return item.Type switch
        {
            ItemType.Multi when choice == ScoringRules.None => DiagnosisTexts.Choice_None,
            ItemType.Multi => string.Join(
                ", ",
                item.Options.Where(o => choice.Split(',').Contains(o.Code, StringComparer.Ordinal)).Select(o => o.Title)
            ),
            ItemType.Quantity => $"{new ItemForm(item, Voice.Management, choice, "", null).Number} {item.Unit}",
            ItemType.Perception => Agreement.FirstOrDefault(a => a.Code == choice).Title ?? choice,
            _ => item.Options.FirstOrDefault(o => o.Code == choice)?.Title.ToString() ?? choice,
        };
    }

    /// <summary>Half a sentence that explains what an answer is worth.</summary>
    public static string Reason(ScoredItem scored)
    {
        var (item, choice) = (scored.Item, scored.Choice);
        if (scored.Kind == AnswerKind.Missing)
            return string.Format(DiagnosisTexts.Reason_Missing, item.Question);
        if (item.Options.FirstOrDefault(o => o.Code == choice) is { } option && item.Type != ItemType.Multi)
            return option.Reason.ToString();
        return item.Type switch
        {
            ItemType.Quantity => item.Thresholds.LastOrDefault(t => Number(choice) >= t.From)?.Reason.ToString() ?? "",
            ItemType.Perception => string.Format(DiagnosisTexts.Reason_Perception, item.Question, Say(item, choice)),
            _ => string.Format(
                DiagnosisTexts.Reason_List,
                item.Question,
                choice == ScoringRules.None ? 0 : choice!.Split(',').Length,
                item.Options.Count(o => !o.FaceToFace)
            ),
        };

        static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);
    }
}
