using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>The figures of the best plan, and one set of actions that gives them.</summary>
internal sealed record ExhaustiveBest(long Gain, long OwnEuros, int EndMonth, IReadOnlyList<string> Actions);

/// <summary>
/// The best plan of a small case by looking at everything: every set of actions, every calendar, every euro of every line. Written from the rules in
/// words; it shares nothing with the planner but the records of its input. It is slow, plain and meant to be right.
/// </summary>
/// <param name="input">A small case.</param>
/// <param name="paysOnce">False forgets that no euro of a line is paid twice (to see how often that rule decides).</param>
/// <param name="servesGain">False allows actions that serve no gain (to see how often that rule decides).</param>
internal sealed class ExhaustivePlanner(PlannerInput input, bool paysOnce = true, bool servesGain = true)
{
    private readonly PlannerAction[] actions = [.. input.Actions];
    private readonly Dictionary<int, ExhaustiveMoney> money = [];

    /// <summary>The best plan: most gain, then least own money, then earliest end.</summary>
    /// <param name="must">An action that has to be in the plan, or null.</param>
    /// <returns>Null only when no plan holds that action.</returns>
    internal ExhaustiveBest? Search(string? must = null)
    {
        ExhaustiveBest? best = null;
        foreach (var set in Sets().OrderByDescending(Gain))
        {
            if (must is not null && !Of(set).Any(a => a.Code == must))
                continue;
            var gain = Gain(set);
            if (best is not null && gain < best.Gain)
                break;
            if (!GoesTogether(set) || Money(set).LeastOwn is var own && (own > input.OwnEuros || own > best?.OwnEuros))
                continue;
            if (EarliestEnd(Of(set)) is { } end && (best is null || own < best.OwnEuros || end < best.EndMonth))
                best = new(gain, own, end, [.. Of(set).Select(a => a.Code)]);
        }

        return best;
    }

    /// <summary>The least own money that these actions ask for.</summary>
    internal long LeastOwn(IEnumerable<string> codes) => Money(Mask(codes)).LeastOwn;

    /// <summary>What these actions bring together.</summary>
    internal long Gain(IEnumerable<string> codes) => Gain(Mask(codes));

    /// <summary>The earliest month by which these actions can be done, or null when they fit no calendar.</summary>
    internal int? EarliestEnd(IEnumerable<string> codes) => EarliestEnd(Of(Mask(codes)));

    private int Mask(IEnumerable<string> codes) => codes.Sum(code => 1 << Array.FindIndex(actions, a => a.Code == code));

    private IEnumerable<int> Sets() => Enumerable.Range(0, 1 << actions.Length);

    private List<PlannerAction> Of(int set) => [.. actions.Where((_, i) => (set & (1 << i)) != 0)];

    /// <summary>The value of an item after is the best of today's and those that planned actions reach.</summary>
    private long Gain(int set)
    {
        var done = Of(set);
        long gain = 0;
        foreach (var item in input.Items)
        {
            int[] values =
            [
                item.CurrentMilli,
                .. done.SelectMany(a => a.Reaches).Where(r => r.Item == item.Code).Select(r => r.ValueMilli),
            ];
            gain += (long)item.PointsMilli * (values.Max() - item.CurrentMilli);
        }

        return gain;
    }

    /// <summary>Requirements are there, nobody excludes anybody, nothing is done for nothing.</summary>
    private bool GoesTogether(int set)
    {
        var done = Of(set);
        var codes = done.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return done.All(a => a.Requires.All(codes.Contains))
            && done.All(a => !a.Excludes.Any(other => other != a.Code && codes.Contains(other)))
            && (!servesGain || AllServe(done));
    }

    /// <summary>Every planned action brings something above today's values, or something planned that does cannot be done without it.</summary>
    private bool AllServe(List<PlannerAction> done)
    {
        var serving = done.Where(Brings).ToHashSet();
        while (
            done.Find(a => !serving.Contains(a) && serving.Any(other => other.Requires.Contains(a.Code, StringComparer.Ordinal)))
                is { } more
        )
            serving.Add(more);
        return serving.Count == done.Count;
    }

    private bool Brings(PlannerAction action) =>
        action.Reaches.Any(r => input.Items.Single(i => i.Code == r.Item) is { PointsMilli: > 0 } item && r.ValueMilli > item.CurrentMilli);

    private ExhaustiveMoney Money(int set)
    {
        if (money.TryGetValue(set, out var known))
            return known;
        var highest = set == 0 ? -1 : 31 - int.LeadingZeroCount(set);
        return money[set] = highest < 0 ? new(input, paysOnce) : Money(set & ~(1 << highest)).With(actions[highest]);
    }

    private int? EarliestEnd(List<PlannerAction> done)
    {
        var work = new int[input.HalfDaysPerMonth.Count, input.Months];
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        int? best = null;
        Place(0, 0);
        return best;

        // Every start of every action; a requirement is looked at as soon as both have one.
        void Place(int next, int end)
        {
            if (best <= end && next > 0)
                return;
            if (next == done.Count)
            {
                best = end;
                return;
            }

            var action = done[next];
            for (var start = 0; start + action.Months <= input.Months; start++)
            {
                starts[action.Code] = start;
                Add(action, start, 1);
                if (Fits(action, start) && InOrder(next))
                    Place(next + 1, Math.Max(end, start + action.Months));
                Add(action, start, -1);
            }
        }

        bool InOrder(int upTo) =>
            done.Take(upTo + 1)
                .All(then =>
                    then.Requires.All(code =>
                        done.FindIndex(a => a.Code == code) is var i && (i > upTo || starts[code] + done[i].Months <= starts[then.Code])
                    )
                );

        bool Fits(PlannerAction action, int start) =>
            Enumerable
                .Range(start, action.Months)
                .All(month => input.HalfDaysPerMonth.Select((there, role) => work[role, month] <= there).All(holds => holds));

        void Add(PlannerAction action, int start, int sign)
        {
            for (var role = 0; role < input.HalfDaysPerMonth.Count; role++)
            for (var k = 0; k < action.Months; k++)
                work[role, start + k] += sign * InMonth(action.HalfDays[role], k, action.Months);
        }
    }

    /// <summary>Work is spread as evenly as whole half-days allow: by the end of month k, the whole part of k/months of it is done.</summary>
    private static int InMonth(int halfDays, int k, int months) => (halfDays * (k + 1) / months) - (halfDays * k / months);
}
