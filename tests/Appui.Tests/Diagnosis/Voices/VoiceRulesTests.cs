using Appui.Diagnosis;
using Appui.Diagnosis.Voices;

namespace Appui.Tests.Diagnosis.Voices;

/// <summary>Codes that are typed, small groups, and the gap between what the voices say.</summary>
public sealed class VoiceRulesTests
{
    private static readonly Instrument Instrument = SomeDiagnosis.Whole();

    [Fact]
    public void A_code_is_read_however_it_is_typed()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = VoiceRules.NewCode();
            VoiceRules.ReadCode($" {code.ToUpperInvariant().Replace('-', ' ')} ").ShouldBe(code);
            VoiceRules.ReadCode(code.Replace("-", "", StringComparison.Ordinal)).ShouldBe(code);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("k7mpa-3rxh")]
    [InlineData("k7mpa-3rxhdd")]
    [InlineData("k7mpa-3rxh0")]
    [InlineData("k7mpa-3rxhé")]
    public void What_cannot_be_a_code_is_none(string? typed) => VoiceRules.ReadCode(typed).ShouldBeNull();

    [Theory]
    [InlineData(Voice.Trainer, 3)]
    [InlineData(Voice.Company, 3)]
    [InlineData(Voice.Trainee, 10)]
    public void Nothing_is_shown_of_a_voice_while_too_few_answered(Voice voice, int fewest)
    {
        View(voice, Replies(fewest - 1, "4")).ShouldBeNull();
        View(voice, Replies(fewest, "4"))!.Count.ShouldBe(fewest);
    }

    [Fact]
    public void An_item_that_too_few_of_them_answered_is_left_out()
    {
        List<Dictionary<string, string>> replies = [.. Replies(3, "5")];
        replies[0].Remove("D3.whoToCall");
        var view = View(Voice.Trainer, replies)!;
        view.Means.ShouldNotContainKey("D3.whoToCall");
        view.Means["D2.usefulDistance"].ShouldBe(new VoiceMean("D2.usefulDistance", 3, 1));
    }

    [Fact]
    public void The_gap_is_the_widest_difference_between_the_voices_and_stands_first()
    {
        var trainers = View(Voice.Trainer, Replies(3, "3"))!;
        var trainees = View(Voice.Trainee, Replies(10, "1"))!;
        var own = new Dictionary<string, string>(StringComparer.Ordinal) { ["D3.whoToCall"] = "5", ["D2.usefulDistance"] = "4" };
        var gaps = VoiceRules.Gaps(Instrument, own, [trainers, trainees]);
        gaps[0].Item.Code.ShouldBe("D3.whoToCall");
        gaps[0].Gap.ShouldBe(100);
        gaps[0]
            .Seen.ShouldBe(
                new Dictionary<Voice, double>
                {
                    [Voice.Management] = 1,
                    [Voice.Trainer] = 0.5,
                    [Voice.Trainee] = 0,
                },
                ignoreOrder: true
            );
        gaps.Select(g => g.Gap).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Where_only_one_voice_spoke_there_is_no_gap() =>
        VoiceRules
            .Gaps(Instrument, new Dictionary<string, string>(StringComparer.Ordinal), [View(Voice.Trainer, Replies(3, "3"))!])
            .ShouldBeEmpty();

    [Fact]
    public void What_came_through_codes_goes_before_what_came_through_an_open_address()
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal) { ["D3.whoToCall"] = "5" };
        var codes = View(Voice.Trainer, Replies(3, "3"))!;
        var link = VoiceRules.ViewOf(Instrument, Voice.Trainer, VoiceDoor.Link, Replies(30, "1"))!;
        VoiceRules.Gaps(Instrument, own, [codes, link]).Single(g => g.Item.Code == "D3.whoToCall").Seen[Voice.Trainer].ShouldBe(0.5);
    }

    private static VoiceView? View(Voice voice, IReadOnlyList<IReadOnlyDictionary<string, string>> replies) =>
        VoiceRules.ViewOf(Instrument, voice, VoiceDoor.Codes, replies);

    private static Dictionary<string, string>[] Replies(int people, string choice) =>
        [
            .. Enumerable
                .Range(0, people)
                .Select(_ =>
                    Instrument
                        .Items.Where(i => i.Type == ItemType.Perception)
                        .ToDictionary(i => i.Code, _ => choice, StringComparer.Ordinal)
                ),
        ];
}
