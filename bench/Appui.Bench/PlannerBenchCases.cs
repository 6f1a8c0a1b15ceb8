using Appui.Diagnosis.Contract;
using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Strategy;
using Appui.Strategy.Planning;

namespace Appui.Bench;

/// <summary>How much staff there is: a share, in percent, of what all actions together ask of a role, and the fewest half-days a month.</summary>
internal sealed record BenchStaff(int Least, int Most, int Fewest)
{
    internal static readonly BenchStaff Kind = new(33, 66, 6);
    internal static readonly BenchStaff Scarce = new(33, 66, 4);
    internal static readonly BenchStaff Scarcer = new(16, 33, 4);
}

/// <summary>Drawn cases of the sizes that the planner's targets name: money, time and schemes are all scarce, so that none decides alone.</summary>
internal static class PlannerBenchCases
{
    private static readonly string[] Categories = ["staff", "services", "licences", "equipment", "training", "accessibility"];

    internal static PlannerInput Draw(int seed, int actions, int months, int schemes, BenchStaff staff)
    {
        var random = new Random(seed);
        var items = Enumerable
            .Range(0, actions + 8)
            .Select(i => new PlannerItem($"I{i:000}", $"D{1 + (i % 8)}", 1, 100 * random.Next(0, 7), 10_000 * random.Next(1, 10)))
            .ToArray();
        var drawn = Enumerable.Range(0, actions).Select(i => Action(random, i, items)).ToArray();
        var total = drawn.Sum(a => a.Lines.Sum(l => (long)l.HighEuros));
        return new PlannerInput(
            (int)(total * random.Next(12, 30) / 100),
            [.. Enumerable.Range(0, 3).Select(role => Capacity(random, drawn, role, months, staff))],
            months,
            (int)(total * random.Next(5, 15) / 100),
            items,
            drawn,
            [.. Enumerable.Range(0, schemes).Select(i => Scheme(random, i, total / schemes))]
        );
    }

    /// <summary>The shipped catalogues and instrument, a small provider's middling answers, the illustrative schemes.</summary>
    internal static PlannerInput Real(int seed)
    {
        var (settings, random) = (new AppuiSettings(), new Random(seed));
        var file = Directory
            .EnumerateFiles(Path.Combine(settings.DataFolder, "instruments"), "*.json")
            .Order(StringComparer.Ordinal)
            .Last();
        var instrument = Diagnosis.InstrumentRules.Read(Path.GetFileName(file), File.ReadAllBytes(file));
        var items = instrument
            .For("upTo10")
            .Select(i => new MaturityItem(i.Code, i.Dimension, i.Weight, random.Next(0, 4) / 5.0, false, i.Question));
        var state = new MaturityState(
            Guid.Empty,
            1,
            instrument.Version,
            default,
            "upTo10",
            true,
            [.. items],
            [],
            new MaturityScores(null, null, new Dictionary<string, double?>(StringComparer.Ordinal))
        );
        int[] own = [1500, 6000, 15_000, 30_000];
        var limits = new PlanLimits(
            own[seed % own.Length],
            random.Next(2, 10),
            random.Next(2, 20),
            random.Next(0, 8),
            random.Next(1, 4) * 12,
            new Dictionary<string, int>(StringComparer.Ordinal),
            0,
            true
        );
        var open = new SchemeCatalogue(settings).For(new SchemeAsker("upTo10", "76", true, new DateOnly(2026, 11, 25), true));
        return PlannerInputRules.Build(state, new ActionCatalogue(settings).All, open, limits);
    }

    private static PlannerAction Action(Random random, int index, PlannerItem[] items)
    {
        string Earlier() => $"A{random.Next(index):000}";
        var months = random.Next(1, 7);
        return new PlannerAction(
            $"A{index:000}",
            [
                .. Enumerable
                    .Range(0, random.Next(1, 4))
                    .Select(l =>
                        50 * random.Next(4, 120) is var high ? new PlannerLine($"L{l}", Categories[random.Next(6)], high, high / 2) : null!
                    ),
            ],
            [random.Next(0, 3) * months, random.Next(0, 5) * months, random.Next(0, 3) * months],
            months,
            index > 0 && random.Next(10) < 3 ? [Earlier()] : [],
            index > 0 && random.Next(10) < 2 ? [Earlier()] : [],
            [
                .. Enumerable
                    .Range(0, random.Next(1, 5))
                    .Select(_ => items[random.Next(items.Length)].Code)
                    .Distinct(StringComparer.Ordinal)
                    .Select(code => new PlannerReach(code, 100 * random.Next(4, 11))),
            ]
        );
    }

    private static int Capacity(Random random, PlannerAction[] actions, int role, int months, BenchStaff staff) =>
        Math.Max(staff.Fewest, (actions.Sum(a => a.HalfDays[role]) * random.Next(staff.Least, staff.Most + 1) / 100 / months) + 1);

    private static PlannerScheme Scheme(Random random, int index, long share)
    {
        var ceiling = (int)(share * random.Next(20, 100) / 100);
        return new PlannerScheme(
            $"S{index:00}",
            5 * random.Next(4, 17),
            random.Next(3) == 0 ? 0 : ceiling * random.Next(10, 50) / 100,
            ceiling,
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Categories[random.Next(6)]).Distinct(StringComparer.Ordinal)],
            random.Next(3) == 0 ? [$"X{random.Next(3)}"] : [],
            random.Next(2) == 0
        );
    }
}
