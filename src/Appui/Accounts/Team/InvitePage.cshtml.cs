using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>A manager invites somebody: name, address, roles, and the mail leaves.</summary>
public sealed class InvitePageModel(AppuiDb db, InviteMember invite, CurrentActor current) : PageModel
{
    [BindProperty]
    public MemberForm Member { get; set; } = new();

    /// <summary>Roles this organisation gives.</summary>
    public IReadOnlyList<Roles> Offered { get; private set; } = [];

    /// <summary>Address of the team.</summary>
    public string Team => $"{current.Prefix}/organisme/equipe";

    /// <summary>A role in words.</summary>
    public static string Label(Roles role) => RoleLabels.Name(role);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        await Load(stop);
        return Page();
    }

    /// <summary>Invites.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        List<Refusal> problems = [];
        var outcome = await invite.Run(Member, current.Actor, problems, stop);
        if (outcome.Is(out _, out var refusal))
            return Redirect($"{Team}?fait=invitee");
        if (refusal.Kind == RefusalKind.Forbidden && AccountsAccess.MayManage(current.Actor) is not null)
            return this.Closed(refusal);
        await Load(stop);
        return this.Refused(problems.Count > 0 ? problems : [refusal]);
    }

    private async Task Load(CancellationToken stop) =>
        Offered = TeamRules.RolesIn(
            await db.Organisations.Where(o => o.Id == current.Actor.OrganisationId).Select(o => o.Kind).SingleAsync(stop)
        );
}
