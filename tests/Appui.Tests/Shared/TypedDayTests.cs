using Appui.Shared;

namespace Appui.Tests.Shared;

public sealed class TypedDayTests
{
    [Theory]
    [InlineData("3/9/26")]
    [InlineData("03/09/2026")]
    [InlineData(" 3-9-2026 ")]
    [InlineData("3.9.26")]
    [InlineData("2026-09-03")]
    [InlineData("3 septembre 2026")]
    [InlineData("3 September 2026")]
    public void A_day_is_read_however_it_is_typed(string typed) => Typed.Day(typed).ShouldBe(new DateOnly(2026, 9, 3));

    [Fact]
    public void The_first_of_a_month_may_be_written_1er() => Typed.Day("1er janvier 2027").ShouldBe(new DateOnly(2027, 1, 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31/02/2026")]
    [InlineData("demain")]
    [InlineData("9/3/26/1")]
    public void What_is_no_day_is_refused(string? typed) => Typed.Day(typed).ShouldBeNull();
}
