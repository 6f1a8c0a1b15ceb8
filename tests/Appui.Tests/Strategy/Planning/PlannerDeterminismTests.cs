using System.Diagnostics;
using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>The same input gives the same plan, whatever the order of its lists and however busy the machine; a stop stops.</summary>
public sealed class PlannerDeterminismTests
{
    private static readonly PlannerLimits Short = new(0.1);

    [Fact]
    public void The_same_input_in_any_order_gives_the_same_plan_to_the_euro_and_the_month()
    {
        for (var seed = 1; seed <= 120; seed++)
        {
            var input = PlannerCases.Draw(seed);
            var plan = Written(Planner.Solve(input, PlannerLimits.Usual, default));
            Written(Planner.Solve(input, PlannerLimits.Usual, default)).ShouldBe(plan, $"seed {seed}");
            Written(Planner.Solve(Shuffled(input, seed), PlannerLimits.Usual, default)).ShouldBe(plan, $"seed {seed}, shuffled");
        }
    }

    [Fact]
    public async Task A_large_case_that_is_cut_off_gives_the_same_plan_on_a_machine_that_is_busy()
    {
        var input = LargeCases.Draw(8);
        var alone = Planner.Solve(input, Short, default);
        alone.Proven.ShouldBeFalse("the case is large on purpose: it ends by the limit of effort");
        alone.Bound.ShouldBeGreaterThan(alone.Gain);
        PlanVerifier.Check(input, alone).ShouldBeEmpty();
        using var done = new CancellationTokenSource();
        var others = Enumerable
            .Range(0, 2 * Environment.ProcessorCount)
            .Select(_ => Task.Factory.StartNew(() => Spin(done.Token), TaskCreationOptions.LongRunning))
            .ToList();
        var busy = await Task.WhenAll(
            Task.Run(() => Planner.Solve(input, Short, default)),
            Task.Run(() => Planner.Solve(Shuffled(input, 3), Short, default))
        );
        await done.CancelAsync();
        await Task.WhenAll(others);
        busy.Select(Written).ShouldAllBe(plan => plan == Written(alone));
    }

    [Fact]
    public void Stopped_on_a_clock_there_is_soon_no_plan_rather_than_another_one()
    {
        var input = LargeCases.Draw(1, 200, 48, 40);
        foreach (var milliseconds in new[] { 0, 150, 400 })
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            if (milliseconds == 0)
                stop.Cancel();
            var clock = Stopwatch.StartNew();
            Should.Throw<OperationCanceledException>(() => Planner.Solve(input, new PlannerLimits(500), stop.Token));
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public void With_no_effort_left_a_sound_plan_is_still_there()
    {
        var input = LargeCases.Draw(1, 200, 48, 40);
        var plan = Planner.Solve(input, new PlannerLimits(0), TestContext.Current.CancellationToken);
        PlanVerifier.Check(input, plan).ShouldBeEmpty();
        plan.Proven.ShouldBeFalse();
        plan.Gain.ShouldBeGreaterThan(0);
        plan.Bound.ShouldBeGreaterThanOrEqualTo(plan.Gain);
    }

    private static void Spin(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            Thread.SpinWait(1000);
    }

    private static string Written(PlannerResult plan) =>
        FormattableString.Invariant($"{plan.Gain} {plan.Bound} {plan.OwnEuros} {plan.EndMonth} {plan.Proven} ")
        + string.Join(' ', plan.Actions)
        + string.Join(' ', plan.Payments);

    private static PlannerInput Shuffled(PlannerInput input, int seed)
    {
        var random = new Random(seed);
        List<T> Mix<T>(IEnumerable<T> list) => [.. list.OrderBy(_ => random.Next())];
        return input with
        {
            Items = Mix(input.Items),
            Actions = Mix(
                input.Actions.Select(a =>
                    a with
                    {
                        Lines = Mix(a.Lines),
                        Requires = Mix(a.Requires),
                        Excludes = Mix(a.Excludes),
                        Reaches = Mix(a.Reaches),
                    }
                )
            ),
            Schemes = Mix(input.Schemes.Select(s => s with { Categories = Mix(s.Categories), ExclusiveSets = Mix(s.ExclusiveSets) })),
        };
    }
}
