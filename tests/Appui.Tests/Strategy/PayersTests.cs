using Appui.Shared;
using Appui.Shared.Documents;
using Appui.Shared.Ui.Charts;
using Appui.Strategy;
using Appui.Strategy.Contract;

namespace Appui.Tests.Strategy;

/// <summary>A payer has one mark, on every page and every document.</summary>
public sealed class PayersTests
{
    [Fact]
    public void No_two_payers_share_a_mark_on_a_page_or_on_paper()
    {
        var kinds = Enum.GetValues<PayerKind>();
        kinds.Select(k => k.Hue()).ShouldBeUnique();
        kinds.Select(k => k.Fill()).ShouldBeUnique();
        kinds.Select(k => k.Hue()).ShouldNotContain(Hue.Grey, "grey is a step without spending");
    }

    [Fact]
    public void On_paper_two_payers_never_differ_by_colour_alone()
    {
        var marks = Enum.GetValues<PayerKind>().Select(k => k.Fill()).ToList();
        marks.Where(m => m.Hatch != Hatch.None).Select(m => m.Hatch).ShouldBeUnique();
        var plain = marks
            .Where(m => m.Hatch == Hatch.None)
            .Select(m => (0.3 * m.Ink.Red) + (0.59 * m.Ink.Green) + (0.11 * m.Ink.Blue))
            .ToList();
        (plain.Max() - plain.Min()).ShouldBeGreaterThan(50);
    }

    [Theory]
    [InlineData("skillsOperator", PayerKind.SkillsOperator)]
    [InlineData("region", PayerKind.Region)]
    [InlineData("state", PayerKind.State)]
    [InlineData("foundation", PayerKind.Foundation)]
    [InlineData("europe", PayerKind.Europe)]
    [InlineData("department", PayerKind.Europe)]
    [InlineData("fund", PayerKind.Europe)]
    public void Each_nature_of_funder_that_schemes_write_is_known(string written, PayerKind kind) => Payers.Of(written).ShouldBe(kind);

    [Theory]
    [InlineData("europe", "europe", "Europe")]
    [InlineData("department", "fund", "Autres financeurs")]
    [InlineData("europe", "department", "Europe et autres")]
    public void A_funder_that_is_not_Europe_is_never_called_Europe(string one, string other, string name)
    {
        Translated text = new("texte", "text");
        PlanScheme Scheme(string kind) => new(kind, text, text, kind, false, false, 100);
        new PlanFunder(Payers.Of(one), [Scheme(one), Scheme(other)]).Name.ShouldBe(name);
    }
}
