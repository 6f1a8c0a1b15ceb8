using Appui.Shared;

namespace Appui.Diagnosis.Voices;

/// <summary>Every way to say no around the voices.</summary>
public static class VoicesRefusals
{
    public static Refusal ChooseVoice => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_ChooseVoice), "Voice");

    public static Refusal ChooseEnd => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_ChooseEnd), "ClosesOn");

    public static Refusal TellHeadcount => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_TellHeadcount), "Headcount");

    public static Refusal TellCount => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_TellCount), "Codes");

    public static Refusal TooManyCodes => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_TooManyCodes), "Codes");

    public static Refusal NotAnAddress => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_NotAnAddress), "Mails");

    public static Refusal SameAddressTwice => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_SameAddressTwice), "Mails");

    /// <summary>It was closed: what was said is shown, nothing more can be said.</summary>
    public static Refusal AlreadyClosed => No(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_AlreadyClosed));

    public static Refusal UnknownRound => No(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_UnknownRound));

    public static Refusal UnknownCode => No(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_UnknownCode), "Code");

    public static Refusal CodeUsed => No(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_CodeUsed), "Code");

    public static Refusal Over => No(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_Over), "Code");

    public static Refusal AnswerOne => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_AnswerOne));

    private static Refusal No(RefusalKind kind, string code, string? field = null) =>
        new(kind, code, DiagnosisTexts.ResourceManager, field);
}
