using Appui.Shared.Storage;

namespace Appui.Diagnosis.Benchmark;

/// <summary>
/// The scores of a complete diagnosis, as they count among those of others: made of the express items alone, which every version of the instrument
/// asks of the management, so that all are comparable.
/// </summary>
public sealed class DiagnosisScores : IOwned
{
    public required Guid DiagnosisId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string InstrumentCode { get; init; }

    public required string InstrumentVersion { get; init; }

    /// <summary>Dimension → 0 to 100; null when every answer is "here, face to face is better" or not known.</summary>
    public required IReadOnlyDictionary<string, double?> Dimensions { get; set; }

    public double? Capacity { get; set; }

    public double? Progress { get; set; }

    public required DateTime CompletedAt { get; init; }

    /// <summary>False when anybody may have answered, under a link without a code: never counted.</summary>
    public required bool IsControlled { get; init; }
}
