using System.Net;
using System.Text.RegularExpressions;
using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Files;
using Appui.Tests.Harness;
using Appui.Tests.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SkiaSharp;

namespace Appui.Tests.Accounts;

/// <summary>A manager gives the organisation its logo by a plain form.</summary>
public abstract class LogoTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : LogoTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : LogoTests(app), IClassFixture<PostgresAccounts>;

    private static HttpRequestMessage Sending(Member to, byte[]? bytes, string name = "logo.png")
    {
        var form = new MultipartFormDataContent();
        if (bytes is not null)
            form.Add(new ByteArrayContent(bytes), "Logo", name);
        return new HttpRequestMessage(HttpMethod.Post, $"{to.Prefix}/organisme?handler=Logo") { Content = form };
    }

    private static string? AddressIn(Answer page) =>
        Regex.Match(page.Text, "src=\"(/o/[^\"]+/logo/[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found
            ? found.Groups[1].Value
            : null;

    private static string Said(Answer page) => page.Words.Replace('\u00a0', ' ');

    [Fact]
    public async Task It_is_sent_shown_put_on_documents_noted_and_taken_away_again()
    {
        var manager = await app.Member();
        var http = await app.Client(manager.PersonId);
        var browser = new Browser(http);
        var before = await browser.Get($"{manager.Prefix}/organisme");
        AddressIn(before).ShouldBeNull();
        before.Text.ShouldNotContain("class=\"saved\"", customMessage: "nothing was saved yet");
        var sent = await browser.Send(Sending(manager, SomeFile.Photograph(), "Été \u202Egnp.jpg"));
        sent.Status.ShouldBe(HttpStatusCode.OK);
        Said(sent).ShouldContain("Enregistré à");
        var address = AddressIn(sent).ShouldNotBeNull();
        AddressIn(await browser.Get($"{manager.Prefix}/organisme")).ShouldBe(address);

        using (var image = await http.GetAsync(address))
        {
            image.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
            image.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
            image.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
            using var drawn = SKBitmap.Decode(await image.Content.ReadAsByteArrayAsync());
            (drawn.Width, drawn.Height).ShouldBe((20, 40));
        }

        (await app.Act(manager.Actor, s => s.GetRequiredService<OrganisationDirectory>().Logo(default)))!.Length.ShouldBeGreaterThan(100);
        var fact = await app.Db(
            manager.Actor,
            async db =>
            {
                var entry = await db.AuditEntries.SingleAsync(e => e.Kind == "accounts.logo-changed");
                return AuditRecord.FactsOf(await db.AuditPayloads.SingleAsync(p => p.EntryId == entry.Id))["name"];
            }
        );
        fact.ShouldBe("Été gnp.jpg");

        var removed = await browser.Post($"{manager.Prefix}/organisme?handler=NoLogo");
        AddressIn(removed).ShouldBeNull();
        (await browser.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Act(manager.Actor, s => s.GetRequiredService<OrganisationDirectory>().Logo(default))).ShouldBeNull();
        (await app.Db(manager.Actor, db => db.AuditEntries.CountAsync(e => e.Kind == "accounts.logo-removed"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_no_logo_is_refused_beside_the_field_and_the_former_one_stays()
    {
        var manager = await app.Member();
        var browser = new Browser(await app.Client(manager.PersonId));
        var address = AddressIn(await browser.Send(Sending(manager, SomeFile.Image(SKEncodedImageFormat.Webp))));
        address.ShouldNotBeNull();
        (byte[]? Bytes, string Sentence)[] cases =
        [
            (null, "Aucun fichier n’a été choisi."),
            (SomeFile.Pdf(""), "Envoyez un fichier de ce genre : PNG, JPG, WEBP."),
            (new byte[2_000_001], "Réduisez-le à 2 Mo au plus"),
            (new byte[20_000_000], "Réduisez-le à 2 Mo au plus"),
            (SomeFile.Image(SKEncodedImageFormat.Png)[..50], "est abîmé ou incomplet"),
        ];
        foreach (var (bytes, sentence) in cases)
        {
            var answer = await browser.Send(Sending(manager, bytes));
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            Said(answer).ShouldContain(sentence);
            answer.Text.ShouldContain("aria-invalid=\"true\"");
            answer.Text.ShouldContain("href=\"#Logo\"");
            answer.ValueOf("Organisation.Name").ShouldNotBeNull();
            AddressIn(answer).ShouldBe(address);
        }

        var beyond = Sending(manager, new byte[33_000_000]);
        beyond.Headers.ExpectContinue = true;
        Said(await browser.Send(beyond)).ShouldContain("« Logo » est trop lourd.");
        AddressIn(await browser.Get($"{manager.Prefix}/organisme")).ShouldBe(address);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_browser_it_is_chosen_sent_and_seen_with_script_and_without(bool script)
    {
        var manager = await app.Member();
        await using var visit = await app.Browse(manager.PersonId, script);
        var page = await visit.NewPageAsync();
        await page.GotoAsync($"{manager.Prefix}/organisme");
        async Task Send(string name, byte[] bytes)
        {
            await page.GetByLabel("logo")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = name,
                        MimeType = "image/png",
                        Buffer = bytes,
                    }
                );
            await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer le logo" }).ClickAsync();
        }

        await Send("logo.png", SomeFile.Pdf(""));
        await Assertions.Expect(page.Locator("#Logo-error")).ToContainTextAsync("n’est pas accepté ici");
        // Chromium notes a refusal, which is what was asked for.
        if (script)
            (await page.Flaws()).ShouldAllBe(f => f.Contains("422 (Unprocessable Entity)", StringComparison.Ordinal));
        await Send("logo.png", SomeFile.Image(SKEncodedImageFormat.Png, 1200, 300));
        await Assertions.Expect(page.GetByAltText("Logo de votre organisme")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var drawn = await page.Locator("img.logo").BoundingBoxAsync();
        (drawn!.Width / drawn.Height).ShouldBeInRange(3f, 4f);
        if (script)
        {
            (await page.Locator("img.logo").EvaluateAsync<int>("i => i.naturalWidth")).ShouldBe(800);
            (await page.Flaws()).ShouldAllBe(f => f.Contains("422 (Unprocessable Entity)", StringComparison.Ordinal));
        }

        if (Environment.GetEnvironmentVariable("APPUI_LOOK") is { } look)
            await page.ScreenshotAsync(new() { Path = Path.Combine(look, $"logo-{script}.png"), FullPage = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer le logo" }).ClickAsync();
        await Assertions.Expect(page.Locator("img.logo")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_refusal_is_said_in_English_too()
    {
        var manager = await app.Member();
        var http = await app.Client(manager.PersonId);
        http.DefaultRequestHeaders.Remove("Accept-Language");
        http.DefaultRequestHeaders.Add("Accept-Language", "en");
        (await new Browser(http).Send(Sending(manager, []))).Words.ShouldContain("“logo.png” is empty. Nothing was kept.");
    }

    [Fact]
    public async Task Members_see_it_only_managers_change_it_and_strangers_know_of_none()
    {
        var manager = await app.Member();
        var (trainee, stranger) = (await app.Member(Roles.Trainee, manager), await app.Member());
        var address = AddressIn(
            await new Browser(await app.Client(manager.PersonId)).Send(Sending(manager, SomeFile.Image(SKEncodedImageFormat.Png)))
        )!;
        var theirs = new Browser(await app.Client(trainee.PersonId));
        (await theirs.Get(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await theirs.Send(Sending(manager, SomeFile.Image(SKEncodedImageFormat.Png)))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await theirs.Post($"{manager.Prefix}/organisme?handler=NoLogo")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var foreign = new Browser(await app.Client(stranger.PersonId));
        (await foreign.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.Get(address.Replace(manager.Prefix, stranger.Prefix, StringComparison.Ordinal))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.Browser().Get(address)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_former_logo_is_collected_after_a_week_and_the_present_one_is_not()
    {
        var manager = await app.Member();
        var browser = new Browser(await app.Client(manager.PersonId));
        var former = Guid.Parse(AddressIn(await browser.Send(Sending(manager, SomeFile.Image(SKEncodedImageFormat.Png))))![^36..]);
        var present = Guid.Parse(AddressIn(await browser.Send(Sending(manager, SomeFile.Image(SKEncodedImageFormat.Jpeg))))![^36..]);
        await app.Collect();
        app.Clock.Advance(FilesModule.Unreferenced.KeptFor);
        await app.Collect();
        (await app.Kept(manager.Actor, former)).ShouldBeNull();
        (await app.Kept(manager.Actor, present)).ShouldNotBeNull();
        app.OnDisk(manager.OrganisationId).Select(Path.GetFileName).ShouldBe([$"{present}"]);
    }
}
