using Appui.Accounts.Contract;
using Appui.Home;
using Appui.Shared;
using Appui.Tests.Harness;

namespace Appui.Tests.Home;

/// <summary>Nobody opens an empty first page, and no link of it leads to a closed door.</summary>
public sealed class RoleStartTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Theory]
    [InlineData(Roles.Officer, "/diagnostic")]
    [InlineData(Roles.Adviser, "/diagnostic")]
    [InlineData(Roles.Analyst, "/diagnostic")]
    [InlineData(Roles.Publisher, "/guides/choose-licence")]
    [InlineData(Roles.Expert, "/diagnostic")]
    [InlineData(Roles.Administrator, "/o/a/organisme/journal")]
    [InlineData(Roles.Manager, "/o/a/organisme/equipe")]
    public void Each_role_has_one_thing_to_do_and_does_not_find_it_twice(Roles roles, string first)
    {
        var start = RoleStart.Of(roles, "/o/a");
        start.First.Href.ShouldBe(first);
        start.Links.Select(l => l.Href).ShouldNotContain(first);
    }

    [Fact]
    public void The_audit_and_the_details_are_offered_to_those_who_may_open_them_alone()
    {
        Hrefs(Roles.Officer).ShouldNotContain("/o/a/organisme");
        Hrefs(Roles.Officer).ShouldNotContain("/o/a/organisme/journal");
        Hrefs(Roles.Officer | Roles.Manager).ShouldContain("/o/a/organisme");
        Hrefs(Roles.Officer | Roles.Manager).ShouldContain("/o/a/organisme/journal");
    }

    [Theory]
    [InlineData(Roles.Officer)]
    [InlineData(Roles.Publisher)]
    [InlineData(Roles.Administrator)]
    public async Task Every_link_of_a_first_page_opens(Roles roles)
    {
        var member = await app.Member(roles, kind: OrganisationKind.Region);
        await using var office = await app.Browse(member.PersonId);
        var page = await office.NewPageAsync();
        await page.GotoAsync(member.Prefix);
        await page.ShouldBeSound();
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a')].map(a => a.href)");
        links.Length.ShouldBeGreaterThan(3);
        foreach (var link in links)
            (await page.GotoAsync(link))!.Status.ShouldBe(200, link);
        app.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OrganisationKind.TrainingProvider, true, true)]
    [InlineData(OrganisationKind.Consultancy, false, true)]
    [InlineData(OrganisationKind.Region, false, false)]
    public async Task The_head_of_a_funder_is_offered_neither_trainees_nor_a_plan(OrganisationKind kind, bool trains, bool plans)
    {
        var head = await app.Member(kind: kind);
        await using var office = await app.Browse(head.PersonId, script: false);
        var page = await office.NewPageAsync();
        await page.GotoAsync(head.Prefix);
        var entries = await page.InnerTextAsync("nav.side");
        entries.Contains("Stagiaires", StringComparison.Ordinal).ShouldBe(trains);
        entries.Contains("Plan", StringComparison.Ordinal).ShouldBe(plans);
    }

    private static IEnumerable<string> Hrefs(Roles roles) => RoleStart.Of(roles, "/o/a").Links.Select(l => l.Href);
}
