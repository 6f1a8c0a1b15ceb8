using Appui.Shared;

namespace Appui.Diagnosis;

/// <summary>Every way Diagnosis says no.</summary>
public static class DiagnosisRefusals
{
    public static Refusal OnlyManagement =>
        new(RefusalKind.Forbidden, nameof(DiagnosisTexts.Refusal_OnlyManagement), DiagnosisTexts.ResourceManager);

    public static Refusal NoDiagnosis =>
        new(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_NoDiagnosis), DiagnosisTexts.ResourceManager);

    public static Refusal UnknownItem =>
        new(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_UnknownItem), DiagnosisTexts.ResourceManager);

    public static Refusal ChooseOne =>
        new(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_ChooseOne), DiagnosisTexts.ResourceManager, "choice");

    /// <summary>A quantity that cannot be: its largest value and unit.</summary>
    public static Refusal GiveNumber =>
        new(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_GiveNumber), DiagnosisTexts.ResourceManager, "choice");

    public static Refusal NoteTooLong =>
        new(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_NoteTooLong), DiagnosisTexts.ResourceManager, "note");

    /// <summary>Another window saved another answer since this page was shown: time and title of that answer.</summary>
    public static Refusal ChangedElsewhere =>
        new(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_ChangedElsewhere), DiagnosisTexts.ResourceManager, "choice");

    /// <summary>The diagnosis is not the newest: it stays as it was.</summary>
    public static Refusal Kept => new(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_Kept), DiagnosisTexts.ResourceManager);

    public static Refusal NothingDeeper =>
        new(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_NothingDeeper), DiagnosisTexts.ResourceManager);

    public static Refusal TellSize =>
        new(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_TellSize), DiagnosisTexts.ResourceManager, "profile");

    public static Refusal UnknownDepartment =>
        new(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_UnknownDepartment), DiagnosisTexts.ResourceManager, "department");
}
