namespace Appui.Diagnosis.Editor;

/// <summary>States, voices and ways of asking in words.</summary>
public static class EditorWords
{
    /// <summary>Draft, published, retired.</summary>
    public static string Of(InstrumentState state) =>
        state switch
        {
            InstrumentState.Draft => DiagnosisTexts.Editor_Draft,
            InstrumentState.Published => DiagnosisTexts.Editor_Published,
            _ => DiagnosisTexts.Editor_Retired,
        };

    /// <summary>A way of asking, as files name it.</summary>
    public static string OfType(string? type) =>
        type switch
        {
            "ANCHORED" => DiagnosisTexts.Type_Anchored,
            "BOOL_EVIDENCE" => DiagnosisTexts.Type_Bool,
            "MULTI" => DiagnosisTexts.Type_Multi,
            "QUANTITY" => DiagnosisTexts.Type_Quantity,
            "PERCEPTION" => DiagnosisTexts.Type_Perception,
            "COMPUTED" => DiagnosisTexts.Type_Computed,
            _ => type ?? "",
        };

    /// <summary>A voice, the management included.</summary>
    public static string OfVoice(Voice voice) => voice == Voice.Management ? DiagnosisTexts.Editor_Management : Voices.VoiceWords.Of(voice);
}
