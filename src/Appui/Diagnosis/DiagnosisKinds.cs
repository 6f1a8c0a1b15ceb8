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

    /// <summary>An answer was backed.</summary>
    public static AuditKind EvidenceAdded { get; } = new("diagnosis.evidence.added", () => DiagnosisTexts.Audit_EvidenceAdded);

    /// <summary>An evidence was taken back.</summary>
    public static AuditKind EvidenceRemoved { get; } = new("diagnosis.evidence.removed", () => DiagnosisTexts.Audit_EvidenceRemoved);

    /// <summary>Somebody from elsewhere may read the evidence.</summary>
    public static AuditKind EvidenceShared { get; } = new("diagnosis.evidence.shared", () => DiagnosisTexts.Audit_EvidenceShared);

    /// <summary>A reader said what an evidence shows.</summary>
    public static AuditKind EvidenceRead { get; } = new("diagnosis.evidence.read", () => DiagnosisTexts.Audit_EvidenceRead);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditKind> All { get; } =
    [Started, Finished, VoiceOpened, VoiceClosed, EvidenceAdded, EvidenceRemoved, EvidenceShared, EvidenceRead];
}
