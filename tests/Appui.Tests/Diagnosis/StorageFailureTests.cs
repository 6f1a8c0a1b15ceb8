using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Appui.Shared.Storage;
using Appui.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Appui.Tests.Diagnosis;

/// <summary>The database fails while somebody answers: they are told, nothing acknowledged is lost, and the next try works.</summary>
public sealed partial class StorageFailureTests(StorageFailureTests.FullDisk sqlite, StorageFailureTests.Impatient postgres)
    : IClassFixture<StorageFailureTests.FullDisk>,
        IClassFixture<StorageFailureTests.Impatient>
{
    /// <summary>An embedded database that can be kept from growing.</summary>
    public sealed class FullDisk : SqliteApp
    {
        public static bool IsFull { get; set; }

        protected override void Arrange(WebApplicationBuilder builder) =>
            builder.Services.ConfigureDbContext<SqliteAppuiDb>((_, options) => options.AddInterceptors(new Bound()));

        private sealed class Bound : DbConnectionInterceptor
        {
            public override Task ConnectionOpenedAsync(
                DbConnection connection,
                ConnectionEndEventData eventData,
                CancellationToken cancellationToken = default
            )
            {
                using var command = connection.CreateCommand();
                // Never below the pages there are: full means no page more.
                command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : 1_000_000)}";
                command.ExecuteNonQuery();
                return Task.CompletedTask;
            }
        }
    }

    /// <summary>A server that is not waited for long.</summary>
    public sealed class Impatient : PostgresApp
    {
        protected override async Task PrepareStorage()
        {
            await base.PrepareStorage();
            Settings.Postgres += ";Command Timeout=2";
        }
    }

    [Fact]
    public async Task The_embedded_database_is_locked_by_another_process()
    {
        var (client, question, item) = await Open(sqlite);
        (await Answer(client, question, item, "avant")).StatusCode.ShouldBe(HttpStatusCode.Found);
        await using (var other = new SqliteConnection($"Data Source={sqlite.Settings.SqlitePath};Pooling=False"))
        {
            await other.OpenAsync();
            await Run(other, "BEGIN IMMEDIATE");
            await ShouldBeTold(await Answer(client, question, item, "pendant"), "La base de données est occupée", "pendant");
            await Run(other, "ROLLBACK");
        }

        await ShouldGoOn(client, question, item);
    }

    [Fact]
    public async Task The_disk_of_the_embedded_database_is_full()
    {
        var (client, question, item) = await Open(sqlite);
        (await Answer(client, question, item, "avant")).StatusCode.ShouldBe(HttpStatusCode.Found);
        HttpResponseMessage answer;
        var n = 0;
        FullDisk.IsFull = true;
        try
        {
            while (true)
            {
                // What is free in the pages there are still takes some answers.
                var note = $"{n++} {new string('x', 900)}";
                answer = await Answer(client, question, item, note);
                if (answer.StatusCode != HttpStatusCode.Found)
                    break;
                (question, item) = await Next(client, answer, question, item);
                n.ShouldBeLessThan(200, "the disk never filled");
            }

            await ShouldBeTold(answer, "Il n’y a plus de place sur le disque", "xxx");
        }
        finally
        {
            FullDisk.IsFull = false;
        }

        await ShouldGoOn(client, question, item, null);
    }

    [Fact]
    public async Task The_server_holds_the_rows_for_somebody_else()
    {
        var (client, question, item) = await Open(postgres);
        (await Answer(client, question, item, "avant")).StatusCode.ShouldBe(HttpStatusCode.Found);
        await using (var other = new NpgsqlConnection(postgres.Settings.Postgres))
        {
            await other.OpenAsync();
            await using var held = await other.BeginTransactionAsync();
            await Run(other, "LOCK TABLE diagnosis_answer IN EXCLUSIVE MODE");
            await ShouldBeTold(await Answer(client, question, item, "pendant"), "La base de données", "pendant");
        }

        await ShouldGoOn(client, question, item);
    }

    [Fact]
    public async Task The_disk_of_the_server_is_full()
    {
        var (client, question, item) = await Open(postgres);
        (await Answer(client, question, item, "avant")).StatusCode.ShouldBe(HttpStatusCode.Found);
        await using (var other = new NpgsqlConnection(postgres.Settings.Postgres))
        {
            await other.OpenAsync();
            // What the server raises when a file cannot grow, raised where it would be.
            await Run(
                other,
                """
                CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
                CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON diagnosis_answer EXECUTE FUNCTION no_room();
                """
            );
            await ShouldBeTold(await Answer(client, question, item, "pendant"), "Il n’y a plus de place sur le disque", "pendant");
            await Run(other, "DROP FUNCTION no_room CASCADE");
        }

        await ShouldGoOn(client, question, item);
    }

    // A page in French that says what happened, keeps what was typed and offers to send it again.
    private static async Task ShouldBeTold(HttpResponseMessage answer, string sentence, string typed)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain(sentence);
        page.ShouldContain("n’est pas encore enregistré");
        page.ShouldContain("gardé");
        Regex.IsMatch(page, $"name=\"note\" value=\"[^\"]*{typed}").ShouldBeTrue("what was typed comes back, ready to be sent again");
        page.ShouldNotContain("Exception");
    }

    // What was acknowledged is there, and the same form now saves.
    private static async Task ShouldGoOn(HttpClient client, string question, string item, string? before = "avant")
    {
        if (before is not null)
            WebUtility.HtmlDecode(await client.GetStringAsync(question)).ShouldContain($">{before}</textarea>");
        (await Answer(client, question, item, "après")).StatusCode.ShouldBe(HttpStatusCode.Found);
        WebUtility.HtmlDecode(await client.GetStringAsync(question)).ShouldContain(">après</textarea>");
    }

    private static async Task<(HttpClient Client, string Question, string Item)> Open(AppFixture app)
    {
        var client = app.Client();
        client.Timeout = TimeSpan.FromSeconds(60);
        var question = await OpenSpace(client);
        return (client, question, await ItemOf(client, question));
    }

    /// <summary>Opens a visitor's space; the address of its first question.</summary>
    internal static async Task<string> OpenSpace(HttpClient client)
    {
        using var form = new FormUrlEncodedContent([new("Profile", "Solo"), new("Department", "31")]);
        var opened = await client.PostAsync("/diagnostic", form);
        opened.StatusCode.ShouldBe(HttpStatusCode.Found);
        return opened.Headers.Location!.ToString();
    }

    /// <summary>The item that a question's page asks.</summary>
    internal static async Task<string> ItemOf(HttpClient client, string question) =>
        ItemField().Match(await client.GetStringAsync(question)).Groups[1].Value;

    /// <summary>Answers as the page's form does, having seen whatever is saved.</summary>
    internal static async Task<HttpResponseMessage> Answer(HttpClient client, string question, string item, string note)
    {
        var seen = SeenField().Match(await client.GetStringAsync(question)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([
            new("item", item),
            new("unknown", "1"),
            new("note", note),
            new("seen", seen.Length == 0 ? "0" : seen),
        ]);
        return await client.PostAsync(question, form);
    }

    private static async Task<(string Question, string Item)> Next(
        HttpClient client,
        HttpResponseMessage answer,
        string question,
        string item
    )
    {
        var next = answer.Headers.Location!.ToString();
        if (!next.Contains("/question/", StringComparison.Ordinal) || next == question)
            return (question, item);
        return (next, await ItemOf(client, next));
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("name=\"item\" value=\"([^\"]+)\"")]
    private static partial Regex ItemField();

    [GeneratedRegex("name=\"seen\"[^>]*value=\"(\\d+)\"|value=\"(\\d+)\"[^>]*name=\"seen\"")]
    private static partial Regex SeenField();
}
