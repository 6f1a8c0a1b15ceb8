using Appui.Shared.Storage;

namespace Appui.Shared.Files;

/// <summary>A file that an organisation keeps. The row says what it is; its bytes lie in the instance's folder and never change.</summary>
public sealed class KeptFile : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Name of the <see cref="FileUse"/> it was stored for.</summary>
    public required string Use { get; init; }

    /// <summary>Name as it was given, cleaned, with the end that fits its content.</summary>
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Macros or scripts were found in it, or could not be ruled out: whoever opens it must be told.</summary>
    public required bool HasMacros { get; init; }

    public required DateTime StoredAt { get; init; }

    /// <summary>Who sent it; nobody for a visitor, a program, or a person who was erased.</summary>
    public Guid? StoredBy { get; init; }

    /// <summary>Since when nothing refers to it, as the nightly collection found.</summary>
    public DateTime? UnreferencedSince { get; init; }
}
