using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Organisations;

/// <summary>A manager corrects what the organisation says of itself. Its code stays: it is in people's links and on trainees' cards.</summary>
public sealed class ChangeOrganisation(AppuiDb db, PageCache pages, TimeProvider clock)
{
    /// <summary>Saves the facts, or adds everything that is wrong to <paramref name="problems"/>.</summary>
    public async Task<Outcome<Organisation>> Run(OrganisationForm form, Actor actor, List<Refusal> problems, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        var organisation = await db.Organisations.SingleAsync(o => o.Id == actor.OrganisationId, stop);
        if (form.Read(problems, organisation.Kind) is not { } facts)
            return problems[0];
        var before = OrganisationForm.Of(organisation);
        facts.WriteOn(organisation);
        if (OrganisationForm.Of(organisation).ChangesSince(before) is { Count: > 0 } changes)
            db.Record(actor, AccountsKinds.SettingsChanged, clock.Now(), organisation.Id, changes);
        await db.SaveChangesAsync(stop);
        pages.Evict(PageCache.TagOf(organisation.Id));
        return organisation;
    }
}
