using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Contract;

/// <summary>
/// A visitor said whether they are certified while giving the limits of a plan: their space remembers it, and signing up does not ask again.
/// A real organisation keeps what its manager declared: trying a plan with other limits changes nothing there.
/// </summary>
public sealed class NoteQualiopi(AppuiDb db)
{
    /// <summary>Notes it on the actor's provisional space, at once: a space kept at the same moment is a real organisation, left as it is.</summary>
    public Task Run(Actor actor, bool isCertified, CancellationToken stop) =>
        db
            .Organisations.Where(o => o.Id == actor.OrganisationId && o.State == OrganisationState.Provisional && o.Qualiopi != isCertified)
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.Qualiopi, isCertified), stop);
}
