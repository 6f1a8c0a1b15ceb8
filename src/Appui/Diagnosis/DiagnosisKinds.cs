using Appui.Shared.Audit;

namespace Appui.Diagnosis;

/// <summary>What Diagnosis writes in an organisation's audit.</summary>
public static class DiagnosisKinds
{
    /// <summary>A round of answers began.</summary>
    public static AuditKind Started { get; } = new("diagnosis.started", () => DiagnosisTexts.Audit_Started);

    /// <summary>Every question was answered.</summary>
    public static AuditKind Finished { get; } = new("diagnosis.finished", () => DiagnosisTexts.Audit_Finished);
}
