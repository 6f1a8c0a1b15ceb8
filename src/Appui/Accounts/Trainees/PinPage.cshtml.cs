using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.Trainees;

/// <summary>Where a trainee types the organisation's code and their PIN. In the demonstration it says which to try.</summary>
[PageCached(60)]
public sealed class PinPageModel(SignInTrainee signIn, AppuiSettings settings) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>True in the demonstration.</summary>
    public bool IsDemonstration => settings.Demo;

    /// <summary>Shows the form; a link may bring the code.</summary>
    public void OnGet(string? code) => Code = code;

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var outcome = await signIn.ByPin(Code, Pin, HttpContext.Origin(), stop);
        if (!outcome.Is(out var arrival, out var refusal))
            return this.Refused(refusal);
        await SessionCookie.Write(HttpContext, arrival.Person, arrival.Session);
        return Redirect($"/o/{arrival.OrganisationCode}");
    }
}
