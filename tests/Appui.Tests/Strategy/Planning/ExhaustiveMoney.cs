using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>
/// Every way in which schemes can pay the lines of some actions, euro by euro: for all totals of the schemes but the last, the most that the last one
/// can pay beside them (it may always pay less). A case has three schemes at most.
/// </summary>
internal sealed class ExhaustiveMoney
{
    private readonly PlannerInput input;
    private readonly bool paysOnce;
    private readonly long cost;
    private readonly Dictionary<(int First, int Second), int> last;

    internal ExhaustiveMoney(PlannerInput input, bool paysOnce)
        : this(input, paysOnce, 0, new() { [(0, 0)] = 0 }) { }

    private ExhaustiveMoney(PlannerInput input, bool paysOnce, long cost, Dictionary<(int First, int Second), int> last)
    {
        (this.input, this.paysOnce, this.cost, this.last) = (input, paysOnce, cost, last);
        LeastOwn = cost - Most();
    }

    internal long LeastOwn { get; }

    internal ExhaustiveMoney With(PlannerAction action) =>
        new(input, paysOnce, cost + action.Lines.Sum(line => (long)line.HighEuros), action.Lines.Aggregate(last, With));

    private Dictionary<(int First, int Second), int> With(Dictionary<(int First, int Second), int> before, PlannerLine line)
    {
        var (first, second, third) = (Share(0, line), Share(1, line), Share(2, line));
        if (first + second + third == 0)
            return before;
        var after = new Dictionary<(int First, int Second), int>();
        foreach (var (totals, most) in before)
        {
            for (var a = 0; a <= first && totals.First + a <= Ceiling(0); a++)
            for (var b = 0; b <= second && totals.Second + b <= Ceiling(1); b++)
            {
                if (paysOnce && a + b > line.HighEuros)
                    break;
                var c = Math.Min(most + (paysOnce ? Math.Min(third, line.HighEuros - a - b) : third), Ceiling(2));
                var sum = (totals.First + a, totals.Second + b);
                after[sum] = Math.Max(c, after.GetValueOrDefault(sum, -1));
            }
        }

        return after;
    }

    /// <summary>What a scheme may pay of a line: its rate, in whole euros, if it pays for such things at all.</summary>
    private int Share(int scheme, PlannerLine line) =>
        scheme < input.Schemes.Count && input.Schemes[scheme].Categories.Contains(line.Category, StringComparer.Ordinal)
            ? input.Schemes[scheme].RatePercent * line.HighEuros / 100
            : 0;

    private int Ceiling(int scheme) => scheme < input.Schemes.Count ? input.Schemes[scheme].CeilingEuros : 0;

    private long Most()
    {
        long best = 0;
        foreach (var (totals, most) in last)
        {
            for (var third = most; third >= 0; third--)
            {
                int[] paid = [totals.First, totals.Second, third];
                if (paid.Sum() <= best)
                    break;
                if (Holds(paid))
                    best = paid.Sum();
            }
        }

        return best;
    }

    private bool Holds(int[] paid)
    {
        for (var i = 0; i < input.Schemes.Count; i++)
        {
            var scheme = input.Schemes[i];
            if (paid[i] > 0 && paid[i] < scheme.FloorEuros)
                return false;
            for (var j = 0; j < i; j++)
                if (paid[i] > 0 && paid[j] > 0 && scheme.ExclusiveSets.Intersect(input.Schemes[j].ExclusiveSets).Any())
                    return false;
        }

        return input.Schemes.Select((scheme, i) => scheme.DeMinimis ? paid[i] : 0).Sum() <= input.DeMinimisRoomEuros;
    }
}
