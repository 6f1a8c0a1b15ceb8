using Appui.Shared;
using Appui.Strategy;

namespace Appui.Tests.Strategy;

/// <summary>Limits that no plan can be made in are refused, each at its field.</summary>
public sealed class LimitsRulesTests
{
    private static readonly PlanLimits Usual = new(6000, 4, 8, 2, 12, new Dictionary<string, int>(StringComparer.Ordinal), 0, true);

    [Fact]
    public void Usual_limits_are_accepted() => LimitsRules.Check(Usual).ShouldBeEmpty();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(10_000_000, true)]
    [InlineData(10_000_001, false)]
    [InlineData(int.MaxValue, false)]
    [InlineData(int.MinValue, false)]
    public void Own_money_and_aid_received_go_from_0_to_ten_million(int euros, bool accepted)
    {
        Fields(Usual with { OwnEuros = euros }).ShouldBe(accepted ? [] : ["own"]);
        Fields(Usual with { DeMinimisReceivedEuros = euros }).ShouldBe(accepted ? [] : ["deminimis"]);
    }

    [Theory]
    [InlineData("−1")]
    [InlineData("1 000 000 000 000")]
    public void What_somebody_typed_far_off_is_refused_and_not_wrapped(string typed) =>
        Fields(Usual with { OwnEuros = Typed.EurosAtMost(typed)!.Value }).ShouldBe(["own"]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(-12, false)]
    public void The_horizon_goes_from_1_to_60_months(int months, bool accepted) =>
        Fields(Usual with { Months = months }).ShouldBe(accepted ? [] : ["months"]);

    [Fact]
    public void Every_horizon_that_is_offered_is_accepted() =>
        LimitsRules.Horizons.SelectMany(months => LimitsRules.Check(Usual with { Months = months })).ShouldBeEmpty();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void Time_goes_from_0_to_a_thousand_days_a_month(int halfDays, bool accepted) =>
        Fields(Usual with { ManagementHalfDays = halfDays, TrainerHalfDays = halfDays, SupportHalfDays = halfDays })
            .ShouldBe(accepted ? [] : ["management", "trainer", "support"]);

    [Fact]
    public void A_priority_goes_from_not_now_to_essential_and_something_must_matter()
    {
        Fields(Priorities(("D1", 4))).ShouldBe(["priorities"]);
        Fields(Priorities(("D1", -1))).ShouldBe(["priorities"]);
        Fields(Priorities(("D1", 0), ("D2", 3))).ShouldBeEmpty();
        LimitsRules.Check(Priorities(("D1", 0), ("D2", 0))).ShouldHaveSingleItem().ShouldBe(StrategyRefusals.NoPriority);
        Fields(Priorities([.. Enumerable.Range(0, 10_000).Select(i => ($"D{i}", 1))])).ShouldBe(["priorities"]);
    }

    [Fact]
    public void Every_fault_is_told_at_once_in_words()
    {
        var refusals = LimitsRules.Check(new(-1, -1, -1, -1, 0, Priorities(("D1", 9)).Priorities, -1, true));
        refusals.Select(r => r.Field).ShouldBe(["own", "management", "trainer", "support", "months", "deminimis", "priorities"]);
        refusals.ShouldAllBe(r => r.Kind == RefusalKind.Invalid && r.Sentence.EndsWith('.'));
    }

    private static IEnumerable<string?> Fields(PlanLimits limits) => LimitsRules.Check(limits).Select(r => r.Field);

    private static PlanLimits Priorities(params (string Dimension, int Priority)[] priorities) =>
        Usual with
        {
            Priorities = priorities.ToDictionary(p => p.Dimension, p => p.Priority, StringComparer.Ordinal),
        };
}
