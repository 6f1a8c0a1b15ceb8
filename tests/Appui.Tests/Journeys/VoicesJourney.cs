using Appui.Diagnosis;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Appui.Tests.Journeys;

/// <summary>Five trainers and twelve trainees answer from their slips, on phones; the manager answers the same questions, closes, and sees where they differ.</summary>
public abstract class VoicesJourney(AppFixture app)
{
    public sealed class OnSqlite(SqliteApp app) : VoicesJourney(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : VoicesJourney(app), IClassFixture<PostgresApp>;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_trainers_and_twelve_trainees_answer_by_slips_and_the_result_begins_with_what_they_see_otherwise()
    {
        var manager = await app.Member();
        await app.Act(
            manager.Actor,
            async s => (await s.GetRequiredService<StartDiagnosis>().Run(manager.Actor, Stop)).Refusal.ShouldBeNull()
        );
        await using var office = await app.Browse(manager.PersonId);
        var desk = await office.NewPageAsync();
        var trainers = await Slips(desk, manager, "Formateurs et formatrices", 5);
        var trainees = await Slips(desk, manager, "Stagiaires", 12);

        // One of each looks at every page; without script it works as well.
        await Answer(trainers[0], script: true, "Plutôt pas d’accord", looks: true);
        await Answer(trainees[0], script: true, "Pas du tout d’accord", looks: true);
        await Answer(trainees[1], script: false, "Pas du tout d’accord");
        foreach (var code in trainers.Skip(1))
            await Answer(code, script: true, "Plutôt pas d’accord");
        foreach (var code in trainees.Skip(2))
            await Answer(code, script: true, "Pas du tout d’accord");

        // The management's turn: the same statements, and only those.
        await desk.GotoAsync($"{manager.Prefix}/diagnostic/voix");
        await desk.ShouldBeSound();
        await app.Act(manager.Actor, s => AgreeWithEverything(s, manager.Actor));
        await Close(desk, manager, "Formateurs et formatrices");
        await Close(desk, manager, "Stagiaires");
        await desk.GotoAsync($"{manager.Prefix}/diagnostic/resultat");
        await desk.ShouldBeSound();
        await desk.Shot("voix");
        var gaps = string.Join(
            ' ',
            (await desk.Locator("#voix").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        gaps.ShouldContain("Direction 100");
        gaps.ShouldContain("Formateurs et formatrices 25");
        gaps.ShouldContain("Stagiaires 0");
        gaps.ShouldContain("12 réponses sur 12");
        app.Errors.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> Slips(IPage desk, Member manager, string voice, int count)
    {
        await desk.GotoAsync($"{manager.Prefix}/diagnostic/voix");
        var form = desk.Locator("form:has(input[value=Codes])");
        await form.GetByText(voice, new() { Exact = true }).ClickAsync();
        await form.GetByLabel("Papiers à imprimer").FillAsync($"{count}");
        await form.GetByLabel("Dernier jour pour répondre").FillAsync("15/12/2026");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await desk.ShouldBeSound();
        await desk.Shot($"papiers-{count}");
        var codes = await desk.Locator(".slip .code").AllInnerTextsAsync();
        codes.Count.ShouldBe(count);
        return codes;
    }

    private async Task Answer(string code, bool script, string agreement, bool looks = false)
    {
        await using var pocket = await app.Browse(script: script);
        var phone = await pocket.NewPageAsync();
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GotoAsync("/repondre");
        if (looks)
            await phone.ShouldBeSound();
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GetByLabel("Votre code").FillAsync(code.ToUpperInvariant());
        await phone.GetByRole(AriaRole.Button, new() { Name = "Voir les questions" }).ClickAsync();
        if (looks)
        {
            await phone.ShouldBeSound();
            await phone.Shot("repondre");
            await phone.SetViewportSizeAsync(360, 740);
        }

        foreach (var choice in await phone.Locator(".scale .choice", new() { HasTextRegex = new($"^\\s*{agreement}\\s*$") }).AllAsync())
            await choice.ClickAsync();
        if (looks)
        {
            // The phone loses the page: what was chosen is still there.
            await phone.ReloadAsync();
            (await phone.Locator("input:checked").CountAsync()).ShouldBeGreaterThan(3);
        }

        await phone.GetByRole(AriaRole.Button, new() { Name = "Envoyer mes réponses" }).ClickAsync();
        await phone.ArrivesAt("**/repondre/merci");
        if (looks)
            await phone.ShouldBeSound();
        var again = await phone.GotoAsync($"/repondre/{code}");
        again!.Status.ShouldBe(409);
    }

    private static async Task Close(IPage desk, Member manager, string voice)
    {
        await desk.GotoAsync($"{manager.Prefix}/diagnostic/voix");
        await desk.Locator("tr", new() { HasText = voice }).GetByRole(AriaRole.Link).ClickAsync();
        await desk.ShouldBeSound();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Clore et voir le résultat" }).ClickAsync();
        await desk.ArrivesAt("**/resultat*");
    }

    private static async Task AgreeWithEverything(IServiceProvider services, Actor actor)
    {
        var open = (await services.GetRequiredService<FindDiagnosis>().Run(null, Stop))!;
        foreach (var item in open.Asked.Where(i => i.Type == ItemType.Perception))
            (
                await services.GetRequiredService<SaveAnswer>().Run(new GivenAnswer(item.Code, "5", null, 0), actor, Stop)
            ).Refusal.ShouldBeNull();
    }
}
