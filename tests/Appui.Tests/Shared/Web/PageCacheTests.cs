using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Appui.Tests.Shared.Web;

public sealed class PageCacheTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(OpsApp App, Func<int> Made)> Start()
    {
        var made = 0;
        var app = await OpsApp.Start(
            worker: false,
            routes: a =>
            {
                a.MapGet("/page", () => Results.Content($"page {Interlocked.Increment(ref made)}", "text/html"))
                    .WithMetadata(new PageCachedAttribute(60) { Tags = ["schemes"] });
                a.MapGet("/essai/{link}/page", () => Results.Content($"page {Interlocked.Increment(ref made)}", "text/html"))
                    .WithMetadata(new PageCachedAttribute(60));
                a.MapGet(
                        "/avec-cookie",
                        (HttpContext http) =>
                        {
                            http.Response.Cookies.Append("x", "y");
                            return Results.Content($"page {Interlocked.Increment(ref made)}", "text/html");
                        }
                    )
                    .WithMetadata(new PageCachedAttribute(60));
            }
        );
        return (app, () => made);
    }

    private static async Task<string> Get(OpsApp app, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await (await app.Client.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop);
    }

    [Fact]
    public async Task A_visitors_page_is_made_once_per_language_theme_and_query()
    {
        var (app, made) = await Start();
        await using var _ = app;
        (await Get(app, "/page")).ShouldBe("page 1");
        (await Get(app, "/page")).ShouldBe("page 1");
        (await Get(app, "/page", ("Accept-Language", "en"))).ShouldBe("page 2");
        (await Get(app, "/page", ("Cookie", "theme=dark"))).ShouldBe("page 3");
        (await Get(app, "/page?x=1")).ShouldBe("page 4");
        (await Get(app, "/page?x=1")).ShouldBe("page 4");
        made().ShouldBe(4);
    }

    [Fact]
    public async Task A_signed_in_person_never_gets_a_visitors_page_nor_leaves_one()
    {
        var (app, _) = await Start();
        await using var __ = app;
        (await Get(app, "/page", ("Cookie", "appui=session"))).ShouldBe("page 1");
        (await Get(app, "/page", ("Cookie", "appui=session"))).ShouldBe("page 2");
        (await Get(app, "/page")).ShouldBe("page 3");
        (await Get(app, "/page", ("Cookie", "inconnu=1"))).ShouldBe("page 4");
    }

    [Fact]
    public async Task An_evicted_tag_makes_the_page_anew_even_if_it_was_being_made()
    {
        var (app, _) = await Start();
        await using var __ = app;
        var cache = app.App.Services.GetRequiredService<PageCache>();
        await Get(app, "/page");
        cache.Evict("schemes");
        (await Get(app, "/page")).ShouldBe("page 2");
        var before = cache.Moment;
        cache.Evict("schemes");
        cache.Keep("k", new KeptPage(new byte[1], "text/html", null, "", ["schemes"], before), TimeSpan.FromMinutes(1));
        cache.Find("k").ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_sets_a_cookie_is_not_kept()
    {
        var (app, made) = await Start();
        await using var _ = app;
        await Get(app, "/avec-cookie");
        await Get(app, "/avec-cookie");
        made().ShouldBe(2);
    }

    [Fact]
    public async Task A_kept_page_answers_not_modified_to_a_browser_that_has_it()
    {
        var (app, _) = await Start();
        await using var __ = app;
        var first = await app.Client.GetAsync("/page", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        ((int)(await app.Client.SendAsync(request, Stop)).StatusCode).ShouldBe(304);
    }

    [Fact]
    public async Task A_save_in_an_organisation_drops_its_kept_pages_and_no_other()
    {
        var (app, _) = await Start();
        await using var __ = app;
        var mine = await Open(app);
        var other = await Open(app);
        (await Get(app, $"/essai/{mine.Link}/page")).ShouldBe("page 1");
        (await Get(app, $"/essai/{other.Link}/page")).ShouldBe("page 2");
        await app.With(
            async db =>
            {
                var person = new Person { Id = Ids.New(), FullName = "A" };
                db.People.Add(person);
                db.Memberships.Add(
                    new Membership
                    {
                        Id = Ids.New(),
                        OrganisationId = mine.OrganisationId,
                        PersonId = person.Id,
                        Roles = Roles.Manager,
                        DisplayName = "A",
                        JoinedAt = DateTime.UnixEpoch,
                    }
                );
                return await db.SaveChangesAsync(Stop);
            },
            mine.OrganisationId
        );
        (await Get(app, $"/essai/{mine.Link}/page")).ShouldBe("page 3");
        (await Get(app, $"/essai/{other.Link}/page")).ShouldBe("page 2");
    }

    private static Task<ProvisionalSpace> Open(OpsApp app) =>
        app.With(db => new OpenProvisionalSpace(db, TimeProvider.System).Run(ProviderProfile.Solo, null, Stop));
}
