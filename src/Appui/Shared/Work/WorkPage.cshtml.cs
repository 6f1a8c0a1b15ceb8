using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Shared.Work;

/// <summary>How far a piece of work is; asks again by itself, without script, until it is over.</summary>
public sealed class WorkPageModel(AppuiDb db, CurrentActor current) : PageModel
{
    /// <summary>What is shown.</summary>
    public WorkView View { get; private set; } = null!;

    /// <summary>True when a script asked for the part of the page alone.</summary>
    public bool IsFragment => Request.Headers.ContainsKey("HX-Request");

    public async Task<IActionResult> OnGet(Guid id, CancellationToken stop)
    {
        if (await Work.Find(db, current.Actor, id, stop) is not { } view)
            return NotFound();
        View = view;
        if (!view.IsOver && !IsFragment)
            Response.Headers["Refresh"] = "2";
        return Page();
    }
}
