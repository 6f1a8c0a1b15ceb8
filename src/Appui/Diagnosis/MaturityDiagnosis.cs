using Appui.Shared.Storage;

namespace Appui.Diagnosis;

/// <summary>How far an answer is backed. Only documented and above counts for funding.</summary>
public enum EvidenceLevel
{
    /// <summary>Said by the provider.</summary>
    Declared,

    /// <summary>With a document, an address or a date.</summary>
    Documented,

    /// <summary>Checked by an expert or adviser.</summary>
    Verified,
}

/// <summary>One round of answers of a provider to one version of an instrument. The newest one is open to change; older ones are kept as they were.</summary>
public sealed class MaturityDiagnosis : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string InstrumentCode { get; init; }

    public required string InstrumentVersion { get; init; }

    /// <summary>Profile of the provider when it was started: decides which items are asked.</summary>
    public required string Profile { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Dimensions whose deep items are asked too, by code, separated by commas.</summary>
    public string Deepened { get; set; } = "";

    /// <summary>The same, to look into.</summary>
    public IReadOnlySet<string> DeepenedDimensions =>
        Deepened.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>From here the deep items of a dimension (or <see cref="ScoringRules.Mirror"/>) are asked too.</summary>
    public void Deepen(string dimension)
    {
        if (DeepenedDimensions.Contains(dimension))
            return;
        Deepened = Deepened.Length == 0 ? dimension : $"{Deepened},{dimension}";
        Revision++;
    }

    /// <summary>When every item asked had an answer for the first time.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>Grows with every saved answer; names a state of the result.</summary>
    public int Revision { get; set; }
}

/// <summary>The present answer to one item. <see cref="Revision"/> tells two windows apart.</summary>
public sealed class DiagnosisAnswer : IOwned
{
    public required Guid DiagnosisId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string ItemCode { get; init; }

    public required int ItemVersion { get; init; }

    /// <summary>Option code, number or list, as <see cref="ScoringRules.ValueOf"/> reads it; "unknown" when the person does not know.</summary>
    public required string Choice { get; set; }

    public string? Note { get; set; }

    public EvidenceLevel Evidence { get; set; }

    public required int Revision { get; set; }

    public required DateTime AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }
}
