namespace Appui.Diagnosis.Benchmark;

/// <summary>
/// Those who have a score in one dimension at one time: who (a keyed hash, in rising order), where, and a mark that is another one when the score is.
/// A figure is shown of a part of a crowd; two figures are told apart by the providers in one part and not in the other, or with another mark.
/// </summary>
public sealed record PeerCrowd(IReadOnlyList<ulong> Who, IReadOnlyList<PeerCell> Places, IReadOnlyList<uint> Marks)
{
    private Dictionary<PeerCell, int>? sizes;

    /// <summary>How many there are in each group that has anybody.</summary>
    public IReadOnlyDictionary<PeerCell, int> Sizes => sizes ??= Count();

    /// <summary>How many there are in a group.</summary>
    public int Size(PeerCell? cell) => cell is { } some ? Sizes.GetValueOrDefault(some) : 0;

    private Dictionary<PeerCell, int> Count()
    {
        var counted = new Dictionary<PeerCell, int>();
        foreach (var (place, count) in Places.CountBy(p => p))
        foreach (var cell in place.Groups)
            counted[cell] = counted.GetValueOrDefault(cell) + count;
        return counted;
    }
}
