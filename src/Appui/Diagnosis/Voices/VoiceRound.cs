using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Diagnosis.Voices;

/// <summary>How people are let in to answer.</summary>
public enum VoiceDoor
{
    /// <summary>A code each, good for one answer: as many answers as people asked, no more.</summary>
    Codes,

    /// <summary>One address for all, until a day. Nobody can tell who answered how often: kept out of comparison and funding.</summary>
    Link,
}

/// <summary>
/// One voice is heard about one diagnosis: trainers, trainees or companies answer without a name. What they said is shown only once it is
/// closed, so that nobody can tell what the last one said from what changed.
/// </summary>
public sealed class VoiceRound : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid DiagnosisId { get; init; }

    public required Voice Voice { get; init; }

    public required VoiceDoor Door { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>Last day on which one can answer, where the organisation is.</summary>
    public required DateOnly ClosesOn { get; set; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>Hash of the secret of the open address.</summary>
    public string? LinkHash { get; set; }

    /// <summary>How many people the open address was meant for.</summary>
    public int? Headcount { get; set; }

    /// <summary>Can somebody still answer?</summary>
    public bool IsOpenOn(DateOnly today) => ClosedAt is null && today <= ClosesOn;
}

/// <summary>A code that lets one person answer once. Nothing ties it to somebody, nor to what they answered.</summary>
public sealed class VoiceCode : IOwned
{
    /// <summary>Hash of the code: the table opens nothing.</summary>
    public required string Hash { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid RoundId { get; init; }

    public bool IsUsed { get; set; }
}

/// <summary>
/// What one person answered, without a name, an instant or a link to a code. The id is random rather than made from time: ids that sort by
/// creation would tell who answered last.
/// </summary>
public sealed class VoiceReply : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>Item code → choice, as JSON.</summary>
    public required string Choices { get; init; }
}
