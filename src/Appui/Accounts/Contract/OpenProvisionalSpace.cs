using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.Contract;

/// <summary>A visitor's space was opened. <see cref="Link"/> is shown once and kept as a hash only.</summary>
public sealed record ProvisionalSpace(Guid OrganisationId, string Link);

/// <summary>Opens a provisional space for somebody without an account, who can then answer, plan, and sign up to keep it all.</summary>
public sealed class OpenProvisionalSpace(AppuiDb db, TimeProvider clock)
{
    /// <summary>Opens a space for a provider of a given profile and department (INSEE code, null when not said).</summary>
    public async Task<ProvisionalSpace> Run(ProviderProfile profile, string? departmentCode, CancellationToken stop)
    {
        var link = Ids.NewSecret();
        var id = Ids.New();
        db.Organisations.Add(
            new Organisation
            {
                Id = id,
                Code = $"essai-{id:N}",
                Name = "",
                Kind = OrganisationKind.TrainingProvider,
                State = OrganisationState.Provisional,
                Profile = profile,
                DepartmentCode = departmentCode,
                RegionCode = Places.RegionOf(departmentCode),
                TimeZone = Places.ZoneOf(departmentCode),
                LinkHash = Ids.HashOf(link),
                CreatedAt = clock.Now(),
            }
        );
        await db.SaveChangesAsync(stop);
        return new ProvisionalSpace(id, link);
    }
}
