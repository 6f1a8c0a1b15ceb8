using Appui.Shared;

namespace Appui.Diagnosis.Voices;

/// <summary>Voices in words.</summary>
public static class VoiceWords
{
    /// <summary>The people: « Formateurs et formatrices ».</summary>
    public static string Of(Voice voice) =>
        voice switch
        {
            Voice.Management => DiagnosisTexts.Voice_Management,
            Voice.Trainer => DiagnosisTexts.Voice_Trainer,
            Voice.Trainee => DiagnosisTexts.Voice_Trainee,
            _ => DiagnosisTexts.Voice_Company,
        };

    /// <summary>A place in an address or a form.</summary>
    public static string Key(Voice voice) => voice.ToString().ToLowerInvariant();

    /// <summary>What a gap says: the highest and the lowest voice, in words.</summary>
    public static string Say(PerceptionGap gap)
    {
        var (high, low) = (gap.Seen.MaxBy(s => s.Value), gap.Seen.MinBy(s => s.Value));
        return string.Format(
            DiagnosisTexts.Gap_Say,
            Of(high.Key),
            VoiceRules.Points(high.Value),
            Of(low.Key).ToLower(System.Globalization.CultureInfo.CurrentCulture),
            VoiceRules.Points(low.Value)
        );
    }
}
