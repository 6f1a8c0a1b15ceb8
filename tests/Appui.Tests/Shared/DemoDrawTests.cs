using Appui.Shared;

namespace Appui.Tests.Shared;

public sealed class DemoDrawTests
{
    [Fact]
    public void The_draws_of_a_seed_and_a_name_are_these_for_ever()
    {
        // Computed apart: SplitMix64 from the first eight bytes of SHA-256 of "7/a/b".
        var draw = new DemoDraw(7, "a").For("b");
        Enumerable.Range(0, 6).Select(_ => draw.Below(1000)).ShouldBe([666, 273, 67, 942, 162, 657]);
        new DemoDraw(8, "a").For("b").Below(1000).ShouldNotBe(666);
    }

    [Fact]
    public void An_id_is_of_version_7_begins_with_its_instant_and_is_the_same_again()
    {
        var at = new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);
        var id = new DemoDraw(7, "a").Id(at);
        id.Version.ShouldBe(7);
        (id.Variant & 0xC).ShouldBe(8);
        Convert.ToInt64(id.ToString("N")[..12], 16).ShouldBe((long)(at - DateTime.UnixEpoch).TotalMilliseconds);
        new DemoDraw(7, "a").Id(at).ShouldBe(id);
        new DemoDraw(7, "b").Id(at).ShouldNotBe(id);
    }

    [Fact]
    public void Draws_keep_within_their_bounds_and_an_order_loses_nothing()
    {
        var draw = new DemoDraw(1, "bounds");
        for (var i = 0; i < 5000; i++)
        {
            draw.Between(3, 5).ShouldBeInRange(3, 5);
            draw.Share().ShouldBeInRange(0, 1);
        }

        Enumerable.Range(0, 4000).Count(_ => draw.Chance(0.25)).ShouldBeInRange(900, 1100);
        draw.Shuffled(Enumerable.Range(0, 50)).Order().ShouldBe(Enumerable.Range(0, 50));
        foreach (var day in Enumerable.Range(0, 14))
            draw.Working(new DateOnly(2026, 11, 16).AddDays(day)).DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
    }
}
