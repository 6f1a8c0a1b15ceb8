using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Appui.Shared;
using Appui.Tests.Harness;

namespace Appui.Tests.Accounts;

/// <summary>The command line lets the first people in, into a database that holds nobody.</summary>
public abstract partial class EnrolTests
{
    private readonly string folder = Path.Combine(TestRun.Folder, $"enrol-{Ids.New():N}");

    /// <summary>Connection string, or empty for the embedded engine.</summary>
    protected abstract Task<string> NewDatabase();

    public sealed class OnSqlite : EnrolTests
    {
        protected override Task<string> NewDatabase() => Task.FromResult("");
    }

    public sealed class OnPostgres : EnrolTests
    {
        protected override Task<string> NewDatabase() => TestPostgres.NewDatabase();
    }

    [Fact]
    public async Task A_new_instance_gets_its_host_and_a_region_from_the_command_line()
    {
        Directory.CreateDirectory(folder);
        var settings = Path.Combine(folder, "settings.json");
        var database = await NewDatabase();
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new { Dir = Path.Combine(folder, "var"), Postgres = database }));
        Task<(int Code, string Output, string Error)> Appui(params string[] arguments) =>
            ChildApp.Run([.. arguments, "--config", settings]);

        if (database.Length == 0) // the other is given with its tables
        {
            (await Appui("user", "add", "paul@hote.example.fr", "--organisation", "hote")).Error.ShouldContain("./appui migrate");
            (await Appui("migrate")).Code.ShouldBe(0);
        }

        var (code, _, unknown) = await Appui("user", "add", "paul@hote.example.fr", "--organisation", "hote");
        code.ShouldBe(1);
        unknown.ShouldContain("Aucun organisme n’a le code");
        (await Appui("user", "add", "paul@hote.example.fr", "--organisation", "Hôte !", "--organisation-name", "Hôte")).Error.ShouldContain(
            "Essayez «\u00a0hote\u00a0»"
        );

        var first = await Appui(
            "user",
            "add",
            "paul@hote.example.fr",
            "--organisation",
            "hote",
            "--organisation-name",
            "Hébergeur",
            "--name",
            "Paul Morvan"
        );
        first.Code.ShouldBe(0, first.Error);
        var password = Password().Match(first.Output).Groups["it"].Value;
        password.Length.ShouldBe(20);

        string[] region =
        [
            "user",
            "add",
            "PAUL@hote.example.fr",
            "--organisation",
            "region-test",
            "--organisation-name",
            "Région Test",
            "--kind",
            "Region",
            "--department",
            "31",
        ];
        (await Appui([.. region, "--role", "Administrator"])).Error.ShouldContain("Rôles possibles\u00a0: Manager, Officer");
        (await Appui([.. region, "--role", "Officer"])).Output.ShouldContain("existait déjà");

        using var app = await ChildApp.Serve("--config", settings);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Client.BaseAddress };
        http.DefaultRequestHeaders.Add("Origin", app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var browser = new Browser(http);
        (await browser.SignIn("paul@hote.example.fr", password)).Location.ShouldBe("/organismes");
        (await browser.Get("/o/hote/organisme/equipe")).Words.ShouldContain("Paul Morvan");
        (await browser.Get("/o/region-test")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Get("/o/hote/organisme/journal")).Words.ShouldContain("Hébergeur");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_in_a_sentence()
    {
        foreach (var command in (string[])["migrate", "serve"])
        {
            var (code, _, error) = await ChildApp.Run(
                [.. command.Split(' '), "--dir", folder],
                ("APPUI_POSTGRES", "Host=/nowhere;Username=nobody;Database=none;Timeout=3")
            );
            code.ShouldBe(1, error);
            error.ShouldContain("La base de données ne répond pas");
            error.ShouldNotContain("   at ");
        }
    }

    [GeneratedRegex(": (?<it>[a-z0-9]{20})\\s", RegexOptions.None, 1000)]
    private static partial Regex Password();
}
