using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Shared;
using Appui.Tests.Accounts;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Diagnosis;

/// <summary>Two windows on the same question: what one saved is never overwritten unseen.</summary>
public abstract class SaveAnswerTests(AppFixture app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(SqliteApp app) : SaveAnswerTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SaveAnswerTests(app), IClassFixture<PostgresApp>;

    [Fact]
    public async Task A_note_typed_in_another_window_is_not_overwritten_unseen()
    {
        var (actor, item, choice) = await Begin();
        var first = (await Save(actor, new GivenAnswer(item, choice, null, 0))).Revision;
        await Save(actor, new GivenAnswer(item, choice, "écrit dans l’autre fenêtre", first));
        (await Refused(actor, new GivenAnswer(item, choice, "écrit ici", first))).ShouldBe("Refusal_ChangedElsewhere");
        (await Refused(actor, new GivenAnswer(item, choice, null, first))).ShouldBe("Refusal_ChangedElsewhere");
        (await Save(actor, new GivenAnswer(item, choice, "écrit ici", first + 1))).Note.ShouldBe("écrit ici");
    }

    [Fact]
    public async Task The_same_answer_given_twice_is_one_answer()
    {
        var (actor, item, choice) = await Begin();
        await Save(actor, new GivenAnswer(item, choice, "un mot", 0));
        (await Save(actor, new GivenAnswer(item, choice, "un mot", 0))).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task A_space_overseas_reads_its_own_time()
    {
        var space = await app.Act(null, s => s.GetRequiredService<OpenProvisionalSpace>().Run(ProviderProfile.Solo, "974", Stop));
        var actor = new Actor(null, null, space.OrganisationId, Roles.Visitor);
        await app.Act(actor, async s => (await s.GetRequiredService<StartDiagnosis>().Run(actor, Stop)).Refusal.ShouldBeNull());
        var started = await app.Db(actor, db => db.Diagnoses.Select(d => d.StartedAt).SingleAsync(Stop));
        var page = await app.Browser().Get($"/essai/{space.Link}/diagnostic/resultat");
        page.Words.ShouldContain(Show.Instant(started, TimeZoneInfo.FindSystemTimeZoneById("Indian/Reunion")));
    }

    private async Task<(Actor Actor, string Item, string Choice)> Begin()
    {
        var space = await app.VisitorSpace();
        var actor = new Actor(null, null, space.OrganisationId, Roles.Visitor);
        await app.Act(actor, async s => (await s.GetRequiredService<StartDiagnosis>().Run(actor, Stop)).Refusal.ShouldBeNull());
        var item = SomeDiagnosis.Instrument().Items[0];
        return (actor, item.Code, item.Options[0].Code);
    }

    private Task<DiagnosisAnswer> Save(Actor actor, GivenAnswer given) =>
        app.Act(
            actor,
            async s =>
                (await s.GetRequiredService<SaveAnswer>().Run(given, actor, Stop)).Is(out var saved, out var refusal)
                    ? saved
                    : throw new InvalidOperationException(refusal.Code)
        );

    private Task<string?> Refused(Actor actor, GivenAnswer given) =>
        app.Act(actor, async s => (await s.GetRequiredService<SaveAnswer>().Run(given, actor, Stop)).Refusal?.Code);
}
