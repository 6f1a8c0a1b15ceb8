using Appui.Strategy.Planning;

namespace Appui.Bench;

/// <summary>How long a plan takes, and how far from the best it may be.</summary>
public static class PlannerBench
{
    private const int Seeds = 12;
    private const int ScarceSeeds = 40;

    public static IReadOnlyList<Bench> All { get; } =
    [
        new("planner-45", () => Run("45 actions × 24 months × 8 schemes × 3 roles", seed => Draw(seed, BenchStaff.Kind), Seeds, 3, true)),
        new(
            "planner-scarce",
            async () =>
                [
                    .. await Run("45, scarce staff", seed => Draw(seed, BenchStaff.Scarce), ScarceSeeds, 3, true),
                    .. await Run("45, scarcer staff", seed => Draw(seed, BenchStaff.Scarcer), ScarceSeeds, 3, true),
                ]
        ),
        new(
            "planner-120",
            () =>
                Run(
                    "120 actions × 24 months × 15 schemes",
                    seed => PlannerBenchCases.Draw(seed, 120, 24, 15, BenchStaff.Kind),
                    Seeds,
                    10,
                    false
                )
        ),
        new("planner-real", () => Run("shipped catalogues", PlannerBenchCases.Real, Seeds, 3, true)),
    ];

    private static PlannerInput Draw(int seed, BenchStaff staff) => PlannerBenchCases.Draw(seed, 45, 24, 8, staff);

    private static Task<IReadOnlyList<Figure>> Run(string size, Func<int, PlannerInput> draw, int seeds, double seconds, bool proven)
    {
        Planner.Solve(draw(0), PlannerLimits.Usual, default);
        List<(Took Took, PlannerResult Plan)> runs = [];
        for (var seed = 1; seed <= seeds; seed++)
        {
            var input = draw(seed);
            PlannerResult plan = null!;
            var took = Took.By(() => plan = Planner.Solve(input, PlannerLimits.Usual, default));
            if (PlanVerifier.Check(input, plan) is [var broken, ..])
                throw new InvalidOperationException($"{size}, seed {seed}: {broken.Code} {broken.Words}");
            runs.Add((took, plan));
        }

        return Task.FromResult<IReadOnlyList<Figure>>([
            new($"planner, {size}: median", Took.Median(runs.Select(r => r.Took.Seconds)), "s", Most: seconds),
            new($"planner, {size}: slowest of {seeds}", runs.Max(r => r.Took.Seconds), "s", Most: seconds),
            new($"planner, {size}: median, processor time", Took.Median(runs.Select(r => r.Took.CpuSeconds)), "CPU s"),
            new($"planner, {size}: slowest, processor time", runs.Max(r => r.Took.CpuSeconds), "CPU s"),
            new($"planner, {size}: proven optimal", runs.Count(r => r.Plan.Proven), $"of {seeds}", Least: proven ? seeds : null),
            new($"planner, {size}: largest gap to the bound", runs.Max(r => Gap(r.Plan)), "%", Most: proven ? 0 : 2),
        ]);
    }

    private static double Gap(PlannerResult plan) => plan.Bound == 0 ? 0 : 100.0 * (plan.Bound - plan.Gain) / plan.Bound;
}
