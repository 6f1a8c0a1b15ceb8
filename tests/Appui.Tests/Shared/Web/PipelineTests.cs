using System.Net;
using System.Net.Http.Headers;
using Appui.Shared;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Appui.Tests.Shared.Web;

public sealed class PipelineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<OpsApp> Start(Action<AppuiSettings>? set = null) =>
        OpsApp.Start(
            worker: false,
            set: set,
            routes: app =>
            {
                app.MapPost("/ecrire", () => "fait");
                app.MapPost("/api/ecrire", () => "fait");
                app.MapGet("/panne", IResult () => throw new InvalidOperationException("secret detail"));
                app.MapGet("/api/panne", IResult () => throw new InvalidOperationException("secret detail"));
                app.MapGet("/conflit", (HttpContext http) => http.Refuse(SharedRefusals.ChangedMeanwhile));
                app.MapPost("/occupe", IResult () => throw new SqliteException("database is locked", 5));
                app.MapPost("/plein", IResult () => throw new SqliteException("database or disk is full", 13));
                app.MapPost(
                    "/lire",
                    async (HttpContext http) =>
                        (await http.Request.ReadFormAsync()).Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
            }
        );

    private static HttpRequestMessage Post(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("reponse", "b « vrai »")]),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    [Fact]
    public async Task Every_answer_carries_the_content_policy_even_errors()
    {
        await using var app = await Start();
        foreach (var path in new[] { "/", "/nulle-part", "/panne", "/erreur" })
        {
            var answer = await app.Client.GetAsync(path, Stop);
            answer
                .Headers.GetValues("Content-Security-Policy")
                .Single()
                .ShouldBe(
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
                );
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }
    }

    [Fact]
    public async Task A_write_from_another_site_is_refused_in_clear_french()
    {
        await using var app = await Start();
        var answer = await app.Client.SendAsync(Post("/ecrire", ("Sec-Fetch-Site", "cross-site"), ("Cookie", "appui=x")), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("envoyé depuis un autre site");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "none", 403)]
    [InlineData("Origin", "http://ailleurs.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "OURS", 200)]
    [InlineData("X-Nothing", "said", 403)]
    public async Task A_write_needs_to_come_from_our_own_pages(string header, string value, int status)
    {
        await using var app = await Start();
        var ours = app.Address.GetLeftPart(UriPartial.Authority);
        var answer = await app.Client.SendAsync(Post("/ecrire", (header, value.Replace("OURS", ours, StringComparison.Ordinal))), Stop);
        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task A_program_with_credentials_and_no_cookie_may_write()
    {
        await using var app = await Start();
        (await app.Client.SendAsync(Post("/api/ecrire", ("Authorization", "Bearer abc")), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var borrowed = await app.Client.SendAsync(Post("/api/ecrire", ("Cookie", "appui=x"), ("Authorization", "Bearer abc")), Stop);
        borrowed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        borrowed.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task An_unknown_page_says_so_in_the_visitors_language()
    {
        await using var app = await Start();
        var french = await app.Client.GetAsync("/nulle-part", Stop);
        french.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await french.Content.ReadAsStringAsync(Stop)).ShouldContain("n’existe pas");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nulle-part");
        request.Headers.AcceptLanguage.ParseAdd("en");
        (await (await app.Client.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop)).ShouldContain("does not exist");
    }

    [Fact]
    public async Task An_incident_shows_a_reference_and_no_detail()
    {
        await using var app = await Start();
        var page = await app.Client.GetAsync("/panne", Stop);
        page.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await page.Content.ReadAsStringAsync(Stop);
        text.ShouldMatch("repère à l’assistance.*[0-9a-z]{8}");
        text.ShouldNotContain("secret detail");
        var json = await (await app.Client.GetAsync("/api/panne", Stop)).Content.ReadAsStringAsync(Stop);
        json.ShouldMatch("\"reference\":\"[0-9a-z]{8}\"");
        json.ShouldNotContain("secret detail");
        (await app.Client.GetAsync("/conflit", Stop)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("/occupe", "La base de données est occupée")]
    [InlineData("/plein", "plus de place sur le disque")]
    public async Task What_could_not_be_saved_is_given_back_with_a_button_to_send_it_again(string path, string sentence)
    {
        await using var app = await Start();
        var answer = await app.Client.SendAsync(Post(path, ("Sec-Fetch-Site", "same-origin")), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        page.ShouldContain(sentence);
        page.ShouldContain("Tout ce qui l’était avant est gardé");
        page.ShouldContain($"<form method=\"post\" action=\"{path}\">");
        page.ShouldContain("name=\"reponse\" value=\"b « vrai »\"");
    }

    [Fact]
    public async Task A_body_over_the_bound_is_refused()
    {
        await using var app = await Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/lire");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        request.Content = new StringContent("a=" + new string('x', 2_000_000));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        var answer = await app.Client.SendAsync(request, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("trop volumineux");
    }

    [Fact]
    public async Task Too_many_anonymous_writes_are_slowed_down_and_reads_are_not()
    {
        await using var app = await Start(s => s.AnonymousPostsPerMinute = 5);
        var statuses = new List<int>();
        for (var i = 0; i < 8; i++)
            statuses.Add((int)(await app.Client.SendAsync(Post("/ecrire", ("Sec-Fetch-Site", "same-origin")), Stop)).StatusCode);
        statuses.Take(5).ShouldAllBe(s => s == 200);
        statuses.ShouldContain(429);
        (await app.Client.GetAsync("/", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_are_compressed()
    {
        await using var app = await Start();
        foreach (var encoding in new[] { "br", "gzip" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/nulle-part");
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            (await app.Client.SendAsync(request, Stop)).Content.Headers.ContentEncoding.Single().ShouldBe(encoding);
        }
    }

    [Fact]
    public async Task Health_tells_the_process_from_its_database()
    {
        await using var app = await Start();
        (await app.Client.GetStringAsync("/health/live", Stop)).ShouldBe("live");
        (await app.Client.GetStringAsync("/health/ready", Stop)).ShouldBe("ready");
    }

    [Fact]
    public async Task A_request_under_way_is_finished_before_the_platform_stops()
    {
        var entered = new TaskCompletionSource();
        var app = await OpsApp.Start(
            worker: false,
            routes: a =>
                a.MapGet(
                    "/lent",
                    async () =>
                    {
                        entered.SetResult();
                        await Task.Delay(700);
                        return "fini";
                    }
                )
        );
        var slow = app.Client.GetStringAsync("/lent", Stop);
        await entered.Task;
        await app.App.StopAsync(Stop);
        (await slow).ShouldBe("fini");
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/essai/abcdefgh/diagnostic", "/essai/…/diagnostic")]
    [InlineData("/q/xyz", "/q/…")]
    [InlineData("/o/horizon/plan", "/o/horizon/plan")]
    [InlineData("", "/")]
    public void Secret_links_stay_out_of_the_logs(string path, string kept) => SafePath.Of(path).ShouldBe(kept);

    [Fact]
    public async Task Files_with_a_hash_are_kept_for_ever_and_sent_compressed()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appui-3fa2.css"), "body{color:red}" + new string(' ', 2000), Stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), """{"appui.css":"appui-3fa2.css"}""", Stop);
        await using var app = await OpsApp.Start(worker: false, adjust: b => b.Services.AddSingleton(new Assets(folder)));
        var assets = app.App.Services.GetRequiredService<Assets>();
        assets.Url("appui.css").ShouldBe("/appui-3fa2.css");
        assets.Url("absent.js").ShouldBe("/absent.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/appui-3fa2.css");
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        var answer = await app.Client.SendAsync(request, Stop);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentEncoding.Single().ShouldBe("br");
        (await answer.Content.ReadAsByteArrayAsync(Stop)).Length.ShouldBeLessThan(200);
        (await app.Client.GetAsync("/manifest.json", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Directory.Delete(folder, true);
    }
}
