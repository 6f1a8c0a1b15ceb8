using Appui.Diagnosis;
using Appui.Diagnosis.Progress;

namespace Appui.Tests.Diagnosis.Progress;

/// <summary>What moved between two rounds, over the same questions and no others.</summary>
public sealed class ProgressRulesTests
{
    private static readonly Instrument First = SomeDiagnosis.Instrument();
    private static readonly Instrument Whole = SomeDiagnosis.Whole();

    [Fact]
    public void Answers_to_the_same_question_are_compared_across_versions_of_the_instrument()
    {
        var comparison = ProgressRules.Compare(
            Round(First, ("D1.direction", "b"), ("D1.cost", "d"), ("D3.dropout", "c")),
            Round(Whole, ("D1.direction", "d"), ("D1.cost", "c"), ("D3.dropout", "c"), ("D3.answerDelay", "24"))
        );
        comparison.Up.ShouldHaveSingleItem().Item.Code.ShouldBe("D1.direction");
        comparison.Down.ShouldHaveSingleItem().Item.Code.ShouldBe("D1.cost");
        comparison.Moves.Count.ShouldBe(3);
        comparison.Incomparable.ShouldBe(1);
        var link = comparison.Dimensions.Single(d => d.Dimension.Code == "D3");
        // The answer that was only asked the second time changes nothing.
        link.Before.ShouldBe(link.Now);
    }

    [Fact]
    public void A_reworded_question_is_not_compared()
    {
        var before = Round(First, ("D1.direction", "b"));
        var now = Round(Whole, ("D1.direction", "d"));
        var reworded = now with
        {
            Answers = now.Answers.ToDictionary(a => a.Key, a => Answer(a.Value.ItemCode, a.Value.Choice, 2), StringComparer.Ordinal),
        };
        ProgressRules.Compare(before, reworded).Moves.ShouldBeEmpty();
        ProgressRules.Compare(before, reworded).Incomparable.ShouldBe(1);
    }

    [Theory]
    [InlineData("unknown", "d")]
    [InlineData("b", "unknown")]
    [InlineData("b", "face")]
    public void What_is_not_known_or_stays_face_to_face_says_nothing_of_a_change(string before, string now) =>
        ProgressRules.Compare(Round(First, ("D2.design", before)), Round(Whole, ("D2.design", now))).Moves.ShouldBeEmpty();

    [Fact]
    public void An_axis_is_compared_over_the_dimensions_that_count_in_both()
    {
        var comparison = ProgressRules.Compare(
            Round(First, ("D1.direction", "a")),
            Round(Whole, ("D1.direction", "e"), ("D4.skills", "e"))
        );
        comparison.Axis("capacity").ShouldBe((0, 100));
        comparison.Axis("progress").ShouldBeNull();
    }

    private static OpenDiagnosis Round(Instrument instrument, params (string Item, string Choice)[] answers) =>
        new(
            new MaturityDiagnosis
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = Guid.CreateVersion7(),
                InstrumentCode = instrument.Code,
                InstrumentVersion = instrument.Version,
                Profile = "upTo10",
                StartedAt = DateTime.UnixEpoch,
                Deepened = "D3",
            },
            instrument,
            answers.ToDictionary(a => a.Item, a => Answer(a.Item, a.Choice, 1), StringComparer.Ordinal),
            true
        );

    private static DiagnosisAnswer Answer(string item, string choice, int version) =>
        new()
        {
            DiagnosisId = Guid.Empty,
            OrganisationId = Guid.Empty,
            ItemCode = item,
            ItemVersion = version,
            Choice = choice,
            Revision = 1,
            AnsweredAt = DateTime.UnixEpoch,
        };
}
