using Appui.Standards.Identifiers;
using CsCheck;
using Shouldly;
using Xunit;

namespace Appui.Standards.Tests.Identifiers;

public sealed class ActivityNumberTests
{
    [Theory]
    [InlineData("76311234531", "76", "31")] // Occitanie of 2016, Haute-Garonne
    [InlineData("73 31 12345 31", "73", "31")] // Midi-Pyrénées, before
    [InlineData("11\u00a075\u00a012345\u00a075", "11", "75")]
    [InlineData("04973208997", "04", "97")]
    [InlineData("942a123452a", "94", "2A")]
    [InlineData("94202012320", "94", "20")]
    public void A_sound_number_is_read_however_it_is_spaced(string typed, string region, string department)
    {
        ActivityNumber.Read(typed, out var number).ShouldBe(ActivityNumberProblem.None);
        number.RegionPrefix.ShouldBe(region);
        number.Department.ShouldBe(department);
        number.ToString().Length.ShouldBe(ActivityNumber.Length);
    }

    [Theory]
    [InlineData("", ActivityNumberProblem.Empty)]
    [InlineData("7631123453", ActivityNumberProblem.Length)]
    [InlineData("763112345311", ActivityNumberProblem.Length)]
    [InlineData("7631A234531", ActivityNumberProblem.Characters)]
    [InlineData("99999999999", ActivityNumberProblem.Region)] // the filler found in real catalogues
    [InlineData("76751234575", ActivityNumberProblem.Department)]
    [InlineData("112A1234575", ActivityNumberProblem.Department)]
    public void What_is_wrong_is_named(string typed, ActivityNumberProblem problem) => ActivityNumber.Read(typed, out _).ShouldBe(problem);

    [Fact]
    public void It_is_shown_in_groups()
    {
        ActivityNumber.Read("76311234531", out var number);
        number.ToDisplay().ShouldBe("76\u00a031\u00a012345\u00a031");
        default(ActivityNumber).ToDisplay().ShouldBe("");
    }

    [Fact]
    public void Any_text_is_answered_without_a_fault() => Gen.String.Sample(text => Enum.IsDefined(ActivityNumber.Read(text, out _)));

    [Fact]
    public void What_is_shown_reads_back_the_same() =>
        Gen.Int[0, 9_999_999]
            .Sample(order =>
            {
                ActivityNumber.Read($"8469{order:0000000}", out var number);
                ActivityNumber.Read(number.ToDisplay(), out var again);
                return number == again && number.ToString().Length == ActivityNumber.Length;
            });
}
