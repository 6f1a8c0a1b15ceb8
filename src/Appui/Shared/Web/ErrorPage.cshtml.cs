using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Shared.Web;

/// <summary>Says what went wrong, what was kept and what to do next.</summary>
public sealed class ErrorPageModel : PageModel
{
    /// <summary>What is said. Somebody who types the address of this page is told that it does not exist.</summary>
    public ErrorNotice Notice { get; private set; } = null!;

    /// <summary>True when a script asked for a part of a page: the notice alone is given.</summary>
    public bool IsFragment => Request.Headers.ContainsKey("HX-Request");

    public void OnGet()
    {
        if (HttpContext.Features.Get<ErrorNotice>() is { } notice)
        {
            Notice = notice;
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            Notice = ErrorNotice.For(HttpContext);
        }

        Response.StatusCode = Notice.Status;
    }
}
