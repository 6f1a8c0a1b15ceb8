using Appui.Shared;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts;

/// <summary>How pages of Accounts answer a refusal, and what they know of the request.</summary>
public static class PageAnswers
{
    /// <summary>Shows the page again with the refusals, each beside its field, and the status that says the same.</summary>
    public static IActionResult Refused(this PageModel page, params IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            page.ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
            page.Response.StatusCode = refusal.Status;
        }

        return page.Page();
    }

    /// <summary>A page that this actor may not see: 404 to strangers, 403 to members.</summary>
    public static IActionResult Closed(this PageModel page, Refusal refusal)
    {
        page.HttpContext.Refuse(refusal);
        return new EmptyResult();
    }

    /// <summary>The browser in a few words, and the network address.</summary>
    public static Origin Origin(this HttpContext http) =>
        new(DeviceOf(http.Request.Headers.UserAgent.ToString()), http.Connection.RemoteIpAddress?.ToString() ?? "");

    /// <summary>An address of this site to return to, or null: never somebody else's.</summary>
    public static string? Local(this PageModel page, string? address) => page.Url.IsLocalUrl(address) ? address : null;

    private static string DeviceOf(string agent)
    {
        string[] browsers = ["Edg/", "OPR/", "Firefox/", "Chrome/", "Safari/", "curl/"];
        string[] names = ["Edge", "Opera", "Firefox", "Chrome", "Safari", "curl"];
        string[] systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];
        var browser = Array.FindIndex(browsers, b => agent.Contains(b, StringComparison.Ordinal));
        var system = Array.Find(systems, s => agent.Contains(s, StringComparison.Ordinal));
        return string.Join(", ", new[] { browser < 0 ? null : names[browser], system }.Where(t => t is not null));
    }
}
