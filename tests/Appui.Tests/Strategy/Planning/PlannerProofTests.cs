using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>The planner finds the best plan there is: on small cases, the one found by looking at everything.</summary>
public sealed class PlannerProofTests(ITestOutputHelper output)
{
    [Fact]
    public void On_twelve_hundred_drawn_cases_the_plan_is_as_good_as_the_best_of_all_and_breaks_no_rule() => Agree(1, 1200);

    [Fact]
    [Trait("long", "yes")]
    public void On_twenty_thousand_drawn_cases_the_plan_is_as_good_as_the_best_of_all_and_breaks_no_rule() => Agree(10_001, 20_000);

    [Fact]
    public void Actions_that_spoil_a_month_for_each_other_are_told_apart_without_trying_every_set()
    {
        // Three of four half-days: in sum sixteen would fit twelve months, in truth one a month.
        var items = Enumerable.Range(0, 30).Select(i => new PlannerItem($"i{i:00}", "D1", 1, 0, 1000 + i)).ToList();
        var actions = items.ConvertAll(item => new PlannerAction(
            item.Code.Replace('i', 'a'),
            [],
            [0, 3, 0],
            1,
            [],
            [],
            [new(item.Code, 1000)]
        ));
        var input = new PlannerInput(0, [4, 4, 4], 12, 0, items, actions, []);
        var plan = Planner.Solve(input, new PlannerLimits(0.2), TestContext.Current.CancellationToken);
        PlanVerifier.Check(input, plan).ShouldBeEmpty();
        plan.Proven.ShouldBeTrue();
        plan.Actions.Select(a => a.Code).ShouldBe(actions.Skip(18).Select(a => a.Code), ignoreOrder: true);
    }

    [Fact]
    public void Each_rule_decides_in_a_fair_share_of_the_drawn_cases()
    {
        var cases = Enumerable.Range(1, 200).Select(PlannerCases.Draw).ToList();
        var best = cases.ConvertAll(input => Figures(new ExhaustivePlanner(input).Search()));
        var shares = PlannerCases.Without.ToDictionary(
            rule => rule.Key,
            rule => 100.0 * cases.Where((input, i) => Figures(rule.Value(input).Search()) != best[i]).Count() / cases.Count,
            StringComparer.Ordinal
        );
        shares["(something can be planned)"] = 100.0 * best.Count(b => b.Gain > 0) / cases.Count;
        foreach (var (rule, share) in shares)
            output.WriteLine($"{rule}: {share:0.0} % of the cases");
        shares.Where(share => share.Value < 1).ShouldBeEmpty();
    }

    private static void Agree(int from, int count)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var input = PlannerCases.Draw(seed);
            var plan = Planner.Solve(input, PlannerLimits.Usual, TestContext.Current.CancellationToken);
            PlanVerifier.Check(input, plan).ShouldBeEmpty($"seed {seed}");
            plan.Proven.ShouldBeTrue($"seed {seed}");
            plan.Bound.ShouldBe(plan.Gain, $"seed {seed}");
            (plan.Gain, (long)plan.OwnEuros, plan.EndMonth).ShouldBe(Figures(new ExhaustivePlanner(input).Search()), $"seed {seed}");
        }
    }

    private static (long Gain, long Own, int End) Figures(ExhaustiveBest? best) => (best!.Gain, best.OwnEuros, best.EndMonth);
}
