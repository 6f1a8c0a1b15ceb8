using Appui.Diagnosis;
using Appui.Diagnosis.Voices;
using Appui.Shared;
using Appui.Tests.Accounts;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Diagnosis.Voices;

/// <summary>Several voices on one diagnosis: who is let in, how often, and what is seen of it.</summary>
public abstract class VoicesTests(AppFixture app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(SqliteAccounts app) : VoicesTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : VoicesTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_code_used_from_twenty_phones_at_once_counts_once()
    {
        var manager = await Begin();
        var keys = await Open(manager, Codes(Voice.Trainer, 1));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Reply(keys.Codes[0]), Stop)));
        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.Where(o => o is not null).ShouldAllBe(code => code == nameof(DiagnosisTexts.Refusal_CodeUsed));
        (await State(manager, Voice.Trainer)).Answered.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_seen_before_the_voice_is_closed_and_nothing_is_added_after()
    {
        var manager = await Begin();
        var keys = await Open(manager, Codes(Voice.Trainer, 4));
        foreach (var code in keys.Codes.Take(3))
            (await Reply(code)).ShouldBeNull();
        (await State(manager, Voice.Trainer)).View.ShouldBeNull();
        await Close(manager, keys.Round.Id);
        var seen = (await State(manager, Voice.Trainer)).View!;
        seen.Count.ShouldBe(3);
        (await Reply(keys.Codes[3])).ShouldBe(nameof(DiagnosisTexts.Refusal_Over));
        (await State(manager, Voice.Trainer)).View!.Count.ShouldBe(3);
        (await Refused(manager, Codes(Voice.Trainer, 1))).ShouldBe(nameof(DiagnosisTexts.Refusal_AlreadyClosed));
    }

    [Fact]
    public async Task A_voice_closed_while_people_answer_shows_what_was_acknowledged_and_nothing_else()
    {
        var manager = await Begin();
        var keys = await Open(manager, Codes(Voice.Trainer, 30));
        var replies = keys.Codes.Select(code => Task.Run(() => Reply(code), Stop)).ToList();
        await Close(manager, keys.Round.Id);
        var acknowledged = (await Task.WhenAll(replies)).Count(o => o is null);
        (await State(manager, Voice.Trainer)).Answered.ShouldBe(acknowledged);
        (await app.Db(manager.Actor, db => db.VoiceCodes.CountAsync(c => c.RoundId == keys.Round.Id && c.IsUsed, Stop))).ShouldBe(
            acknowledged
        );
    }

    [Fact]
    public async Task Nothing_kept_ties_an_answer_to_a_code_or_a_moment()
    {
        var manager = await Begin();
        var keys = await Open(manager, Codes(Voice.Trainer, 1));
        await Reply(keys.Codes[0]);
        var reply = await app.Db(manager.Actor, db => db.VoiceReplies.SingleAsync(r => r.RoundId == keys.Round.Id, Stop));
        reply.Id.Version.ShouldBe(4);
        typeof(VoiceReply).GetProperties().Select(p => p.Name).ShouldBe(["Id", "OrganisationId", "RoundId", "Choices"], ignoreOrder: true);
        (await app.Db(manager.Actor, db => db.VoiceCodes.SingleAsync(c => c.RoundId == keys.Round.Id, Stop))).Hash.ShouldNotContain(
            keys.Codes[0]
        );
    }

    [Fact]
    public async Task A_code_by_mail_reaches_its_address_and_the_address_is_not_kept_with_it()
    {
        var manager = await Begin();
        var order = Codes(Voice.Company, 0) with { Mails = ["tuteur@entreprise.example.fr"] };
        (await Open(manager, order)).Codes.ShouldBeEmpty();
        var text = (await app.MailsTo("tuteur@entreprise.example.fr")).ShouldHaveSingleItem();
        var code = text.Split("/repondre/")[1][..11];
        (await Reply(code)).ShouldBeNull();
        (await Refused(manager, order with { Mails = ["pas une adresse"] })).ShouldBe(nameof(DiagnosisTexts.Refusal_NotAnAddress));
        (await Refused(manager, order with { Mails = ["a@b.fr", "A@b.fr"] })).ShouldBe(nameof(DiagnosisTexts.Refusal_SameAddressTwice));
    }

    [Fact]
    public async Task An_open_address_lets_anybody_answer_until_its_last_day_and_is_marked()
    {
        var manager = await Begin();
        var order = Codes(Voice.Trainer, 0) with { Door = VoiceDoor.Link, Headcount = 5, Codes = null };
        var first = (await Open(manager, order)).Secret!;
        var second = (await Open(manager, order)).Secret!;
        (await Reply(first)).ShouldBe(nameof(DiagnosisTexts.Refusal_UnknownCode));
        for (var i = 0; i < 3; i++)
            (await Reply(second)).ShouldBeNull();
        app.Clock.Advance(TimeSpan.FromDays(30));
        try
        {
            (await Reply(second)).ShouldBe(nameof(DiagnosisTexts.Refusal_Over));
            var state = await State(manager, Voice.Trainer);
            state.View!.Door.ShouldBe(VoiceDoor.Link);
            (state.Asked, state.Answered).ShouldBe((5, 3));
        }
        finally
        {
            app.Clock.Advance(TimeSpan.FromDays(-30));
        }
    }

    [Theory]
    [InlineData(Voice.Management, 3, 5, nameof(DiagnosisTexts.Refusal_ChooseVoice))]
    [InlineData(Voice.Trainer, 3, -1, nameof(DiagnosisTexts.Refusal_ChooseEnd))]
    [InlineData(Voice.Trainer, 3, 121, nameof(DiagnosisTexts.Refusal_ChooseEnd))]
    [InlineData(Voice.Trainer, 0, 5, nameof(DiagnosisTexts.Refusal_TellCount))]
    [InlineData(Voice.Trainer, -1, 5, nameof(DiagnosisTexts.Refusal_TellCount))]
    [InlineData(Voice.Trainer, 501, 5, nameof(DiagnosisTexts.Refusal_TellCount))]
    public async Task What_cannot_be_is_refused_with_its_field(Voice voice, int codes, int days, string refusal)
    {
        var manager = await Begin();
        var order = Codes(voice, codes) with { ClosesOn = app.Clock.Today().AddDays(days) };
        (await Refused(manager, order)).ShouldBe(refusal);
        (await app.Db(manager.Actor, db => db.VoiceRounds.AnyAsync(Stop))).ShouldBeFalse();
    }

    [Fact]
    public async Task Five_hundred_codes_are_enough()
    {
        var manager = await Begin();
        (await Open(manager, Codes(Voice.Trainee, 400))).Codes.Distinct().Count().ShouldBe(400);
        (await Refused(manager, Codes(Voice.Trainee, 101))).ShouldBe(nameof(DiagnosisTexts.Refusal_TooManyCodes));
        (await Open(manager, Codes(Voice.Trainee, 100))).Codes.Count.ShouldBe(100);
    }

    [Fact]
    public async Task Answers_that_are_none_use_no_code_up()
    {
        var manager = await Begin();
        var code = (await Open(manager, Codes(Voice.Trainer, 1))).Codes[0];
        (await Reply(code, [])).ShouldBe(nameof(DiagnosisTexts.Refusal_AnswerOne));
        (await Reply(code, new() { ["D3.whoToCall"] = "unknown" })).ShouldBe(nameof(DiagnosisTexts.Refusal_AnswerOne));
        (await Reply(code, new() { ["D1.direction"] = "e", ["D3.whoToCall"] = "9" })).ShouldBe(nameof(DiagnosisTexts.Refusal_AnswerOne));
        var phone = app.Browser();
        var wrong = await phone.Post($"/repondre/{code}", new Form { ["D3.whoToCall"] = "9" });
        ((int)wrong.Status).ShouldBe(422);
        (await phone.Post($"/repondre/{code}", new Form { ["D3.whoToCall"] = "2" })).Location.ShouldBe("/repondre/merci");
        ((int)(await phone.Get($"/repondre/{code}")).Status).ShouldBe(409);
    }

    [Fact]
    public async Task The_management_is_asked_the_shared_items_and_goes_on_where_it_was()
    {
        var manager = await Begin();
        var before = await Read(manager);
        await Open(manager, Codes(Voice.Trainer, 1));
        var after = await Read(manager);
        after.Diagnosis.Id.ShouldBe(before.Diagnosis.Id);
        after.Asked.Except(before.Asked).ShouldAllBe(i => i.Voices.Count > 1);
        after.Asked.Count.ShouldBeGreaterThan(before.Asked.Count);
        after.Answers.Count.ShouldBe(before.Answers.Count);
    }

    private async Task<Member> Begin()
    {
        var manager = await app.Member();
        await app.Act(
            manager.Actor,
            async s => (await s.GetRequiredService<StartDiagnosis>().Run(manager.Actor, Stop)).Refusal.ShouldBeNull()
        );
        return manager;
    }

    private VoiceOrder Codes(Voice voice, int codes) => new(voice, VoiceDoor.Codes, app.Clock.Today().AddDays(14), codes, [], null);

    private Task<OpenDiagnosis> Read(Member manager) =>
        app.Act(manager.Actor, async s => (await s.GetRequiredService<FindDiagnosis>().Run(null, Stop))!);

    private Task<VoiceKeys> Open(Member manager, VoiceOrder order) =>
        app.Act(manager.Actor, async s => (await s.GetRequiredService<OpenVoice>().Run(order, manager.Actor, Clock.Paris, Stop)).Value);

    private Task<string?> Refused(Member manager, VoiceOrder order) =>
        app.Act(
            manager.Actor,
            async s => (await s.GetRequiredService<OpenVoice>().Run(order, manager.Actor, Clock.Paris, Stop)).Refusal?.Code
        );

    private Task Close(Member manager, Guid round) =>
        app.Act(
            manager.Actor,
            async s => (await s.GetRequiredService<CloseVoice>().Run(round, manager.Actor, Stop)).Refusal.ShouldBeNull()
        );

    private Task<string?> Reply(string key, Dictionary<string, string>? choices = null) =>
        app.Act(
            null,
            async s =>
                (
                    await s.GetRequiredService<ReplyToVoice>()
                        .Run(key, choices ?? new() { ["D3.whoToCall"] = "2", ["D2.usefulDistance"] = "3" }, Stop)
                )
                    .Refusal
                    ?.Code
        );

    private Task<VoiceState> State(Member manager, Voice voice) =>
        app.Act(
            manager.Actor,
            async s =>
            {
                var open = await s.GetRequiredService<FindDiagnosis>().Run(null, Stop);
                return (await s.GetRequiredService<FindVoices>().Run(open!, Stop)).Single(v => v.Round.Voice == voice);
            }
        );
}
