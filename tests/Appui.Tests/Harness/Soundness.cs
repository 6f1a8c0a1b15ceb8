using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Appui.Tests.Harness;

/// <summary>What must hold on every page a person can open.</summary>
public static class Soundness
{
    private static readonly int[] Widths = [320, 768, 1440];

    // Overflow: the page scrolls sideways. Overlap: two controls, neither inside the other, share more than 2 px each way.
    // Bars that stick to the window's edge pass over the page on purpose and are compared among themselves only.
    private const string Layout = """
        () => {
          const found = [];
          const root = document.documentElement;
          const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.className && e.className.split ? '.' + e.className.split(' ').join('.') : '')
            + ' "' + (e.innerText || e.value || e.getAttribute('aria-label') || '').trim().slice(0, 30) + '"';
          if (root.scrollWidth > root.clientWidth) {
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1).slice(-3);
            found.push('overflow of ' + (root.scrollWidth - root.clientWidth) + ' px: ' + wide.map(name).join(', '));
          }
          const stuck = e => { for (let p = e; p; p = p.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(p).position)) return true; return false; };
          const shown = e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getBoundingClientRect().width > 3 && getComputedStyle(e).clipPath === 'none';
          const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]')]
            .filter(shown).map(e => ({ e, stuck: stuck(e), boxes: [...e.getClientRects()] }));
          for (let i = 0; i < controls.length; i++) for (let j = i + 1; j < controls.length; j++) {
            const a = controls[i], b = controls[j];
            if (a.stuck !== b.stuck || a.e.contains(b.e) || b.e.contains(a.e)) continue;
            const over = a.boxes.some(x => b.boxes.some(y =>
              Math.min(x.right, y.right) - Math.max(x.left, y.left) > 2 && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 2));
            if (over) found.push('overlap: ' + name(a.e) + ' and ' + name(b.e));
          }
          return found;
        }
        """;

    /// <summary>No axe violation (light or dark, phone or desk by turns), no sideways scroll nor overlapping controls at three widths, no complaint of the browser. The window must run script: axe does.</summary>
    /// <param name="page">The page.</param>
    /// <param name="expected">Part of a complaint the browser makes rightly, such as the status of a refused form.</param>
    public static async Task ShouldBeSound(this IPage page, string? expected = null)
    {
        var problems = (await page.Flaws()).Where(flaw => expected is null || !flaw.Contains(expected, StringComparison.Ordinal)).ToList();
        problems.ShouldBeEmpty($"{page.Url}\n{string.Join('\n', problems)}");
    }

    /// <summary>What is not sound on the page, one sentence each.</summary>
    public static async Task<IReadOnlyList<string>> Flaws(this IPage page)
    {
        var turn = new Uri(page.Url).AbsolutePath.Split('/')[^1].Sum(c => c);
        var problems = new List<string>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            problems.AddRange((await page.EvaluateAsync<string[]>(Layout)).Select(p => $"at {width}: {p}"));
        }

        await page.EmulateMediaAsync(new() { ColorScheme = turn % 2 == 0 ? ColorScheme.Light : ColorScheme.Dark });
        await page.SetViewportSizeAsync(turn / 2 % 2 == 0 ? 1440 : 360, 900);
        var axe = await page.RunAxe();
        problems.AddRange(
            axe.Violations.Select(v =>
                $"axe {v.Id} ({v.Impact}): {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => $"{n.Html} {n.Any.FirstOrDefault()?.Message}"))}"
            )
        );
        problems.AddRange(TestBrowser.ComplaintsOf(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1440, 900);
        return problems;
    }

    /// <summary>Keeps pictures of the page at three widths, light and dark, for a person to look at.</summary>
    public static async Task Shot(this IPage page, string name)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[360, 768, 1440])
            {
                await page.SetViewportSizeAsync(width, 900);
                var file = $"{name}-{width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(TestRun.Artifacts("screens"), file), FullPage = true });
            }
        }
    }
}
