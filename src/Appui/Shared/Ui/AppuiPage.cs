using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Shared.Ui;

/// <summary>What every page does with a refusal: the same page again, with the sentence in its place and the right status.</summary>
public abstract class AppuiPage : PageModel
{
    /// <summary>Shows the page again with a refusal: at its field when it has one, at the top otherwise.</summary>
    protected PageResult Refused(Refusal refusal)
    {
        ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
        return new PageResult { StatusCode = refusal.Status };
    }

    /// <summary>The sentence shown at a field, or null.</summary>
    public string? ErrorOf(string field) =>
        ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
}
