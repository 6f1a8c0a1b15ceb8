using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Appui.Tests.Demonstration;

/// <summary>Every page that somebody of the demonstration reaches, in a real browser: those the navigation and the pages themselves lead to.</summary>
public sealed class DemoPagesTests(ToldOnSqlite app) : IClassFixture<ToldOnSqlite>
{
    // Reached once each, whatever stands for the ids: a hundred trainees are one page.
    private const int MostPages = 40;

    [Theory]
    [InlineData(null)]
    [InlineData("manager")]
    [InlineData("trainer")]
    [InlineData("trainee")]
    [InlineData("officer")]
    [InlineData("publisher")]
    [InlineData("admin")]
    public async Task Every_page_one_can_walk_to_is_sound(string? account)
    {
        var person = account is null ? null : await PersonOf(account);
        await using var visit = await app.Browse(person);
        var page = await visit.NewPageAsync();
        Queue<string> waiting = new(account is null ? ["/", "/connexion", "/stagiaire", "/guides"] : ["/organismes"]);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> flaws = [];
        while (waiting.TryDequeue(out var path))
        {
            var answer = await page.GotoAsync(path);
            if (answer is null || !answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
                continue;
            if (answer.Status >= 400)
                flaws.Add($"{path}: {answer.Status}");
            flaws.AddRange((await page.Flaws()).Select(f => $"{path}: {f}"));
            var links = await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname)"
            );
            foreach (var link in links.Where(l => !IsFile(l) && IsTheirs(l, account) && seen.Count < MostPages && seen.Add(Kind(l))))
                waiting.Enqueue(link);
        }

        seen.ShouldNotBeEmpty();
        flaws.ShouldBeEmpty(string.Join('\n', flaws));
    }

    // What is the same for everybody is looked at once, with the manager or with nobody.
    private static bool IsTheirs(string path, string? account) =>
        account is null or "manager" || path.StartsWith("/o/", StringComparison.Ordinal);

    private static bool IsFile(string path) =>
        path.EndsWith(".pdf", StringComparison.Ordinal) || path.EndsWith(".xlsx", StringComparison.Ordinal);

    // The address with ids left out: pages of one kind are looked at once.
    private static string Kind(string path) =>
        string.Join('/', path.Split('/').Select(part => Guid.TryParse(part, out _) || int.TryParse(part, out _) ? "*" : part));

    private Task<Guid?> PersonOf(string account) =>
        app.Db(null, db => db.People.Where(p => p.Email == $"{account}@demo.example").Select(p => (Guid?)p.Id).SingleAsync());
}
