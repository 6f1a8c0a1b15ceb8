using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts;

/// <summary>What a person could do next about their account and their organisation.</summary>
public static class AccountsSteps
{
    /// <summary>Prove the address; complete the organisation.</summary>
    public static async Task<IReadOnlyList<NextStepItem>> Find(IServiceProvider services, Actor actor, CancellationToken stop)
    {
        if (actor.PersonId is not { } id)
            return [];
        var db = services.GetRequiredService<AppuiDb>();
        List<NextStepItem> steps = [];
        if (await db.People.AnyAsync(p => p.Id == id && p.PendingEmail != null, stop))
            steps.Add(
                new(
                    null,
                    AccountsTexts.Step_Confirm_Title,
                    AccountsTexts.Step_Confirm_Detail,
                    AccountsTexts.Step_Confirm_Action,
                    "/compte",
                    80
                )
            );
        if (!actor.Has(Roles.Manager))
            return steps;
        var bare = await db
            .Organisations.Where(o => o.Id == actor.OrganisationId && (o.Siret == null || o.DepartmentCode == null))
            .Select(o => o.Code)
            .SingleOrDefaultAsync(stop);
        if (bare is not null)
        {
            var href = $"/o/{bare}/organisme";
            steps.Add(
                new(
                    null,
                    AccountsTexts.Step_Organisation_Title,
                    AccountsTexts.Step_Organisation_Detail,
                    AccountsTexts.Step_Organisation_Action,
                    href,
                    20
                )
            );
        }

        return steps;
    }
}
