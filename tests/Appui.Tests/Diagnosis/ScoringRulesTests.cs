using Appui.Diagnosis;
using CsCheck;
using Shouldly;

namespace Appui.Tests.Diagnosis;

/// <summary>Scores are deterministic, explainable, and never flatter.</summary>
public sealed class ScoringRulesTests
{
    private static readonly Instrument Instrument = SomeDiagnosis.Instrument();

    private static readonly Gen<Dictionary<string, string>> AnswerSets = Gen.Int[0, int.MaxValue]
        .Select(seed => SomeDiagnosis.Answers(Instrument, seed));

    [Fact]
    public void All_the_best_answers_give_one_hundred_and_the_top_level()
    {
        var result = ScoringRules.Score(Instrument, "upTo10", SomeDiagnosis.Answers(Instrument, "e"));
        result.Dimensions.ShouldAllBe(d => d.Score == 100 && d.Level == 5 && d.BlockedBy == null && d.Coverage == 1);
        result.Capacity.Score.ShouldBe(100);
        result.Progress.Score.ShouldBe(100);
    }

    [Fact]
    public void All_the_worst_answers_give_zero_and_the_first_level()
    {
        var result = ScoringRules.Score(Instrument, "solo", SomeDiagnosis.Answers(Instrument, "a"));
        result.Dimensions.ShouldAllBe(d => d.Score == 0 && d.Level == 1);
    }

    [Fact]
    public void An_item_asked_only_after_another_is_not_asked_before()
    {
        var answers = SomeDiagnosis.Answers(Instrument, "c");
        ScoringRules.Asked(Instrument, "solo", answers).ShouldContain(i => i.Code == "D2.duration");
        answers["D2.design"] = "a";
        ScoringRules.Asked(Instrument, "solo", answers).ShouldNotContain(i => i.Code == "D2.duration");
    }

    [Fact]
    public void Face_to_face_is_a_full_answer_that_leaves_the_score_out()
    {
        var answers = SomeDiagnosis.Answers(Instrument, "e");
        answers["D8.phone"] = "face";
        var access = ScoringRules.Score(Instrument, "solo", answers).Dimensions.Single(d => d.Dimension.Code == "D8");
        access.Score.ShouldBe(100);
        access.Coverage.ShouldBe(1);
        access.Level.ShouldBe(5);
    }

    [Fact]
    public void The_band_of_an_axis_counts_the_dimensions_nobody_answered_yet()
    {
        var first = SomeDiagnosis.Answers(Instrument, "e").Where(a => a.Key.StartsWith("D1.", StringComparison.Ordinal));
        var capacity = ScoringRules.Score(Instrument, "solo", new Dictionary<string, string>(first, StringComparer.Ordinal)).Capacity;
        capacity.Score.ShouldBe(100);
        capacity.Low.ShouldBe(100 / 3d, 0.001);
        capacity.High.ShouldBe(100);
    }

    [Fact]
    public void However_the_missing_answers_turn_out_an_axis_stays_within_its_band() =>
        Gen.Select(AnswerSets, AnswerSets)
            .Sample(
                (given, others) =>
                {
                    var asked = ScoringRules.Asked(Instrument, "upTo10", given);
                    var whole = asked.ToDictionary(
                        i => i.Code,
                        i =>
                            given.GetValueOrDefault(i.Code) is { } g and not ScoringRules.Unknown
                                ? g
                                : others.GetValueOrDefault(i.Code) ?? "b",
                        StringComparer.Ordinal
                    );
                    if (ScoringRules.Asked(Instrument, "upTo10", whole).Count != asked.Count)
                        return; // another question is asked, of which nothing was known
                    var (before, after) = (
                        ScoringRules.Score(Instrument, "upTo10", given),
                        ScoringRules.Score(Instrument, "upTo10", whole)
                    );
                    foreach (
                        var (band, score) in new[] { (before.Capacity, after.Capacity.Score), (before.Progress, after.Progress.Score) }
                    )
                        (score ?? band.Low).ShouldBeInRange(band.Low - 1e-9, band.High + 1e-9);
                },
                iter: 2000
            );

    [Fact]
    public void A_dimension_that_is_wholly_answered_has_no_band_to_show()
    {
        var answers = SomeDiagnosis.Answers(Instrument, "c");
        answers["D7.proof"] = ScoringRules.Unknown;
        var dimensions = ScoringRules.Score(Instrument, "solo", answers).Dimensions;
        ResultPageModel.BandOf(dimensions.Single(d => d.Dimension.Code == "D7")).ShouldNotBe("–");
        dimensions.Where(d => d.Dimension.Code != "D7").ShouldAllBe(d => ResultPageModel.BandOf(d) == "–");
    }

    [Fact]
    public void Not_knowing_lowers_the_coverage_and_hides_the_level_but_not_the_score()
    {
        var answers = SomeDiagnosis.Answers(Instrument, "e");
        answers["D7.proof"] = ScoringRules.Unknown;
        var proof = ScoringRules.Score(Instrument, "solo", answers).Dimensions.Single(d => d.Dimension.Code == "D7");
        proof.Score.ShouldBe(100);
        proof.Coverage.ShouldBe(0.4);
        proof.Level.ShouldBeNull();
        (proof.Low, proof.High).ShouldBe((40, 100));
    }

    [Fact]
    public void A_gate_holds_the_level_down_whatever_the_score_and_says_which()
    {
        var answers = SomeDiagnosis.Answers(Instrument, "e");
        answers["D3.contactPlan"] = "b";
        var link = ScoringRules.Score(Instrument, "solo", answers).Dimensions.Single(d => d.Dimension.Code == "D3");
        link.ScoreLevel.ShouldBe(4);
        link.Level.ShouldBe(2);
        link.BlockedBy!.Item.Code.ShouldBe("D3.contactPlan");
    }

    [Fact]
    public void A_choice_that_does_not_exist_counts_as_missing() =>
        ScoringRules.ValueOf(Instrument.Find("D3.dropout")!, "zz").ShouldBe((AnswerKind.Missing, 0));

    [Fact]
    public void A_score_is_always_within_its_band_and_within_bounds() =>
        AnswerSets.Sample(answers =>
        {
            foreach (var dimension in ScoringRules.Score(Instrument, "upTo10", answers).Dimensions)
            {
                dimension.Low.ShouldBeInRange(0, 100);
                dimension.High.ShouldBeInRange(dimension.Low, 100);
                if (dimension.Score is { } score)
                    score.ShouldBeInRange(dimension.Low - 1e-9, dimension.High + 1e-9);
                if (dimension.Level is { } level)
                    level.ShouldBeInRange(1, dimension.ScoreLevel!.Value);
            }
        });

    [Fact]
    public void A_better_answer_never_lowers_a_score_or_a_level() =>
        AnswerSets.Sample(answers =>
        {
            var before = ScoringRules.Score(Instrument, "upTo10", answers);
            foreach (
                var item in ScoringRules
                    .Asked(Instrument, "upTo10", answers)
                    .Where(i => i.Code != "D2.design" && answers.GetValueOrDefault(i.Code) is "a" or "b" or "c" or "d")
            )
            {
                var better = new Dictionary<string, string>(answers, StringComparer.Ordinal)
                {
                    [item.Code] = ((char)(answers[item.Code][0] + 1)).ToString(),
                };
                var after = ScoringRules.Score(Instrument, "upTo10", better).Dimensions.Single(d => d.Dimension.Code == item.Dimension);
                var then = before.Dimensions.Single(d => d.Dimension.Code == item.Dimension);
                (after.Score ?? 0).ShouldBeGreaterThanOrEqualTo(then.Score ?? 0);
                (after.Level ?? 0).ShouldBeGreaterThanOrEqualTo(then.Level ?? 0);
            }
        });

    [Fact]
    public void Deepening_a_dimension_asks_more_and_hides_nothing()
    {
        var whole = SomeDiagnosis.Whole();
        var express = whole.For("upTo10").Where(i => i.Express).ToDictionary(i => i.Code, _ => "c", StringComparer.Ordinal);
        var before = ScoringRules.Score(whole, "upTo10", express);
        ScoringRules.Asked(whole, "upTo10", express).Count.ShouldBe(16);
        var asked = ScoringRules.Asked(whole, "upTo10", express, new HashSet<string> { "D3" });
        asked.Count.ShouldBe(16 + whole.Deep("upTo10", "D3").Count);
        // Not answered yet: nothing changes. Answered: only that dimension does.
        before.Dimensions.ShouldAllBe(d => d.Level != null && d.Coverage == 1);
        var more = new Dictionary<string, string>(express, StringComparer.Ordinal) { ["D3.answerDelay"] = "2", ["D3.helpCard"] = "yes" };
        var after = ScoringRules.Score(whole, "upTo10", more);
        after
            .Dimensions.Where(d => d.Dimension.Code != "D3")
            .Select(d => d.Score)
            .ShouldBe(before.Dimensions.Where(d => d.Dimension.Code != "D3").Select(d => d.Score));
        after.Dimensions.Single(d => d.Dimension.Code == "D3").Score!.Value.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void An_answer_can_be_found_for_every_value_an_action_promises()
    {
        foreach (var item in SomeDiagnosis.Whole().For("cfa"))
        {
            foreach (var value in new[] { 0.25, 0.5, 0.75, 1 })
            {
                if (ScoringRules.ChoiceReaching(item, value) is not { } choice)
                    continue;
                var (kind, worth) = ScoringRules.ValueOf(item, choice);
                kind.ShouldBe(AnswerKind.Valued, item.Code);
                worth.ShouldBeGreaterThanOrEqualTo(value - 0.001, item.Code);
            }
        }
    }

    [Theory]
    [InlineData(ItemType.BoolEvidence, "yes", 1)]
    [InlineData(ItemType.BoolEvidence, "no", 0)]
    [InlineData(ItemType.Quantity, "7", 0.5)]
    [InlineData(ItemType.Quantity, "50", 1)]
    [InlineData(ItemType.Quantity, "1", 0)]
    [InlineData(ItemType.Perception, "4", 0.75)]
    [InlineData(ItemType.Multi, "a,c", 0.4)]
    [InlineData(ItemType.Computed, "7", 0.5)]
    public void Each_of_the_six_types_is_valued(ItemType type, string choice, double value) =>
        ScoringRules.ValueOf(SomeDiagnosis.Item(type), choice).ShouldBe((AnswerKind.Valued, value));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("abc")]
    [InlineData("")]
    public void What_is_not_a_number_is_missing(string choice) =>
        ScoringRules.ValueOf(SomeDiagnosis.Item(ItemType.Quantity), choice).Kind.ShouldBe(AnswerKind.Missing);
}
