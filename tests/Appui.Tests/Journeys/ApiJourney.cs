using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Appui.Accounts.Clients;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace Appui.Tests.Journeys;

/// <summary>The main job by the public API: a program of the provider answers, asks for a plan and takes it away.</summary>
public abstract class ApiJourney(AppFixture app)
{
    public sealed class OnSqlite(DemonstrationApp app) : ApiJourney(app), IClassFixture<DemonstrationApp>;

    public sealed class OnPostgres(DemonstrationOnPostgres app) : ApiJourney(app), IClassFixture<DemonstrationOnPostgres>;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_answers_asks_for_a_plan_and_takes_it_away()
    {
        using var program = await Client(await app.Member(), "diagnosis", "plan", "organisation");
        var items = (await Json(program, "/api/v1/instruments/of-maturity"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(i => i.GetProperty("express").GetBoolean())
            .ToList();
        items.Count.ShouldBe(16);
        (await program.PostAsync("/api/v1/diagnoses", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.Created);
        foreach (var (item, i) in items.Select((item, i) => (item.GetProperty("code").GetString(), i)))
            await Answer(program, item!, i % 2 == 0 ? "b" : "c", 0, HttpStatusCode.OK);
        var diagnosis = await Json(program, "/api/v1/diagnoses/current");
        diagnosis.GetProperty("unanswered").GetArrayLength().ShouldBe(0);
        diagnosis.GetProperty("dimensions").GetArrayLength().ShouldBe(8);
        diagnosis.GetProperty("progress").GetDouble().ShouldBeInRange(1, 99);

        var asked = await program.PostAsJsonAsync("/api/v1/plans", Limits(6000), Stop);
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var address = asked.Headers.Location!.OriginalString;
        var plan = await Ready(program, address);
        var steps = plan.GetProperty("content").GetProperty("steps");
        steps.GetArrayLength().ShouldBeGreaterThan(3);
        plan.GetProperty("content").GetProperty("proven").GetBoolean().ShouldBeTrue();

        using var pdf = PdfDocument.Open(await program.GetByteArrayAsync($"{address}.pdf", Stop));
        pdf.GetPages().Count().ShouldBeGreaterThan(3);
        (await program.GetByteArrayAsync($"{address}.xlsx", Stop)).Take(2).ShouldBe("PK"u8.ToArray());

        using var stranger = await Client(await app.Member(), "diagnosis", "plan");
        foreach (var ending in (string[])["", ".pdf", ".xlsx"])
            (await stranger.GetAsync(address + ending, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound, ending);
        (await stranger.GetAsync("/api/v1/diagnoses/current", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_with_its_field_and_nothing_is_lost()
    {
        using var program = await Client(await app.Member(), "diagnosis", "plan");
        await program.PostAsync("/api/v1/diagnoses", null, Stop);
        await Answer(program, "D1.direction", "b", 0, HttpStatusCode.OK);
        await Answer(program, "D1.direction", "zzz", 1, HttpStatusCode.UnprocessableEntity);
        await Answer(program, "D9.rien", "b", 0, HttpStatusCode.NotFound);
        (await Answer(program, "D1.direction", "c", 0, HttpStatusCode.Conflict)).ShouldContain("Refusal_ChangedElsewhere");
        (await Json(program, "/api/v1/diagnoses/current")).GetProperty("answers")[0].GetProperty("choice").GetString().ShouldBe("b");

        foreach (var own in (long[])[-1, 1_000_000_000_000])
        {
            var refused = await program.PostAsJsonAsync("/api/v1/plans", Limits(own), Stop);
            ((int)refused.StatusCode).ShouldBeInRange(400, 422, $"{own}");
            (await refused.Content.ReadAsStringAsync(Stop)).ShouldNotContain("Exception");
        }

        foreach (var body in (string[])["", "[]", "null", "{\"ownEuros\":\"x\"}", "{", "{\"priorities\":{\"D1\":9}}"])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var refused = await program.PostAsync("/api/v1/plans", content, Stop);
            ((int)refused.StatusCode).ShouldBeInRange(400, 422, body);
        }

        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_description_names_every_call_its_scope_and_its_answer()
    {
        using var anyone = app.Client();
        var document = await Json(anyone, "/api/v1.json");
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("Appui");
        document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Count().ShouldBe(2);
        var calls = document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(call => (Name: $"{call.Name} {path.Name}", call.Value)))
            .ToList();
        calls.Select(call => call.Name).ShouldContain("put /api/v1/diagnoses/current/answers/{item}");
        foreach (var (name, call) in calls)
        {
            call.TryGetProperty("summary", out _).ShouldBeTrue(name);
            call.GetProperty("security").GetArrayLength().ShouldBe(2, name);
            call.GetProperty("responses")
                .EnumerateObject()
                .Any(r => r.Name[0] == '2' && r.Value.TryGetProperty("content", out _))
                .ShouldBeTrue(name);
        }
    }

    private static object Limits(long own) =>
        new
        {
            ownEuros = own,
            managementHalfDays = 4,
            trainerHalfDays = 8,
            supportHalfDays = 4,
            months = 12,
            deMinimisReceivedEuros = 0,
            qualiopi = true,
        };

    private async Task<HttpClient> Client(Member member, params string[] scopes)
    {
        var made = await app.Act(member.Actor, s => s.GetRequiredService<CreateApiClient>().Run("Essai", scopes, member.Actor, Stop));
        made.Is(out var client, out _).ShouldBeTrue();
        var program = app.Client();
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client!.Client.Id:N}:{client.Secret}"));
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair);
        program.DefaultRequestHeaders.Remove("Origin");
        return program;
    }

    private static async Task<string> Answer(HttpClient program, string item, string choice, int seen, HttpStatusCode expected)
    {
        var answer = await program.PutAsJsonAsync(
            $"/api/v1/diagnoses/current/answers/{item}",
            new
            {
                choice,
                note = (string?)null,
                seenRevision = seen,
            },
            Stop
        );
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(expected, $"{item} {choice}: {text}");
        return text;
    }

    private static async Task<JsonElement> Ready(HttpClient program, string address)
    {
        for (var i = 0; i < 300; i++)
        {
            var plan = await Json(program, address);
            if (plan.GetProperty("state").ToString() is var state && state is not ("0" or "Pending" or "pending"))
                return plan;
            await Task.Delay(100, Stop);
        }

        throw new TimeoutException("The plan was not computed.");
    }

    private static async Task<JsonElement> Json(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
