using Appui.Diagnosis.Benchmark;

namespace Appui.Tests.Diagnosis.Benchmark;

/// <summary>
/// Somebody who kept every figure ever shown and knows whose scores are behind them, but for a few: they subtract figures from each other until
/// only scores they do not know are left. Written without the rules it attacks: sets, and what tells them apart.
/// </summary>
internal sealed class DifferencingAttack
{
    private readonly PeerWorld world;

    // Whose scores, and whose scores in which place: a sum over several figures tells where somebody stood.
    private readonly Records<(int Who, int Score)> scores;
    private readonly Records<(int Who, int Score, PeerCell Place)> places;

    private DifferencingAttack(PeerWorld world)
    {
        this.world = world;
        scores = new(world.Figures, p => (p.Key, p.Value.Score), r => r.Who);
        places = new(world.Figures, p => (p.Key, p.Value.Score, p.Value.Place), r => r.Who);
    }

    /// <summary>What a first successful attack did, in words; null when none succeeds.</summary>
    public static string? On(PeerWorld world, int tries)
    {
        var attack = new DifferencingAttack(world);
        return attack.Few() ?? attack.TwoFigures() ?? attack.EveryPage() ?? attack.OldAndNew(tries);
    }

    private string? Few() =>
        world.Figures.FirstOrDefault(f => f.Scores.Count < 10) is { } f ? $"{Say(f)} is made of {f.Scores.Count}" : null;

    private string? TwoFigures()
    {
        for (var i = 0; i < world.Figures.Count; i++)
        for (var j = 0; j < i; j++)
            if (scores.Tell(scores[world.Figures[i]], scores[world.Figures[j]]) is { } count)
                return $"{Say(world.Figures[i])} and {Say(world.Figures[j])} differ by {count}";
        return null;
    }

    private string? EveryPage()
    {
        for (var month = 0; month < world.Pages.Count; month++)
        {
            var page = world.Pages[month];
            if (month > 0 && page.All(f => world.Pages[month - 1].GetValueOrDefault(f.Key) == f.Value))
                continue;
            foreach (var larger in page.Values.Where(f => !f.Cell.IsSmallest))
            foreach (var union in Unions(larger.Cell, cell => page.TryGetValue(cell, out var shown) ? [places[shown]] : []))
                if (places.Tell(places[larger], union) is { } count)
                    return $"on the page of month {month} {Say(larger)} less others leaves {count}";
        }

        return null;
    }

    // Parts of other months than the whole.
    private string? OldAndNew(int tries)
    {
        var random = new Random(world.Figures.Count);
        var byCell = world.Figures.ToLookup(f => f.Cell);
        foreach (var larger in world.Figures.Where(f => !f.Cell.IsSmallest))
        {
            for (var i = 0; i < tries; i++)
            {
                var month = random.Next(world.Pages.Count);
                ulong[][] One(PeerCell cell)
                {
                    var shown = byCell[cell].ToList();
                    return shown.Count == 0 ? []
                        : random.Next(2) == 0 ? [places[shown[random.Next(shown.Count)]]]
                        : [places[shown.MinBy(f => Math.Abs(f.Month - larger.Month))!]];
                }

                foreach (var union in Unions(larger.Cell, One).TakeLast(4))
                    if (places.Tell(places[larger], union) is { } count)
                        return $"{Say(larger)} less figures of other months leaves {count}";
            }
        }

        return null;
    }

    // Every way to lay figures of smaller groups beside each other below a larger one.
    private List<ulong[]> Unions(PeerCell larger, Func<PeerCell, ulong[][]> shown)
    {
        int[] sizes = [0, 1, 2, 3, 4],
            regions = [1, 2, 3];
        if (larger.Size != PeerCell.Any)
            return Sums(regions.Select(r => shown(larger with { Region = r })));
        if (larger.Region != PeerCell.Any)
            return Sums(sizes.Select(s => shown(larger with { Size = s })));
        return
        [
            .. Sums(regions.Select(r => Parts(larger with { Region = r }))),
            .. Sums(sizes.Select(s => Parts(larger with { Size = s }))),
        ];
        ulong[][] Parts(PeerCell part) => [.. shown(part), .. Unions(part, shown).TakeLast(1)];
    }

    private List<ulong[]> Sums(IEnumerable<ulong[][]> parts)
    {
        List<ulong[]> sums = [new ulong[places.Words]];
        foreach (var part in parts)
            sums.AddRange([.. from sum in sums from set in part select Or(sum, set)]);
        return sums;
    }

    private static ulong[] Or(ulong[] one, ulong[] other)
    {
        var both = new ulong[one.Length];
        for (var i = 0; i < one.Length; i++)
            both[i] = one[i] | other[i];
        return both;
    }

    private static string Say(ShownFigure figure) =>
        $"size {figure.Cell.Size} region {figure.Cell.Region} of month {figure.Month} ({figure.Scores.Count})";

    // Figures as sets of numbered records.
    private sealed class Records<T>
        where T : notnull
    {
        private readonly List<int> owners = [];
        private readonly Dictionary<ShownFigure, ulong[]> sets = new(ReferenceEqualityComparer.Instance);

        public Records(List<ShownFigure> figures, Func<KeyValuePair<int, (PeerCell Place, int Score)>, T> record, Func<T, int> owner)
        {
            var numbers = new Dictionary<T, int>();
            foreach (var one in figures.SelectMany(f => f.Scores).Select(record))
            {
                if (numbers.TryAdd(one, numbers.Count))
                    owners.Add(owner(one));
            }

            Words = (numbers.Count / 64) + 1;
            foreach (var figure in figures)
            {
                var set = sets[figure] = new ulong[Words];
                foreach (var number in figure.Scores.Select(p => numbers[record(p)]))
                    set[number / 64] |= 1ul << (number % 64);
            }
        }

        public int Words { get; }

        public ulong[] this[ShownFigure figure] => sets[figure];

        /// <summary>How many providers tell two sets apart, when they are one to nine.</summary>
        public int? Tell(ulong[] one, ulong[] other)
        {
            var found = new HashSet<int>();
            for (var i = 0; i < one.Length; i++)
            {
                for (var rest = one[i] ^ other[i]; rest != 0; rest &= rest - 1)
                {
                    found.Add(owners[(i * 64) + System.Numerics.BitOperations.TrailingZeroCount(rest)]);
                    if (found.Count == 10)
                        return null;
                }
            }

            return found.Count == 0 ? null : found.Count;
        }
    }
}
