using Appui.Accounts.Contract;
using Appui.Accounts.SignIn;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts.Organisations;

/// <summary>The organisations a person belongs to, each at its own address: two tabs can serve two of them.</summary>
[Authorize]
public sealed class ChoosePageModel(AppuiDb db) : PageModel
{
    /// <summary>One line per organisation, by name.</summary>
    public IReadOnlyList<SwitcherLine> Lines { get; private set; } = [];

    /// <summary>Somebody signed in for one organisation alone makes no other.</summary>
    public bool MayFound => User.OnlyOrganisation() is null;

    /// <summary>Shows them.</summary>
    public async Task OnGet(CancellationToken stop) => Lines = await AccountsAccess.Switcher(db, User, stop);
}
