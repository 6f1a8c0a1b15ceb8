using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.Me;

/// <summary>Everything is closed, and what to do now.</summary>
public sealed class SecuredPageModel : PageModel
{
    /// <summary>True when a link was mailed.</summary>
    [BindProperty(Name = "courriel", SupportsGet = true)]
    public string? Mail { get; set; }

    /// <inheritdoc cref="Mail" />
    public bool ByMail => Mail is not null;
}
