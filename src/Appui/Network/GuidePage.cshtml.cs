using Appui.Network.Contract;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Network;

/// <summary>One guide, readable by anybody, printable.</summary>
public sealed class GuidePageModel(Guides guides) : AppuiPage
{
    /// <summary>The guide in the current language.</summary>
    public Guide Guide { get; private set; } = null!;

    /// <summary>Shows a guide by its code.</summary>
    public IActionResult OnGet(string code)
    {
        if (guides.Find(code) is not { } guide)
            return NotFound();
        Guide = guide;
        return Page();
    }
}
