using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Appui.Tests.Harness;

/// <summary>Debian's Chromium, started once per run; each test browses in a context of its own.</summary>
public static class TestBrowser
{
    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Running = new(Start);
    private static readonly ConditionalWeakTable<IBrowserContext, List<string>> Complaints = [];

    /// <summary>A new window: its own cookies, French, Paris time, its console listened to.</summary>
    public static async Task<IBrowserContext> NewContext(string address, bool script = true, string language = "fr-FR")
    {
        var context = await (await Running.Value).Browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                Locale = language,
                TimezoneId = "Europe/Paris",
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = 1440, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(30_000);
        var complaints = Complaints.GetOrCreateValue(context);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add($"console {message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => complaints.Add($"script error: {error.Error}");
        return context;
    }

    /// <summary>What the browser complained of in this window so far: script errors, refused by CSP, missing files.</summary>
    public static IReadOnlyList<string> ComplaintsOf(IPage page) => Complaints.GetOrCreateValue(page.Context);

    /// <summary>
    /// Waits until the window shows an address and has loaded it. The library sometimes misses the loading when it ends before anybody listens for it,
    /// and would wait for ever: the address is what counts, loading is given a moment.
    /// </summary>
    public static async Task ArrivesAt(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        try
        {
            await page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = 4000 });
        }
        catch (TimeoutException)
        {
            // Loaded before we asked.
        }
    }

    /// <summary>Ends the browser, if it was started.</summary>
    public static async Task Stop()
    {
        if (!Running.IsValueCreated)
            return;
        var (playwright, browser) = await Running.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> Start()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        return (playwright, browser);
    }
}
