using System.Net.Http.Headers;
using Appui.Diagnosis;
using Appui.Diagnosis.Evidence;
using Appui.Shared;
using Appui.Tests.Accounts;
using Appui.Tests.Harness;
using Appui.Tests.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Diagnosis.Evidence;

/// <summary>Declared, documented, verified: who backs an answer, who reads the evidence, and what a changed answer is worth.</summary>
public abstract class EvidenceTests(AppFixture app)
{
    private const string Item = "D1.direction";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(SqliteAccounts app) : EvidenceTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : EvidenceTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task An_answer_is_declared_then_documented_then_verified_by_an_expert_from_elsewhere()
    {
        var manager = await Begin();
        (await LevelOf(manager)).ShouldBe(EvidenceLevel.Declared);
        var evidence = await Add(manager);
        (await LevelOf(manager)).ShouldBe(EvidenceLevel.Documented);

        var secret = await Share(manager);
        var expert = await app.Member(Roles.Expert);
        var reader = new Browser(await app.Client(expert.PersonId));
        var page = await reader.Get($"/verifier/{secret}");
        page.Words.ShouldContain("Compte rendu du conseil");
        var answer = await reader.Post($"/verifier/{secret}", Verdict(evidence, "shows", "b"));
        answer.Location.ShouldStartWith($"/verifier/{secret}");
        (await LevelOf(manager)).ShouldBe(EvidenceLevel.Verified);
        (await new Browser(await app.Client(manager.PersonId)).Get($"{manager.Prefix}/diagnostic/preuves")).Words.ShouldContain("Vérifié");
    }

    [Fact]
    public async Task A_reader_who_belongs_to_the_provider_or_advises_nobody_is_turned_away()
    {
        var manager = await Begin();
        await Add(manager);
        var secret = await Share(manager);
        var colleague = await app.Member(Roles.Expert, manager);
        var trainer = await app.Member(Roles.Trainer);
        foreach (var person in new[] { manager, colleague, trainer })
            ((int)(await new Browser(await app.Client(person.PersonId)).Get($"/verifier/{secret}")).Status).ShouldBe(403);
        ((int)(await app.Browser().Get($"/verifier/{secret}")).Status).ShouldBe(302);
    }

    [Fact]
    public async Task A_link_taken_back_or_ended_opens_nothing()
    {
        var manager = await Begin();
        await Add(manager);
        var (first, second) = (await Share(manager), await Share(manager));
        var reader = new Browser(await app.Client((await app.Member(Roles.Adviser)).PersonId));
        var hash = Ids.HashOf(first);
        var id = await app.Db(manager.Actor, db => db.EvidenceShares.Where(s => s.SecretHash == hash).Select(s => s.Id).SingleAsync(Stop));
        await app.Act(
            manager.Actor,
            async s => (await s.GetRequiredService<ShareEvidence>().Revoke(id, manager.Actor, Stop)).Refusal.ShouldBeNull()
        );
        ((int)(await reader.Get($"/verifier/{first}")).Status).ShouldBe(404);
        ((int)(await reader.Get($"/verifier/{second}")).Status).ShouldBe(200);
        app.Clock.Advance(ShareEvidence.Opens);
        try
        {
            ((int)(await reader.Get($"/verifier/{second}")).Status).ShouldNotBe(200);
        }
        finally
        {
            app.Clock.Advance(-ShareEvidence.Opens);
        }
    }

    [Fact]
    public async Task A_verdict_is_about_the_answer_that_was_read_and_about_no_other()
    {
        var manager = await Begin();
        var evidence = await Add(manager);
        var secret = await Share(manager);
        var reader = new Browser(await app.Client((await app.Member(Roles.Expert)).PersonId));
        await Answer(manager, "c");
        ((int)(await reader.Post($"/verifier/{secret}", Verdict(evidence, "shows", "b"))).Status).ShouldBe(409);
        await reader.Post($"/verifier/{secret}", Verdict(evidence, "shows", "c"));
        (await LevelOf(manager)).ShouldBe(EvidenceLevel.Verified);
        await Answer(manager, "e");
        (await LevelOf(manager)).ShouldBe(EvidenceLevel.Documented);
        await Answer(manager, "c");
        (await LevelOf(manager)).ShouldBe(EvidenceLevel.Verified);
    }

    [Fact]
    public async Task What_does_not_show_the_answer_counts_for_nothing_and_says_why()
    {
        var manager = await Begin();
        var evidence = await Add(manager);
        var secret = await Share(manager);
        var reader = new Browser(await app.Client((await app.Member(Roles.Expert)).PersonId));
        ((int)(await reader.Post($"/verifier/{secret}", Verdict(evidence, "not", "b"))).Status).ShouldBe(422);
        var said = Verdict(evidence, "not", "b");
        said["remark"] = "Le document ne dit rien des formations.";
        (await reader.Post($"/verifier/{secret}", said)).Location.ShouldNotBeNull();
        (await LevelOf(manager)).ShouldBe(EvidenceLevel.Declared);
        var own = await new Browser(await app.Client(manager.PersonId)).Get($"{manager.Prefix}/diagnostic/preuves/{Item}");
        own.Words.ShouldContain("Le document ne dit rien des formations.");
    }

    [Fact]
    public async Task A_file_is_read_by_the_provider_and_its_reader_and_by_nobody_else()
    {
        var manager = await Begin();
        var http = await app.Client(manager.PersonId);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Plan de contact"), "Name" },
            { new StringContent("12/03/2026"), "DatedOn" },
        };
        var bytes = new ByteArrayContent(SomeFile.Image(SkiaSharp.SKEncodedImageFormat.Png));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(bytes, "File", "plan.png");
        using var added = await http.PostAsync($"{manager.Prefix}/diagnostic/preuves/{Item}", form, Stop);
        ((int)added.StatusCode).ShouldBe(302);
        var file = await app.Db(manager.Actor, db => db.Evidence.Select(e => e.FileId!.Value).SingleAsync(Stop));
        var secret = await Share(manager);
        var (expert, other) = (await app.Member(Roles.Expert), await app.Member());
        ((int)(await new Browser(http).Get($"{manager.Prefix}/diagnostic/preuves/fichier/{file}")).Status).ShouldBe(200);
        ((int)(await new Browser(await app.Client(expert.PersonId)).Get($"/verifier/{secret}/fichier/{file}")).Status).ShouldBe(200);
        ((int)(await new Browser(await app.Client(other.PersonId)).Get($"/verifier/{secret}/fichier/{file}")).Status).ShouldBe(404);
        (
            (int)(await new Browser(await app.Client(other.PersonId)).Get($"{other.Prefix}/diagnostic/preuves/fichier/{file}")).Status
        ).ShouldBe(404);
    }

    [Theory]
    [InlineData("", "12/03/2026", "", nameof(DiagnosisTexts.Refusal_Evidence_Name))]
    [InlineData("Un plan", "", "", nameof(DiagnosisTexts.Refusal_Evidence_Date))]
    [InlineData("Un plan", "12/03/2031", "", nameof(DiagnosisTexts.Refusal_Evidence_Date))]
    [InlineData("Un plan", "12/03/2026", "javascript:alert(1)", nameof(DiagnosisTexts.Refusal_Evidence_Address))]
    [InlineData("Un plan", "12/03/2026", "https://a:b@exemple.fr", nameof(DiagnosisTexts.Refusal_Evidence_Address))]
    public async Task Bad_evidence_is_refused_with_its_field_and_nothing_is_kept(string title, string day, string url, string refusal)
    {
        var manager = await Begin();
        var code = await app.Act(
            manager.Actor,
            async s =>
                (
                    await s.GetRequiredService<AddEvidence>()
                        .Run(new GivenEvidence(Item, title, Typed.Day(day), url, null, null), manager.Actor, Stop)
                )
                    .Refusal
                    ?.Code
        );
        code.ShouldBe(refusal);
        (await app.Db(manager.Actor, db => db.Evidence.AnyAsync(Stop))).ShouldBeFalse();
    }

    private static Form Verdict(Guid evidence, string verdict, string choice) =>
        new()
        {
            ["id"] = $"{evidence}",
            ["verdict"] = verdict,
            ["choice"] = choice,
        };

    private async Task<Member> Begin()
    {
        var manager = await app.Member();
        await app.Act(
            manager.Actor,
            async s => (await s.GetRequiredService<StartDiagnosis>().Run(manager.Actor, Stop)).Refusal.ShouldBeNull()
        );
        await Answer(manager, "b");
        return manager;
    }

    private Task Answer(Member manager, string choice) =>
        app.Act(
            manager.Actor,
            async s =>
            {
                var open = await s.GetRequiredService<FindDiagnosis>().Run(null, Stop);
                var seen = open!.Answers.GetValueOrDefault(Item)?.Revision ?? 0;
                (
                    await s.GetRequiredService<SaveAnswer>().Run(new GivenAnswer(Item, choice, null, seen), manager.Actor, Stop)
                ).Refusal.ShouldBeNull();
            }
        );

    private Task<Guid> Add(Member manager) =>
        app.Act(
            manager.Actor,
            async s =>
                (
                    await s.GetRequiredService<AddEvidence>()
                        .Run(
                            new GivenEvidence(Item, "Compte rendu du conseil", app.Clock.Today(), "https://exemple.fr/cr", null, null),
                            manager.Actor,
                            Stop
                        )
                )
                    .Value
                    .Id
        );

    private Task<string> Share(Member manager) =>
        app.Act(manager.Actor, async s => (await s.GetRequiredService<ShareEvidence>().Run("Une experte", manager.Actor, Stop)).Value);

    private Task<EvidenceLevel> LevelOf(Member manager) =>
        app.Db(manager.Actor, db => db.DiagnosisAnswers.Where(a => a.ItemCode == Item).Select(a => a.Evidence).SingleAsync(Stop));
}
