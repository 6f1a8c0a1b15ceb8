using System.Globalization;
using Appui.Shared;

namespace Appui.Diagnosis;

/// <summary>Is an answer one that the item can receive? Pure.</summary>
public static class AnswerRules
{
    /// <summary>Longest note, in characters.</summary>
    public const int LongestNote = 1000;

    /// <summary>Why the answer cannot be kept, or null.</summary>
    public static Refusal? Check(InstrumentItem item, GivenAnswer given)
    {
        if (given.Note?.Length > LongestNote)
            return DiagnosisRefusals.NoteTooLong.With(LongestNote, given.Note.Length);
        return IsChoice(item, given.Choice) ? null : Wrong(item);
    }

    /// <summary>What to say of a choice that the item does not offer.</summary>
    public static Refusal Wrong(InstrumentItem item) =>
        item.Type == ItemType.Quantity
            ? DiagnosisRefusals.GiveNumber.With(Show.Number((long)(item.Most ?? 1_000_000)), item.Unit!.ToString())
            : DiagnosisRefusals.ChooseOne;

    /// <summary>Is this a choice that the item offers?</summary>
    public static bool IsChoice(InstrumentItem item, string? choice) =>
        choice == ScoringRules.Unknown
        || (
            !string.IsNullOrEmpty(choice)
            && choice.Length <= 200
            && (
                item.Options.Any(o => o.FaceToFace && o.Code == choice)
                || item.Type switch
                {
                    ItemType.BoolEvidence or ItemType.Anchored => item.Options.Any(o => o.Code == choice),
                    ItemType.Multi => choice == ScoringRules.None || AreLines(item, choice),
                    ItemType.Perception => choice is ['1' or '2' or '3' or '4' or '5'],
                    ItemType.Quantity => IsQuantity(item, choice),
                    _ => false,
                }
            )
        );

    private static bool AreLines(InstrumentItem item, string choice)
    {
        var ticked = choice.Split(',');
        return ticked.Distinct(StringComparer.Ordinal).Count() == ticked.Length
            && ticked.All(c => item.Options.Any(o => !o.FaceToFace && o.Code == c));
    }

    private static bool IsQuantity(InstrumentItem item, string choice) =>
        double.TryParse(choice, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
        && number <= (item.Most ?? 1_000_000);
}
