namespace Appui.Diagnosis.Benchmark;

/// <summary>How the crowd of an earlier month stands to that of now.</summary>
/// <param name="TooNear">Groups that cannot be shown as they are now: what was shown then differs from them by one to nine providers.</param>
/// <param name="Unchanged">Groups shown then that are still the same to the last score.</param>
/// <param name="ByNow">How well each group of then would be known from the same group shown now.</param>
/// <param name="ByThen">How well each group of now is known from the same group shown then.</param>
public sealed record PeerRelation(
    IReadOnlySet<PeerCell> TooNear,
    IReadOnlySet<PeerCell> Unchanged,
    IReadOnlyDictionary<PeerCell, Cover> ByNow,
    IReadOnlyDictionary<PeerCell, Cover> ByThen
)
{
    /// <summary>Compares them, knowing which groups were shown then.</summary>
    public static PeerRelation Of(PeerCrowd then, IReadOnlySet<PeerCell> shown, PeerCrowd now)
    {
        var near = Meet(then, now);
        HashSet<PeerCell> tooNear = [],
            unchanged = [];
        foreach (var ((old, fresh), shared) in near)
        {
            if (!shown.Contains(old))
                continue;
            var apart = then.Size(old) + now.Size(fresh) - shared.Both - shared.Same;
            if (apart is > 0 and < BenchmarkRules.Fewest)
                tooNear.Add(fresh);
            if (apart == 0 && old == fresh)
                unchanged.Add(old);
        }

        Cover Known(PeerCell cell, PeerCrowd wanted)
        {
            var (both, same) = near.GetValueOrDefault((cell, cell));
            return Cover.By(wanted.Size(cell) - same, then.Size(cell) + now.Size(cell) - both - same);
        }

        return new PeerRelation(
            tooNear,
            unchanged,
            then.Sizes.Keys.ToDictionary(c => c, c => Known(c, then)),
            shown.ToDictionary(c => c, c => Known(c, now))
        );
    }

    // For each two groups: who is in the one then and in the other now, and how many of them with the same mark.
    private static Dictionary<(PeerCell Then, PeerCell Now), (int Both, int Same)> Meet(PeerCrowd then, PeerCrowd now)
    {
        var near = new Dictionary<(PeerCell, PeerCell), (int Both, int Same)>();
        foreach (var ((from, to), (both, same)) in Moves(then, now))
        foreach (var old in from.Groups)
        foreach (var fresh in to.Groups)
        {
            var sum = near.GetValueOrDefault((old, fresh));
            near[(old, fresh)] = (sum.Both + both, sum.Same + same);
        }

        return near;
    }

    private static Dictionary<(PeerCell From, PeerCell To), (int Both, int Same)> Moves(PeerCrowd then, PeerCrowd now)
    {
        var moves = new Dictionary<(PeerCell, PeerCell), (int Both, int Same)>();
        for (int i = 0, j = 0; i < then.Who.Count && j < now.Who.Count; )
        {
            if (then.Who[i] != now.Who[j])
            {
                if (then.Who[i] < now.Who[j])
                    i++;
                else
                    j++;
                continue;
            }

            ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                moves,
                (then.Places[i], now.Places[j]),
                out _
            );
            count.Both++;
            count.Same += then.Marks[i] == now.Marks[j] ? 1 : 0;
            i++;
            j++;
        }

        return moves;
    }
}
