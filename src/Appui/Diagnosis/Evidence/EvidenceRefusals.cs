using Appui.Shared;

namespace Appui.Diagnosis.Evidence;

/// <summary>Every way to say no around evidence.</summary>
public static class EvidenceRefusals
{
    public static Refusal NameIt => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Evidence_Name), "Name");

    public static Refusal DateIt => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Evidence_Date), "DatedOn");

    public static Refusal NotAnAddress => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Evidence_Address), "Address");

    public static Refusal TooMany => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Evidence_TooMany));

    public static Refusal AnswerFirst => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Evidence_AnswerFirst));

    public static Refusal Unknown => No(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_Evidence_Unknown));

    public static Refusal SayForWhom => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Evidence_ForWhom), "ForWhom");

    /// <summary>The link does not exist, has ended or was taken back.</summary>
    public static Refusal NoShare => No(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_Evidence_NoShare));

    /// <summary>Only an adviser or expert from elsewhere may say what an evidence shows.</summary>
    public static Refusal OnlyReaders => No(RefusalKind.Forbidden, nameof(DiagnosisTexts.Refusal_Evidence_OnlyReaders));

    public static Refusal SayWhy => No(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Evidence_Why));

    /// <summary>The answer was changed since the reader's page was shown.</summary>
    public static Refusal AnswerChanged => No(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_Evidence_Changed));

    private static Refusal No(RefusalKind kind, string code, string? field = null) =>
        new(kind, code, DiagnosisTexts.ResourceManager, field);
}
