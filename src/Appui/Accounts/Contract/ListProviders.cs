using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Contract;

/// <summary>A provider as it is counted among others: its size and its region.</summary>
public sealed record ProviderPlace(Guid Id, ProviderProfile Profile, string? RegionCode);

/// <summary>Every training provider that has an account, for what is counted over all of them. Visitors' spaces are not among them.</summary>
public sealed class ListProviders(AppuiDb db)
{
    /// <summary>One after the other, in no order.</summary>
    public IAsyncEnumerable<ProviderPlace> Run() =>
        db
            .Organisations.Where(o => o.Kind == OrganisationKind.TrainingProvider && o.State == OrganisationState.Active)
            .Select(o => new ProviderPlace(o.Id, o.Profile, o.RegionCode))
            .AsAsyncEnumerable();
}
