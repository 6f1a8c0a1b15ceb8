using System.Globalization;
using Appui.Shared;

namespace Appui.Tests.Shared;

public sealed class ShowTests
{
    [Theory]
    [InlineData("fr", 0, "zéro")]
    [InlineData("fr", 1, "un")]
    [InlineData("fr", 5, "cinq")]
    [InlineData("fr", 9, "neuf")]
    [InlineData("fr", 10, "10")]
    [InlineData("fr", 1200, "1\u00a0200")]
    [InlineData("fr", -1, "−1")]
    [InlineData("en", 0, "zero")]
    [InlineData("en", 5, "five")]
    [InlineData("en", 9, "nine")]
    [InlineData("en", 10, "10")]
    public void Up_to_nine_is_written_in_letters_inside_a_sentence(string language, long count, string words) =>
        In(language, () => Show.Words(count)).ShouldBe(words);

    [Theory]
    [InlineData("cinq", "Cinq")]
    [InlineData("été", "Été")]
    [InlineData("10", "10")]
    [InlineData("", "")]
    public void A_sentence_begins_with_a_capital_that_keeps_its_accent(string text, string begun) =>
        In("fr", () => Show.Capital(text)).ShouldBe(begun);

    private static string In(string language, Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
