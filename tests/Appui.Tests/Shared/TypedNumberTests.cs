using System.Globalization;
using Appui.Shared;

namespace Appui.Tests.Shared;

/// <summary>Numbers are understood as people of both languages type them, and never wrap.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1200", "1200")]
    [InlineData("1 200,50 €", "1200.5")]
    [InlineData("1\u202f200,50\u00a0€", "1200.5")]
    [InlineData("1,200", "1200")]
    [InlineData("1.200", "1200")]
    [InlineData("1,200.50", "1200.5")]
    [InlineData("1.200,50", "1200.5")]
    [InlineData("12,345,678", "12345678")]
    [InlineData("2,5", "2.5")]
    [InlineData("2.5", "2.5")]
    [InlineData("0,500", "0.5")]
    [InlineData("−1", "-1")]
    [InlineData("-1", "-1")]
    [InlineData("0", "0")]
    public void A_number_is_understood(string typed, string number) =>
        Typed.Number(typed).ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("beaucoup")]
    [InlineData("12 mois")]
    [InlineData("1,2,3")]
    [InlineData("1e9")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void What_is_not_a_number_is_none(string? typed)
    {
        Typed.Number(typed).ShouldBeNull();
        Typed.Euros(typed).ShouldBeNull();
        Typed.HalfDays(typed).ShouldBeNull();
    }

    [Fact]
    public void Money_to_spend_is_cut_down_and_money_received_is_cut_up()
    {
        Typed.EurosAtMost("1 200,50 €").ShouldBe(1200);
        Typed.Euros("1 200,50 €").ShouldBe(1201);
        Typed.EurosAtMost("−0,5").ShouldBe(-1);
        Typed.HalfDays("2,75").ShouldBe(5);
    }

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("79228162514264337593543950335")]
    public void What_is_far_too_large_stays_too_large(string typed)
    {
        Typed.EurosAtMost(typed).ShouldBe(int.MaxValue);
        Typed.Euros(typed).ShouldBe(int.MaxValue);
        Typed.HalfDays(typed).ShouldBe(int.MaxValue);
        Typed.HalfDays("-" + typed).ShouldBe(int.MinValue);
    }
}
