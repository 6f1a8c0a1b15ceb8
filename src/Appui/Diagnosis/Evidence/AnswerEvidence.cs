using Appui.Shared.Storage;

namespace Appui.Diagnosis.Evidence;

/// <summary>What an independent reader says of an evidence.</summary>
public enum EvidenceVerdict
{
    /// <summary>Nobody has looked yet.</summary>
    None,

    /// <summary>It shows what the answer says.</summary>
    Shows,

    /// <summary>It does not.</summary>
    ShowsNot,
}

/// <summary>A document, an address or a dated fact that backs an answer.</summary>
public sealed class AnswerEvidence : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid DiagnosisId { get; init; }

    public required string ItemCode { get; init; }

    /// <summary>What it is, in the provider's words.</summary>
    public required string Title { get; init; }

    /// <summary>Day of the document or fact.</summary>
    public required DateOnly DatedOn { get; init; }

    public string? Url { get; init; }

    public Guid? FileId { get; init; }

    public required Guid? AddedBy { get; init; }

    public required DateTime AddedAt { get; init; }

    public EvidenceVerdict Verdict { get; set; }

    /// <summary>The choice that was read beside it: a verdict is about that answer and no other.</summary>
    public string? ReadWith { get; set; }

    /// <summary>Organisation of the reader, as it was called then.</summary>
    public string? ReadFor { get; set; }

    public Guid? ReadBy { get; set; }

    public DateTime? ReadAt { get; set; }

    public string? Remark { get; set; }
}

/// <summary>A link that lets one adviser or expert read the evidence of a diagnosis and say what it shows. The provider gives it and takes it back.</summary>
public sealed class EvidenceShare : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid DiagnosisId { get; init; }

    public required string SecretHash { get; init; }

    /// <summary>For whom, in the provider's words.</summary>
    public required string ForWhom { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>Does it still open?</summary>
    public bool IsOpenAt(DateTime now) => RevokedAt is null && now < EndsAt;
}
