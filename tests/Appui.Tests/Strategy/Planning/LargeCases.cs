using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>Large drawn cases, too large to be proven with little effort.</summary>
internal static class LargeCases
{
    private static readonly string[] Categories = ["staff", "services", "licences", "equipment", "training", "accessibility"];

    internal static PlannerInput Draw(int seed, int actions = 120, int months = 24, int schemes = 15)
    {
        var random = new Random(seed);
        var items = Enumerable
            .Range(0, actions)
            .Select(i => new PlannerItem($"i{i:000}", "D1", 1, 100 * random.Next(7), 1000 * random.Next(1, 10)))
            .ToList();
        return new PlannerInput(
            700 * actions,
            [actions / 12, actions / 6, actions / 12],
            months,
            200 * actions,
            items,
            [
                .. Enumerable
                    .Range(0, actions)
                    .Select(i =>
                    {
                        var length = random.Next(1, 7);
                        return new PlannerAction(
                            $"a{i:000}",
                            [
                                .. Enumerable
                                    .Range(0, random.Next(1, 4))
                                    .Select(l => new PlannerLine($"l{l}", Categories[random.Next(6)], 7 * random.Next(20, 800), 0)),
                            ],
                            [random.Next(3) * length, random.Next(5) * length, random.Next(3) * length],
                            length,
                            i > 0 && random.Next(3) == 0 ? [$"a{random.Next(i):000}"] : [],
                            i > 0 && random.Next(5) == 0 ? [$"a{random.Next(i):000}"] : [],
                            [
                                .. Enumerable
                                    .Range(0, random.Next(1, 5))
                                    .Select(_ => new PlannerReach(items[random.Next(actions)].Code, 100 * random.Next(4, 11))),
                            ]
                        );
                    }),
            ],
            [
                .. Enumerable
                    .Range(0, schemes)
                    .Select(i =>
                    {
                        var ceiling = random.Next(2000, 20_000);
                        return new PlannerScheme(
                            $"s{i:00}",
                            random.Next(20, 90),
                            random.Next(3) == 0 ? 0 : ceiling * random.Next(10, 50) / 100,
                            ceiling,
                            [.. Categories.Where(_ => random.Next(3) == 0)],
                            random.Next(3) == 0 ? [$"x{random.Next(3)}"] : [],
                            random.Next(2) == 0
                        );
                    }),
            ]
        );
    }
}
