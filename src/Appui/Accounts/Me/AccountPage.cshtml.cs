using System.Globalization;
using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Me;

/// <summary>A person's own account: name, language, reading mode, address, password.</summary>
[Authorize]
public sealed class AccountPageModel(AppuiDb db, ChangeAccount account, ChangeAddress address, ChangePassword password) : PageModel
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public bool ReadingMode { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    /// <summary>Whether the address is proven, in words.</summary>
    public string AddressState { get; private set; } = "";

    /// <summary>A trainee signed in by PIN or card changes neither address nor password.</summary>
    public bool MayChangeSecrets => User.OnlyOrganisation() is null;

    /// <summary>Languages to choose from.</summary>
    public IEnumerable<SelectListItem> Languages { get; } =
    [new(AccountsTexts.Language_Browser, ""), new(AccountsTexts.Language_Fr, "fr"), new(AccountsTexts.Language_En, "en")];

    /// <summary>Shows the account.</summary>
    public Task OnGet(CancellationToken stop) => Load(stop);

    /// <summary>Saves name, language and reading mode.</summary>
    public async Task<IActionResult> OnPostPerson(CancellationToken stop)
    {
        var outcome = await account.Run(User.PersonId()!.Value, FullName, Language, ReadingMode, stop);
        if (outcome.Is(out var person, out var refusal))
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == User.Session(), stop);
            await SessionCookie.Write(HttpContext, person, session);
            if (!person.ReadingMode)
                HttpContext.Prefer("lecture", null);
            if (person.Language is null)
                HttpContext.Prefer("langue", null);
        }

        return await Say(refusal, AccountsTexts.Account_Saved, stop);
    }

    /// <summary>Sends a link to the address.</summary>
    public async Task<IActionResult> OnPostAddress(CancellationToken stop)
    {
        if (!MayChangeSecrets)
            return StatusCode(StatusCodes.Status403Forbidden);
        var outcome = await address.Run(User.PersonId()!.Value, Email, HttpContext.Origin(), stop);
        return await Say(outcome.Refusal, string.Format(CultureInfo.CurrentCulture, AccountsTexts.Account_Address_Sent, Email), stop);
    }

    /// <summary>Changes the password.</summary>
    public async Task<IActionResult> OnPostPassword(CancellationToken stop)
    {
        if (!MayChangeSecrets)
            return StatusCode(StatusCodes.Status403Forbidden);
        var origin = HttpContext.Origin();
        var outcome = await password.Run(User.PersonId()!.Value, User.Session(), CurrentPassword, Password, origin, stop);
        return await Say(outcome.Refusal, AccountsTexts.Account_Password_Changed, stop);
    }

    private async Task<IActionResult> Say(Refusal? refusal, string done, CancellationToken stop)
    {
        var (typedName, typedEmail) = (FullName, Email);
        ModelState.Clear();
        await Load(stop);
        if (refusal is null)
        {
            Said = done;
            return Page();
        }

        FullName = typedName ?? FullName;
        Email = typedEmail ?? Email;
        return this.Refused(refusal);
    }

    private async Task Load(CancellationToken stop)
    {
        var person = await db.People.SingleAsync(p => p.Id == User.PersonId(), stop);
        (FullName, Language, ReadingMode, Email) = (
            person.FullName,
            person.Language,
            person.ReadingMode,
            person.PendingEmail ?? person.Email
        );
        AddressState = person switch
        {
            { PendingEmail: { } given } => string.Format(CultureInfo.CurrentCulture, AccountsTexts.Account_Address_Pending, given),
            { Email: { } proven } => string.Format(CultureInfo.CurrentCulture, AccountsTexts.Account_Address_Proven, proven),
            _ => AccountsTexts.Account_Address_None,
        };
    }
}
