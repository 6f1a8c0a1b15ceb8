using System.Runtime.InteropServices;

namespace Appui.Diagnosis.Benchmark;

/// <summary>A group of peers that figures may be shown of: one size or all, one region or all.</summary>
/// <param name="Size">The profile, from 0; <see cref="Any"/> for all.</param>
/// <param name="Region">INSEE code of the region as a number, 0 when not said; <see cref="Any"/> for all.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PeerCell(int Size, int Region)
{
    public const int Any = -1;

    /// <summary>Every provider.</summary>
    public static PeerCell All { get; } = new(Any, Any);

    /// <summary>One size in one region: what the others are made of.</summary>
    public bool IsSmallest => Size != Any && Region != Any;

    /// <summary>No region said: counted in the larger groups, never a group of its own.</summary>
    public bool IsShowable => Region != 0;

    /// <summary>The four groups that a provider of this place is in, smallest first.</summary>
    public IReadOnlyList<PeerCell> Groups => [this, this with { Region = Any }, this with { Size = Any }, All];

    /// <summary>Those that are in both groups, or null when nobody can be.</summary>
    public static PeerCell? Common(PeerCell one, PeerCell other) =>
        Meet(one.Size, other.Size) is { } size && Meet(one.Region, other.Region) is { } region ? new PeerCell(size, region) : null;

    /// <inheritdoc />
    public override int GetHashCode() => (Size * 101) + Region;

    private static int? Meet(int one, int other) =>
        one == other || other == Any ? one
        : one == Any ? other
        : null;
}
