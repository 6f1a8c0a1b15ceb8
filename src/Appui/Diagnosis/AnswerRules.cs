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
        return IsChoice(item, given.Choice) ? null : DiagnosisRefusals.ChooseOne;
    }

    private static bool IsChoice(InstrumentItem item, string? choice) =>
        choice == ScoringRules.Unknown
        || (
            !string.IsNullOrEmpty(choice)
            && choice.Length <= 200
            && item.Type switch
            {
                ItemType.BoolEvidence => choice is "yes" or "no",
                ItemType.Anchored => item.Options.Any(o => o.Code == choice),
                ItemType.Multi => choice.Split(',').All(c => item.Options.Any(o => o.Code == c)),
                ItemType.Computed => false,
                _ => double.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsFinite(number)
                    && number >= 0,
            }
        );
}
