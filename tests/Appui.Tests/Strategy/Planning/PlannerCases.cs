using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>Small cases drawn from a seed. The draws are tight, so that in a good share of cases each rule decides what the best plan is.</summary>
internal static class PlannerCases
{
    private static readonly string[] Categories = ["services", "equipment", "training"];

    /// <summary>For each rule, the case without it: a rule decides where the best plan is another one without it.</summary>
    internal static IReadOnlyDictionary<string, Func<PlannerInput, ExhaustivePlanner>> Without { get; } =
        new Dictionary<string, Func<PlannerInput, ExhaustivePlanner>>(StringComparer.Ordinal)
        {
            ["own money"] = input => new(input with { OwnEuros = 10_000 }),
            ["months"] = input => new(input with { Months = input.Months + 4 }),
            ["half-days a month"] = input => new(input with { HalfDaysPerMonth = [99, 99, 99] }),
            ["requirements"] = input => new(Each(input, a => a with { Requires = [] })),
            ["exclusions"] = input => new(Each(input, a => a with { Excludes = [] })),
            ["rates"] = input => new(EachScheme(input, s => s with { RatePercent = 100 })),
            ["floors"] = input => new(EachScheme(input, s => s with { FloorEuros = 0 })),
            ["ceilings"] = input => new(EachScheme(input, s => s with { CeilingEuros = 200 })),
            ["categories"] = input => new(EachScheme(input, s => s with { Categories = Categories })),
            ["exclusive sets"] = input => new(EachScheme(input, s => s with { ExclusiveSets = [] })),
            ["de minimis room"] = input => new(input with { DeMinimisRoomEuros = 10_000 }),
            ["no euro paid twice"] = input => new(input, paysOnce: false),
            ["nothing for nothing"] = input => new(input, servesGain: false),
        };

    /// <summary>What is scarce, by turns.</summary>
    private enum Scarce
    {
        Everything,
        Money,
        Time,

        /// <summary>Enough half-days in sum, but no two actions in one month.</summary>
        Months,

        /// <summary>Schemes with high rates that meet on the same lines.</summary>
        Lines,
    }

    internal static PlannerInput Draw(int seed)
    {
        var random = new Random(seed);
        var scarce = (Scarce)(seed % 5);
        var hasMoney = scarce is Scarce.Time or Scarce.Months;
        var months = scarce == Scarce.Months ? random.Next(3, 5) : random.Next(3, 7);
        var items = Enumerable
            .Range(0, scarce == Scarce.Months ? 8 : random.Next(2, 6))
            .Select(i => new PlannerItem($"i{i}", "D1", 1, 250 * random.Next(0, 3), random.Next(8) == 0 ? 0 : 10 * random.Next(1, 6)))
            .ToArray();
        var count = scarce == Scarce.Months ? random.Next(6, 9) : random.Next(4, 8);
        return new PlannerInput(
            hasMoney ? 60 : random.Next(0, 20),
            scarce == Scarce.Months ? [5, 5, 5] : [random.Next(1, 4), random.Next(1, 5), random.Next(2, 6)],
            months,
            random.Next(0, 14),
            items,
            [.. Enumerable.Range(0, count).Select(i => Action(random, i, count, months, items, scarce))],
            [.. Enumerable.Range(0, hasMoney ? random.Next(0, 3) : 3).Select(i => Scheme(random, i, scarce))]
        );
    }

    private static PlannerAction Action(Random random, int index, int count, int months, PlannerItem[] items, Scarce scarce)
    {
        var length = scarce is Scarce.Everything or Scarce.Time ? random.Next(1, Math.Min(5, months + 1)) : 1;
        var categories = scarce == Scarce.Lines ? 1 : 3;
        return new(
            $"a{index}",
            [
                .. Enumerable
                    .Range(0, scarce is Scarce.Time or Scarce.Months ? random.Next(0, 2) : random.Next(1, 3))
                    .Select(l => new PlannerLine($"l{l}", Categories[random.Next(categories)], random.Next(1, 14), 0)),
            ],
            scarce switch
            {
                Scarce.Months => [random.Next(8) == 0 ? 2 : 3, 0, 0],
                Scarce.Lines => [0, 0, random.Next(0, 2)],
                _ =>
                [
                    scarce == Scarce.Money ? 0 : random.Next(0, 3 * length),
                    random.Next(2) == 0 ? random.Next(0, 3 * length) : 0,
                    random.Next(0, 2 * length),
                ],
            },
            length,
            // Sometimes what is needed comes later in the list, turns in a circle or does not exist.
            random.Next(scarce == Scarce.Months ? 40 : 20) switch
            {
                < 5 when index > 0 => [$"a{random.Next(index)}"],
                5 when index > 1 => [$"a{random.Next(index)}", $"a{random.Next(index)}"],
                6 => [$"a{random.Next(count)}"],
                7 when random.Next(3) == 0 => ["nobody"],
                _ => [],
            },
            random.Next(scarce == Scarce.Months ? 9 : 3) == 0 ? [$"a{random.Next(count)}"] : [],
            [
                .. Enumerable
                    .Range(0, random.Next(4) == 0 ? 0 : random.Next(1, 4))
                    .Select(_ => new PlannerReach(items[random.Next(items.Length)].Code, 250 * random.Next(1, 5))),
            ]
        );
    }

    private static PlannerScheme Scheme(Random random, int index, Scarce scarce)
    {
        var ceiling = random.Next(4, 18);
        return new PlannerScheme(
            $"s{index}",
            random.Next(3) == 0 && scarce != Scarce.Lines ? 100 : random.Next(20, 100),
            random.Next(3) == 0 ? 0 : random.Next(1, ceiling + 2),
            ceiling,
            scarce == Scarce.Lines ? Categories : [.. Categories.Where(_ => random.Next(3) > 0)],
            [.. new[] { "x", "y" }.Where(_ => random.Next(5) < (scarce == Scarce.Lines ? 1 : 2))],
            random.Next(2) == 0
        );
    }

    private static PlannerInput Each(PlannerInput input, Func<PlannerAction, PlannerAction> change) =>
        input with
        {
            Actions = [.. input.Actions.Select(change)],
        };

    private static PlannerInput EachScheme(PlannerInput input, Func<PlannerScheme, PlannerScheme> change) =>
        input with
        {
            Schemes = [.. input.Schemes.Select(change)],
        };
}
