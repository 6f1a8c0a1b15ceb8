using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Appui.Tests.Accounts;

public abstract class ClientTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : ClientTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : ClientTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_client_reads_its_own_organisation_by_its_secret_or_by_a_token()
    {
        var member = await app.Somebody();
        var (id, secret) = await Client(member);
        var caller = new ApiCaller(app.Client());
        (await caller.Get("/api/v1/organisation", id, secret)).ShouldContain($"\"code\":\"{member.Code}\"");
        var token = await caller.Token(id, secret);
        (await caller.Get("/api/v1/organisation", token)).ShouldContain($"\"code\":\"{member.Code}\"");
        (await member.Browser.Get($"/o/{member.Code}/organisme/api")).Words.ShouldNotContain("Jamais");
        (await member.Browser.Get($"/o/{member.Code}/organisme/api")).Text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Who_is_not_known_is_asked_who_they_are()
    {
        var member = await app.Somebody();
        var (id, secret) = await Client(member);
        var caller = new ApiCaller(app.Client());
        foreach (
            var authorization in new[]
            {
                null,
                "Basic",
                "Basic !!",
                Basic(id, "faux"),
                Basic("faux", secret),
                Basic(id, ""),
                "Bearer faux",
                "Digest x",
            }
        )
        {
            var answer = await caller.Send("/api/v1/organisation", authorization);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, authorization);
            answer.Headers.WwwAuthenticate.Select(h => h.Scheme).ShouldBe(["Basic", "Bearer"], authorization);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    [Fact]
    public async Task The_session_of_a_browser_opens_no_endpoint()
    {
        var member = await app.Somebody();
        (await member.Browser.Get("/api/v1/organisation")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_client_and_its_tokens_open_nothing_at_once()
    {
        var member = await app.Somebody();
        var (id, secret) = await Client(member);
        var caller = new ApiCaller(app.Client());
        var token = await caller.Token(id, secret);
        (await caller.Status("/api/v1/organisation", token)).ShouldBe(HttpStatusCode.OK);
        var page = await member.Browser.Get($"/o/{member.Code}/organisme/api");
        var revoked = await member.Browser.Post($"/o/{member.Code}/organisme/api?handler=Revoke", new Form { ["id"] = page.ValueOf("id") });
        revoked.Status.ShouldBe(HttpStatusCode.Redirect);
        (await caller.Status("/api/v1/organisation", id, secret)).ShouldBe(HttpStatusCode.Unauthorized);
        (await caller.Status("/api/v1/organisation", token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await caller.AskToken(id, secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_is_over_after_an_hour()
    {
        var (id, secret) = await Client(await app.Somebody());
        var caller = new ApiCaller(app.Client());
        var token = await caller.Token(id, secret);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        (await caller.Status("/api/v1/organisation", token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_client_without_the_scope_is_refused_and_told_which_is_lacking()
    {
        var member = await app.Somebody();
        var (id, secret) = await Client(member);
        await app.Act(
            null,
            async s =>
            {
                var db = (Appui.Shared.Storage.AppuiDb)s.GetService(typeof(Appui.Shared.Storage.AppuiDb))!;
                var guid = Guid.ParseExact(id, "N");
                var organisation = await db.Organisations.SingleAsync(o => o.Code == member.Code);
                ((CurrentActor)s.GetService(typeof(CurrentActor))!).Actor = Actor.Nobody with { OrganisationId = organisation.Id };
                await db.ApiClients.Where(c => c.Id == guid).ExecuteUpdateAsync(c => c.SetProperty(x => x.Scopes, "plan"));
            }
        );
        var caller = new ApiCaller(app.Client());
        var answer = await caller.Send("/api/v1/organisation", Basic(id, secret));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.WwwAuthenticate.ToString().ShouldContain("scope=\"organisation\"");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("n’a pas le droit");
        var asked = await caller.AskToken(id, secret, "organisation");
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await asked.Content.ReadAsStringAsync()).ShouldContain("invalid_scope");
    }

    [Fact]
    public async Task Another_organisation_neither_sees_nor_revokes_it()
    {
        var member = await app.Somebody();
        var (id, secret) = await Client(member);
        var stranger = await app.Somebody();
        (await stranger.Browser.Get($"/o/{stranger.Code}/organisme/api")).Text.ShouldNotContain(id);
        (await stranger.Browser.Post($"/o/{stranger.Code}/organisme/api?handler=Revoke", new Form { ["id"] = id })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await new ApiCaller(app.Client()).Status("/api/v1/organisation", id, secret)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_trainer_makes_no_client()
    {
        var trainer = await app.Member(Roles.Trainer);
        using var client = await app.Client(trainer.PersonId);
        (await client.GetAsync($"{trainer.Prefix}/organisme/api")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var form = new FormUrlEncodedContent(new Form { ["Name"] = "Outil", ["Wanted"] = "organisation" });
        (await client.PostAsync($"{trainer.Prefix}/organisme/api?handler=Create", form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("", "organisation")]
    [InlineData("Outil", "")]
    [InlineData("Outil", "tout")]
    public async Task A_client_needs_a_name_and_a_known_scope(string name, string scope)
    {
        var member = await app.Somebody();
        var fields = new Form { ["Name"] = name };
        if (scope.Length > 0)
            fields["Wanted"] = scope;
        (await member.Browser.Post($"/o/{member.Code}/organisme/api?handler=Create", fields)).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    private static string Basic(string id, string secret) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"))}";

    private static async Task<(string Id, string Secret)> Client(Newcomer member)
    {
        var made = await member.Browser.Post(
            $"/o/{member.Code}/organisme/api?handler=Create",
            new Form { ["Name"] = "Gestion des sessions", ["Wanted"] = "organisation" }
        );
        var codes = Regex.Matches(made.Text, "<code[^>]*>([^<]+)</code>", RegexOptions.None, TimeSpan.FromSeconds(1));
        codes[1].Groups[1].Value.Length.ShouldBe(49);
        return (codes[0].Groups[1].Value, codes[1].Groups[1].Value);
    }
}

/// <summary>A program that calls the API.</summary>
public sealed class ApiCaller(HttpClient http)
{
    public Task<HttpResponseMessage> Send(string path, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return http.SendAsync(request);
    }

    public async Task<string> Get(string path, string id, string secret) =>
        await (await Send(path, Basic(id, secret))).Content.ReadAsStringAsync();

    public async Task<string> Get(string path, string token) => await (await Send(path, $"Bearer {token}")).Content.ReadAsStringAsync();

    public async Task<HttpStatusCode> Status(string path, string id, string secret) => (await Send(path, Basic(id, secret))).StatusCode;

    public async Task<HttpStatusCode> Status(string path, string token) => (await Send(path, $"Bearer {token}")).StatusCode;

    public Task<HttpResponseMessage> AskToken(string id, string secret, string? scope = null)
    {
        var fields = new Form
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        };
        if (scope is not null)
            fields["scope"] = scope;
        return http.PostAsync("/oauth/token", new FormUrlEncodedContent(fields));
    }

    public async Task<string> Token(string id, string secret)
    {
        var answer = await AskToken(id, secret);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("access_token").GetString()!;
    }

    private static string Basic(string id, string secret) =>
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"))).ToString();
}
