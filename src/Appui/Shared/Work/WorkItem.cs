namespace Appui.Shared.Work;

/// <summary>Where a piece of work stands.</summary>
public enum WorkState
{
    /// <summary>Not started, or to be tried again at <see cref="WorkItem.DueAt"/>.</summary>
    Waiting,

    /// <summary>Taken by a worker until the lease ends.</summary>
    Running,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Given up; the reason is in <see cref="WorkItem.Error"/>.</summary>
    Failed,
}

/// <summary>
/// Something to do after the request that asked for it, for whom it is done included. The row is written in the transaction of the
/// action, so it exists exactly if the action happened; it may be run more than once, never less.
/// </summary>
public sealed class WorkItem
{
    public const int LongestText = 400;

    public required Guid Id { get; init; }

    /// <summary>Says the same thing once: a second row of the same key is refused by the database.</summary>
    public required string Key { get; init; }

    /// <summary>Which handler runs it.</summary>
    public required string Kind { get; init; }

    /// <summary>What the handler reads, as JSON; emptied once done.</summary>
    public required string Payload { get; set; }

    /// <summary>The organisation it is done for; <see cref="Guid.Empty"/> for the platform itself.</summary>
    public required Guid OrganisationId { get; init; }

    public Guid? PersonId { get; init; }

    public Guid? ClientId { get; init; }

    public Guid? OnBehalfOf { get; init; }

    public required Roles Roles { get; init; }

    /// <summary>Language of whoever asked: "fr" or "en".</summary>
    public required string Language { get; init; }

    public required WorkState State { get; set; }

    public int Attempts { get; set; }

    public required DateTime DueAt { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>Which run holds it now; a run that lost its lease may write nothing more.</summary>
    public Guid? Lease { get; set; }

    /// <summary>0 to 100.</summary>
    public int Percent { get; set; }

    /// <summary>What is being done, in words.</summary>
    public string? Progress { get; set; }

    /// <summary>Address of what was made, once done.</summary>
    public string? Result { get; set; }

    /// <summary>Why it failed last.</summary>
    public string? Error { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Who it is done for.</summary>
    public Actor Actor => new(PersonId, ClientId, OrganisationId, Roles, OnBehalfOf);
}
