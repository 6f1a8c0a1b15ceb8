namespace Appui.Diagnosis.Editor;

/// <summary>How far a version of a questionnaire is.</summary>
public enum InstrumentState
{
    /// <summary>Being written: only its authors see it.</summary>
    Draft,

    /// <summary>Asked from its effective day on, everywhere on this platform. Nobody changes it any more.</summary>
    Published,

    /// <summary>Nobody begins it any more; the answers given to it stay with it.</summary>
    Retired,
}

/// <summary>A version of a questionnaire that an adviser writes. Once published it is everybody's, so it belongs to no organisation's rows.</summary>
public sealed class InstrumentVersion
{
    /// <summary>Most bytes of the file.</summary>
    public const int Largest = 4 * 1024 * 1024;

    public required Guid Id { get; init; }

    /// <summary>The organisation whose advisers wrote it: they alone see it as a draft, change it and retire it.</summary>
    public required Guid OrganisationId { get; init; }

    public required string Code { get; init; }

    /// <summary>Number such as 1.2.0; in a draft, the one intended.</summary>
    public required string Version { get; set; }

    /// <summary>The version it was copied from, or null for one that was sent as a file.</summary>
    public string? CopiedFrom { get; init; }

    public required InstrumentState State { get; set; }

    /// <summary>First day on which new diagnoses ask it; null in a draft.</summary>
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>The questionnaire as its file, in JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Place among all that were ever published of its code: two cannot take the same.</summary>
    public int? PublishedAs { get; set; }

    /// <summary>Grows with every change; tells two windows apart.</summary>
    public required int Revision { get; set; }

    public Guid? CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ChangedAt { get; set; }

    public Guid? PublishedBy { get; set; }

    public DateTime? PublishedAt { get; set; }

    public Guid? RetiredBy { get; set; }

    public DateTime? RetiredAt { get; set; }

    /// <summary>Takes another content, as one more revision.</summary>
    public void Take(InstrumentFile file, DateTime now)
    {
        Content = file.ToJson();
        Revision++;
        ChangedAt = now;
    }
}
