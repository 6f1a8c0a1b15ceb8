using Appui.Shared.Audit;

namespace Appui.Diagnosis.Editor;

/// <summary>What the editor of questionnaires writes in the audit of the adviser's organisation.</summary>
public static class EditorKinds
{
    /// <summary>A draft began, copied or sent as a file.</summary>
    public static AuditKind Begun { get; } = new("instrument.begun", () => DiagnosisTexts.Audit_InstrumentBegun);

    /// <summary>A question was written, moved or removed; with the reason why its version stayed, when it did.</summary>
    public static AuditKind Changed { get; } = new("instrument.changed", () => DiagnosisTexts.Audit_InstrumentChanged);

    /// <summary>Questions came from a table.</summary>
    public static AuditKind Imported { get; } = new("instrument.imported", () => DiagnosisTexts.Audit_InstrumentImported);

    /// <summary>A draft was thrown away.</summary>
    public static AuditKind Deleted { get; } = new("instrument.deleted", () => DiagnosisTexts.Audit_InstrumentDeleted);

    /// <summary>A version is asked from a day on.</summary>
    public static AuditKind Published { get; } = new("instrument.published", () => DiagnosisTexts.Audit_InstrumentPublished);

    /// <summary>A version is begun by nobody any more.</summary>
    public static AuditKind Retired { get; } = new("instrument.retired", () => DiagnosisTexts.Audit_InstrumentRetired);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditKind> All => [Begun, Changed, Imported, Deleted, Published, Retired];
}
