using Appui.Diagnosis.Benchmark;

namespace Appui.Tests.Diagnosis.Benchmark;

/// <summary>A figure that somebody may have kept: of which group and month, and of whose scores it was made.</summary>
internal sealed record ShownFigure(PeerCell Cell, int Month, IReadOnlyDictionary<int, (PeerCell Place, int Score)> Scores);

/// <summary>
/// Providers drawn from a seed over some months: they join, leave, grow, move, answer anew, answer as before. Each month what the rules allow is
/// shown, and everything ever shown is remembered with the scores behind it, which only the attacker of the tests sees.
/// </summary>
internal sealed class PeerWorld
{
    private readonly Random random;
    private readonly Dictionary<int, (PeerCell Place, int Score)> people = [];
    private readonly List<Dictionary<int, (PeerCell Place, int Score)>> past = [];
    private readonly List<(PeerCrowd Crowd, HashSet<PeerCell> Shown, IReadOnlyDictionary<PeerCell, Cover> Covers)> months = [];
    private readonly int regions;
    private readonly double churn;
    private int newcomer;

    public PeerWorld(int seed, int length, BenchmarkGuards guards)
    {
        random = new Random(seed);
        regions = random.Next(1, 4);
        churn = random.NextDouble() switch
        {
            < 0.3 => 0.02,
            < 0.6 => 0.08,
            _ => 0.3,
        };
        for (var i = random.Next(12, 130); i > 0; i--)
            Join();
        for (var month = 0; month < length; month++)
        {
            Show(month, guards);
            past.Add(new(people));
            Live();
        }
    }

    /// <summary>Everything ever shown.</summary>
    public List<ShownFigure> Figures { get; } = [];

    /// <summary>For each month what is on the page: the newest figure of each group.</summary>
    public List<Dictionary<PeerCell, ShownFigure>> Pages { get; } = [];

    private void Show(int month, BenchmarkGuards guards)
    {
        var sorted = people.OrderBy(p => p.Key).ToList();
        var now = new PeerCrowd(
            [.. sorted.Select(p => (ulong)p.Key)],
            [.. sorted.Select(p => p.Value.Place)],
            [.. sorted.Select(p => (uint)(p.Value.Score + 1))]
        );
        var earlier = months.ConvertAll(m => new ShownMonth(m.Shown, m.Covers, PeerRelation.Of(m.Crowd, m.Shown, now)));
        var chosen = BenchmarkRules.Choose(now, earlier, guards);
        for (var i = 0; i < months.Count; i++)
            months[i] = months[i] with { Covers = chosen.Earlier[i] };
        if (chosen.Shown.Count > 0)
            months.Add((now, [.. chosen.Shown], chosen.Covers));
        var page = Pages.Count == 0 ? [] : new Dictionary<PeerCell, ShownFigure>(Pages[^1]);
        foreach (var cell in chosen.Shown)
        {
            var scores = people.Where(p => p.Value.Place.Groups.Contains(cell)).ToDictionary();
            Figures.Add(page[cell] = new ShownFigure(cell, month, scores));
        }

        Pages.Add(page);
    }

    private void Live()
    {
        foreach (var who in people.Keys.ToList())
        {
            if (random.NextDouble() >= churn)
                continue;
            var (place, _) = people[who];
            switch (random.Next(8))
            {
                case 0:
                    people.Remove(who);
                    break;
                case 1:
                    people[who] = people[who] with { Place = place with { Size = Size() } };
                    break;
                case 2:
                    people[who] = people[who] with { Place = place with { Region = Region() } };
                    break;
                case 3 when past.Count > 1 && past[random.Next(past.Count)].TryGetValue(who, out var before):
                    people[who] = before; // as it was once
                    break;
                case 4:
                    Join();
                    break;
                default:
                    people[who] = (place, random.Next(4));
                    break;
            }
        }

        // Some months a whole group moves, or everybody comes back to what they were.
        if (random.Next(6) == 0)
            Migrate();
        if (random.Next(8) == 0 && past.Count > 1)
            Return();
    }

    private void Migrate()
    {
        var (from, to) = (new PeerCell(Size(), Region()), new PeerCell(Size(), Region()));
        foreach (var who in people.Where(p => p.Value.Place == from).Select(p => p.Key).ToList())
            people[who] = people[who] with { Place = to };
    }

    private void Return()
    {
        var before = past[random.Next(past.Count)];
        people.Clear();
        foreach (var (who, as_) in before)
            people[who] = random.Next(60) == 0 ? (as_.Place, random.Next(4)) : as_;
    }

    private void Join() => people[newcomer++] = (new PeerCell(Size(), Region()), random.Next(4));

    // Small ones are many; the last region has few, and some do not say.
    private int Size() => Math.Min(random.Next(5), random.Next(5));

    private int Region() => random.Next(20) == 0 ? 0 : 1 + Math.Min(random.Next(regions), random.Next(regions));
}
