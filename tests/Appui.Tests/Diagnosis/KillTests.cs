using System.Globalization;
using System.Net;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Appui.Tests.Diagnosis;

/// <summary>The process is killed while answers are saved: after its next start, every answer it acknowledged is there.</summary>
public sealed class KillTests
{
    [Fact]
    public Task A_few_kills_lose_no_acknowledged_answer_on_sqlite() => Rounds(4, postgres: false);

    [Fact]
    public Task A_few_kills_lose_no_acknowledged_answer_on_postgres() => Rounds(2, postgres: true);

    [Fact]
    [Trait("long", "yes")]
    public Task A_hundred_kills_lose_no_acknowledged_answer_on_sqlite() => Rounds(100, postgres: false);

    [Fact]
    [Trait("long", "yes")]
    public Task A_hundred_kills_lose_no_acknowledged_answer_on_postgres() => Rounds(100, postgres: true);

    private static async Task Rounds(int rounds, bool postgres)
    {
        var dir = Directory.CreateDirectory(Path.Combine(TestRun.Folder, $"kill-{Ids.New():N}")).FullName;
        var database = postgres ? await TestPostgres.NewDatabase() : "";
        if (!postgres)
            await TestRun.CopySqlite(Path.Combine(dir, "appui.db"));
        var config = Path.Combine(dir, "appui.json");
        await File.WriteAllTextAsync(config, $$"""{ "Postgres": "{{database}}", "AnonymousPostsPerMinute": 0 }""");
        var random = new Random(rounds);
        string? question = null;
        var item = "";
        var acknowledged = 0;
        for (var round = 0; round <= rounds; round++)
        {
            using var app = await ChildApp.Serve("--dir", dir, "--config", config);
            question ??= await StorageFailureTests.OpenSpace(app.Client);
            item = await StorageFailureTests.ItemOf(app.Client, question);
            if (round > 0)
            {
                // The answer that was under way may have been saved without being acknowledged; none before it is lost.
                (await Saved(dir, database)).ShouldBeInRange(acknowledged, acknowledged + 1, $"round {round}");
                WebUtility.HtmlDecode(await app.Client.GetStringAsync(question)).ShouldContain("fois</textarea>");
                acknowledged = await Saved(dir, database);
            }

            if (round == rounds)
            {
                acknowledged.ShouldBeGreaterThan(rounds, "answers were being saved when the process was killed");
                return;
            }

            acknowledged = await AnswerUntilKilled(app, question, item, acknowledged, TimeSpan.FromMilliseconds(random.Next(100, 900)));
        }
    }

    private static async Task<int> AnswerUntilKilled(ChildApp app, string question, string item, int acknowledged, TimeSpan life)
    {
        var killing = Task.Run(async () =>
        {
            await Task.Delay(life);
            app.Kill();
        });
        try
        {
            while (true)
            {
                var answer = await StorageFailureTests.Answer(app.Client, question, item, $"{acknowledged + 1} fois");
                answer.StatusCode.ShouldBe(HttpStatusCode.Found);
                acknowledged++;
            }
        }
        catch (HttpRequestException)
        {
            // killed: this answer was not acknowledged
        }

        await killing;
        return acknowledged;
    }

    private static async Task<int> Saved(string dir, string database)
    {
        await using System.Data.Common.DbConnection connection =
            database.Length > 0
                ? new NpgsqlConnection(database + ";Pooling=false")
                : new SqliteConnection($"Data Source={Path.Combine(dir, "appui.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Note\" FROM diagnosis_answer";
        return await command.ExecuteScalarAsync() is string note ? int.Parse(note.Split(' ')[0], CultureInfo.InvariantCulture) : 0;
    }
}
