using Appui.Shared.Storage;

namespace Appui.Strategy;

/// <summary>How far the making of a plan is.</summary>
public enum PlanState
{
    /// <summary>Being computed.</summary>
    Pending,

    /// <summary>Ready to read.</summary>
    Ready,

    /// <summary>The computation failed; the limits are kept and can be tried again.</summary>
    Failed,
}

/// <summary>A plan made from a diagnosis within limits. It keeps everything it was made with, so that later changes of catalogues leave it as it was.</summary>
public sealed class Plan : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid DiagnosisId { get; init; }

    public required DateTime CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public required PlanState State { get; set; }

    /// <summary>The limits, as JSON of <see cref="PlanLimits"/>.</summary>
    public required string Limits { get; init; }

    /// <summary>First month of the plan.</summary>
    public required DateOnly FirstMonth { get; init; }

    /// <summary>The plan, as JSON of <see cref="PlanContent"/>; null until ready.</summary>
    public string? Content { get; set; }

    public DateTime? ReadyAt { get; set; }
}
