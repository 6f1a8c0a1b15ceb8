using Appui.Shared.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Home;

/// <summary>The visitor's first page: what Appui is, and one way to begin.</summary>
[PageCached(60)]
public sealed class WelcomePageModel : PageModel;
