using Appui.Shared.Storage;

namespace Appui.Shared.Audit;

/// <summary>
/// A line of an organisation's audit: ids, an instant, a kind and the salted hash of what was said. Written in the action's transaction;
/// sealed within a second or so by one worker, which gives it its place in the chain. Then it never changes.
/// </summary>
public sealed class AuditEntry : IAppended
{
    /// <summary>Order of writing, given by the database: ids made in a burst do not sort by creation.</summary>
    public long Place { get; init; }

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Name of an <see cref="AuditKind"/>.</summary>
    public required string Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The person who acted.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The program that acted.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>For whom a deputy acted.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>What it was done to.</summary>
    public Guid? SubjectId { get; init; }

    public required AuditVia Via { get; init; }

    /// <summary>Salted SHA-256 of the payload, which may be erased.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>Place in the chain from 1; null until sealed.</summary>
    public long? Sequence { get; init; }

    public string? PreviousHash { get; init; }

    public string? Hash { get; init; }
}

/// <summary>What an entry says in words and names, apart so that it can be erased with its salt: the chain still verifies.</summary>
public sealed class AuditPayload : IAppended
{
    public required Guid EntryId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Without it, the hash says nothing of the content.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>Facts by name, as JSON, hashed as it stands.</summary>
    public required string Content { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>How far an organisation's chain goes; also the lock of whoever seals it.</summary>
public sealed class AuditChain : IOwned
{
    public required Guid OrganisationId { get; init; }

    /// <summary>Entries sealed.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of the last one.</summary>
    public required string Hash { get; init; }

    public required DateTime SealedAt { get; init; }
}

/// <summary>The end of a chain at some moment. Kept outside the database, it proves that nothing before it was rewritten.</summary>
public sealed record AuditHead(DateTime At, Guid OrganisationId, long Sequence, string Hash);
