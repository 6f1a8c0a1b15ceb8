using Appui.Diagnosis.Benchmark;

namespace Appui.Tests.Diagnosis.Benchmark;

/// <summary>What is shown of a group, and when.</summary>
public sealed class BenchmarkRulesTests
{
    private static readonly PeerCell Here = new(1, 76);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_group_appears_with_ten_providers(int count, bool isShown) =>
        BenchmarkRules.Choose(Crowd(count), []).Shown.Contains(Here).ShouldBe(isShown);

    [Theory]
    [InlineData(0, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void It_is_shown_anew_when_ten_changed(int changed, bool isShown) => Second(Crowd(30), Crowd(30, changed)).ShouldBe(isShown);

    [Fact]
    public void Those_who_came_and_those_who_left_count_as_changed()
    {
        Second(Crowd(30), Crowd(39)).ShouldBeFalse();
        Second(Crowd(30), Crowd(40)).ShouldBeTrue();
        Second(Crowd(40), Crowd(30)).ShouldBeTrue();
        Second(Crowd(30), Crowd(35, 5)).ShouldBeTrue("five came and five changed");
        Second(Crowd(30), Crowd(34, 5)).ShouldBeFalse();
    }

    [Fact]
    public void A_figure_like_one_of_long_ago_but_for_a_few_is_not_shown()
    {
        var (first, second, third) = (Crowd(30), Crowd(30, 15), Crowd(30, 4));
        var one = Month(first, [], second);
        var shown = BenchmarkRules.Choose(second, [one]);
        shown.Shown.ShouldContain(Here);
        ShownMonth[] before =
        [
            Month(first, [], third) with
            {
                Covers = shown.Earlier[0],
            },
            new ShownMonth(shown.Shown, shown.Covers, PeerRelation.Of(second, shown.Shown, third)),
        ];
        BenchmarkRules.Choose(third, before).Shown.ShouldNotContain(Here, "eleven changed since the last, but four since the first");
    }

    [Fact]
    public void A_hidden_group_is_not_what_a_larger_one_leaves()
    {
        // Three sizes in a region: 40, 20, and 4 who would be what remains.
        PeerCell[] places =
        [
            .. Enumerable.Repeat(new PeerCell(0, 76), 40),
            .. Enumerable.Repeat(new PeerCell(1, 76), 20),
            .. Enumerable.Repeat(new PeerCell(2, 76), 4),
        ];
        var shown = BenchmarkRules.Choose(Of(places, 0), []).Shown;
        shown.ShouldContain(new PeerCell(PeerCell.Any, 76));
        shown.ShouldContain(new PeerCell(0, 76));
        shown.ShouldNotContain(new PeerCell(1, 76));
    }

    [Fact]
    public void Providers_without_region_are_never_a_group_of_their_own() =>
        BenchmarkRules
            .Choose(Of([.. Enumerable.Repeat(new PeerCell(1, 0), 50)], 0), [])
            .Shown.ShouldBe([new PeerCell(1, PeerCell.Any), PeerCell.All], ignoreOrder: true);

    [Theory]
    [InlineData(0.25, 25)]
    [InlineData(0.5, 50)]
    [InlineData(0.75, 75)]
    public void Quantiles_lie_between_neighbours(double share, int expected) =>
        BenchmarkRules.Quantile([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], share).ShouldBe(expected);

    [Fact]
    public void Quantiles_are_rounded_to_five_points()
    {
        BenchmarkRules.Quantile([12.5], 0.5).ShouldBe(15);
        BenchmarkRules.Quantile([12.4], 0.5).ShouldBe(10);
        BenchmarkRules.Quantile([97.6, 100], 0.75).ShouldBe(100);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(19, 10)]
    [InlineData(20, 20)]
    [InlineData(499, 200)]
    [InlineData(999, 500)]
    [InlineData(1000, 1000)]
    [InlineData(2600, 2000)]
    [InlineData(99_999, 50_000)]
    [InlineData(100_000, 100_000)]
    public void A_count_is_said_as_at_least(int count, int said) => BenchmarkRules.AtLeast(count).ShouldBe(said);

    private static bool Second(PeerCrowd first, PeerCrowd second) =>
        BenchmarkRules.Choose(second, [Month(first, [], second)]).Shown.Contains(Here);

    private static ShownMonth Month(PeerCrowd crowd, IReadOnlyList<ShownMonth> earlier, PeerCrowd now)
    {
        var shown = BenchmarkRules.Choose(crowd, earlier);
        return new ShownMonth(shown.Shown, shown.Covers, PeerRelation.Of(crowd, shown.Shown, now));
    }

    // All in one place, the first ones with another score than in a crowd where nobody changed.
    private static PeerCrowd Crowd(int count, int changed = 0) => Of([.. Enumerable.Repeat(Here, count)], changed);

    private static PeerCrowd Of(PeerCell[] places, int changed) =>
        new([.. places.Select((_, i) => (ulong)i)], places, [.. places.Select((_, i) => i < changed ? 2u : 1u)]);
}
