namespace Appui.Diagnosis.Evidence;

/// <summary>An evidence as a page shows it.</summary>
/// <param name="Files">Beginning of the address of its file.</param>
/// <param name="IsStale">It was read beside another answer than the present one.</param>
public sealed record EvidenceLine(AnswerEvidence Evidence, string Files, bool IsStale, TimeZoneInfo Zone);
