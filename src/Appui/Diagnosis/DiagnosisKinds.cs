using Appui.Shared.Audit;

namespace Appui.Diagnosis;

/// <summary>What Diagnosis writes in an organisation's audit.</summary>
public static class DiagnosisKinds
{
    /// <summary>A round of answers began.</summary>
    public static AuditKind Started { get; } = new("diagnosis.started", () => DiagnosisTexts.Audit_Started);

    /// <summary>Every question was answered.</summary>
    public static AuditKind Finished { get; } = new("diagnosis.finished", () => DiagnosisTexts.Audit_Finished);

    /// <summary>Trainers, trainees or companies may answer from now on.</summary>
    public static AuditKind VoiceOpened { get; } = new("diagnosis.voice.opened", () => DiagnosisTexts.Audit_VoiceOpened);

    /// <summary>Nobody can answer for that voice any more.</summary>
    public static AuditKind VoiceClosed { get; } = new("diagnosis.voice.closed", () => DiagnosisTexts.Audit_VoiceClosed);
}
