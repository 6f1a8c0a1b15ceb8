using Appui.Accounts.Journal;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Organisations;

/// <summary>A manager gives the organisation its logo: on its page, and at the head of the documents it takes away.</summary>
public sealed class ChangeLogo(AppuiDb db, StoreFile store, PageCache pages, TimeProvider clock)
{
    /// <summary>Keeps the image, drawn anew; the one before goes with the nightly collection.</summary>
    public async Task<Outcome<Organisation>> Run(string name, Stream content, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        var organisation = await db.Organisations.SingleAsync(o => o.Id == actor.OrganisationId, stop);
        if (!(await store.Run(OrganisationLogo.Use, name, content, actor, stop)).Is(out var file, out var refusal))
            return refusal.On(OrganisationLogo.Field);
        organisation.LogoId = file.Id;
        db.Record(actor, AccountsKinds.LogoChanged, clock.Now(), organisation.Id, ("name", file.Name));
        await db.SaveChangesAsync(stop);
        pages.Evict(PageCache.TagOf(organisation.Id));
        return organisation;
    }
}

/// <summary>A manager takes the organisation's logo away.</summary>
public sealed class RemoveLogo(AppuiDb db, PageCache pages, TimeProvider clock)
{
    /// <summary>There is none any more; nothing happens when there was none.</summary>
    public async Task<Outcome<Organisation>> Run(Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        var organisation = await db.Organisations.SingleAsync(o => o.Id == actor.OrganisationId, stop);
        if (organisation.LogoId is null)
            return organisation;
        organisation.LogoId = null;
        db.Record(actor, AccountsKinds.LogoRemoved, clock.Now(), organisation.Id);
        await db.SaveChangesAsync(stop);
        pages.Evict(PageCache.TagOf(organisation.Id));
        return organisation;
    }
}
