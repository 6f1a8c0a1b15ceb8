using Appui.Accounts.Contract;
using Appui.Tests.Demonstration;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Appui.Tests.Diagnosis.Benchmark;

/// <summary>The manager of the demonstration compares with the other providers of the region.</summary>
public sealed class BenchmarkPageTests(ToldOnSqlite app) : IClassFixture<ToldOnSqlite>
{
    [Fact]
    public async Task The_manager_sees_the_middle_half_of_the_peers_and_chooses_others()
    {
        var manager = await app.Db(null, db => db.People.Where(p => p.Email == "manager@demo.example").Select(p => p.Id).SingleAsync());
        await using var visit = await app.Browse(manager);
        var page = await visit.NewPageAsync();
        await page.GotoAsync($"/o/{DemoProvider.Main}/diagnostic/resultat");
        var part = page.Locator("section[aria-labelledby=pairs]");
        (await part.InnerTextAsync()).ShouldContain("région Occitanie");
        (await part.Locator("svg.axisbar").CountAsync()).ShouldBe(8);
        (await part.Locator("tbody tr").CountAsync()).ShouldBe(8);
        await page.ShouldBeSound();
        await page.Shot("comparaison");
        await part.Locator("nav a").Last.ClickAsync();
        await page.ArrivesAt("**/resultat?comparer=tous#pairs");
        (await part.InnerTextAsync()).ShouldContain("de toutes tailles, toute la France.");
        (await part.Locator("nav [aria-current]").InnerTextAsync()).ShouldBe("de toutes tailles, toute la France");
    }
}
