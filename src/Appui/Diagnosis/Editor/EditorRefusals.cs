using Appui.Shared;

namespace Appui.Diagnosis.Editor;

/// <summary>Every way the editor of questionnaires says no.</summary>
public static class EditorRefusals
{
    public static Refusal OnlyAdvisers => Say(RefusalKind.Forbidden, nameof(DiagnosisTexts.Refusal_OnlyAdvisers));

    public static Refusal NoInstrument => Say(RefusalKind.Unknown, nameof(DiagnosisTexts.Refusal_NoInstrument));

    /// <summary>Published or retired meanwhile.</summary>
    public static Refusal NoLongerDraft => Say(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_NoLongerDraft));

    /// <summary>Another window changed this question since the page was shown.</summary>
    public static Refusal ItemChanged => Say(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_ItemChanged));

    /// <summary>Another window removed this question.</summary>
    public static Refusal ItemGone => Say(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_ItemGone));

    /// <summary>Another window changed the draft.</summary>
    public static Refusal DraftChanged => Say(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_DraftChanged));

    public static Refusal CodeTaken => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_CodeTaken), "Input.Code");

    public static Refusal BadCode => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Fault_ItemCode), "Input.Code");

    public static Refusal Full => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_Full));

    /// <summary>A file whose JSON or shape cannot be read: the sentence of the first fault, and its line.</summary>
    public static Refusal BadFile => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_BadFile), "File");

    public static Refusal BadTable => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_BadTable), "File");

    public static Refusal TooManyRows => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_TooManyRows), "File");

    public static Refusal NoCodeColumn => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_NoCodeColumn), "File");

    /// <summary>A code that nobody is asked.</summary>
    public static Refusal OtherCode => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_OtherCode), "File");

    public static Refusal BadVersion => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Fault_Version), "Version");

    /// <summary>Not greater than the greatest version.</summary>
    public static Refusal OldVersion => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_OldVersion), "Version");

    public static Refusal BadDay => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_BadDay), "EffectiveFrom");

    /// <summary>How many points are left to correct.</summary>
    public static Refusal NotSound => Say(RefusalKind.Invalid, nameof(DiagnosisTexts.Refusal_NotSound));

    /// <summary>Another version was published at the same moment.</summary>
    public static Refusal PublishedMeanwhile => Say(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_PublishedMeanwhile));

    public static Refusal OnlyOneInForce => Say(RefusalKind.Conflict, nameof(DiagnosisTexts.Refusal_OnlyOneInForce));

    private static Refusal Say(RefusalKind kind, string code, string? field = null) =>
        new(kind, code, DiagnosisTexts.ResourceManager, field);
}
