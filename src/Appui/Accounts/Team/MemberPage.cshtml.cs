using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>A member as the organisation knows them: its manager corrects names and roles, or ends the membership.</summary>
public sealed class MemberPageModel(AppuiDb db, ChangeMember change, EndMembership end, CurrentActor current) : PageModel
{
    [BindProperty]
    public MemberForm Member { get; set; } = new();

    /// <summary>Roles this organisation gives.</summary>
    public IReadOnlyList<Roles> Offered { get; private set; } = [];

    /// <summary>Name as it stands.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Address of the team.</summary>
    public string Team => $"{current.Prefix}/organisme/equipe";

    /// <summary>Shows the member.</summary>
    public async Task<IActionResult> OnGet(Guid member, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        if (await Load(member, stop) is not { } membership)
            return NotFound();
        Member = MemberForm.Of(membership);
        return Page();
    }

    /// <summary>Saves what was changed.</summary>
    public async Task<IActionResult> OnPost(Guid member, CancellationToken stop)
    {
        List<Refusal> problems = [];
        var outcome = await change.Run(member, Member, current.Actor, problems, stop);
        return outcome.Is(out _, out var refusal)
            ? Redirect($"{Team}?fait=change")
            : await Again(member, problems.Count > 0 ? problems : [refusal], stop);
    }

    /// <summary>Ends the membership.</summary>
    public async Task<IActionResult> OnPostEnd(Guid member, CancellationToken stop)
    {
        if ((await end.Run(member, current.Actor, stop)).Refusal is not { } refusal)
            return Redirect($"{Team}?fait=sortie");
        ModelState.Clear();
        var answer = await Again(member, [refusal], stop);
        if (await db.TeamMember(member, stop) is { } membership)
            Member = MemberForm.Of(membership);
        return answer;
    }

    private async Task<IActionResult> Again(Guid member, IReadOnlyList<Refusal> refusals, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(current.Actor) is { } no)
            return this.Closed(no);
        return await Load(member, stop) is null ? NotFound() : this.Refused(refusals);
    }

    private async Task<Membership?> Load(Guid member, CancellationToken stop)
    {
        if (
            await db
                .Memberships.AsNoTracking()
                .SingleOrDefaultAsync(m => m.Id == member && m.EndedAt == null && m.Roles != Roles.Trainee, stop)
            is not { } found
        )
            return null;
        Name = found.DisplayName;
        Offered = TeamRules.RolesIn(
            await db.Organisations.Where(o => o.Id == current.Actor.OrganisationId).Select(o => o.Kind).SingleAsync(stop)
        );
        return found;
    }
}
