using Appui.Tests.Harness;

namespace Appui.Tests.House;

/// <summary>The checks that every page goes through do find what they look for.</summary>
public sealed class SoundnessTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const string Around =
        "<!doctype html><html lang=fr><head><title>a</title><meta name=viewport content='width=device-width'></head><body><main><h1>a</h1>{0}</main></body></html>";

    [Theory]
    [InlineData("<p>rien à dire</p>", null)]
    [InlineData("<div style='width:900px'>large</div>", "overflow")]
    [InlineData(
        "<button style='position:absolute;top:90px'>un</button><button style='position:absolute;top:95px'>deux</button>",
        "overlap"
    )]
    [InlineData("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "axe image-alt")]
    [InlineData("<script>missing()</script>", "script error")]
    [InlineData("<img alt='' src='/absent.png'>", "console error")]
    public async Task A_flaw_is_found(string flaw, string? found)
    {
        await using var visit = await app.Browse();
        var page = await visit.NewPageAsync();
        await page.RouteAsync(
            "**/planted",
            route =>
                route.FulfillAsync(
                    new() { ContentType = "text/html; charset=utf-8", Body = Around.Replace("{0}", flaw, StringComparison.Ordinal) }
                )
        );
        await page.RouteAsync("**/favicon.ico", route => route.FulfillAsync(new() { Status = 204 }));
        await page.GotoAsync("/planted");
        var flaws = await page.Flaws();
        if (found is null)
            flaws.ShouldBeEmpty();
        else
            flaws.ShouldContain(f => f.Contains(found, StringComparison.Ordinal));
    }
}
