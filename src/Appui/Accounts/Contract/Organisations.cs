using Appui.Shared;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Contract;

/// <summary>What an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>Organisme de formation.</summary>
    TrainingProvider,

    /// <summary>Conseil régional.</summary>
    Region,

    /// <summary>Service of the State.</summary>
    StateService,

    /// <summary>Opco.</summary>
    SkillsOperator,

    /// <summary>Carif-Oref.</summary>
    RegionalObservatory,

    /// <summary>Éditeur de contenus.</summary>
    Publisher,

    /// <summary>Cabinet or independent expert.</summary>
    Consultancy,

    /// <summary>Whoever hosts the platform.</summary>
    Host,
}

/// <summary>Size and nature of a provider: decides which questions, actions and schemes concern it.</summary>
public enum ProviderProfile
{
    /// <summary>One person.</summary>
    Solo,

    /// <summary>2 to 10 people.</summary>
    UpTo10,

    /// <summary>11 to 50 people.</summary>
    From11To50,

    /// <summary>More than 50 people.</summary>
    Over50,

    /// <summary>Centre de formation d'apprentis.</summary>
    Cfa,
}

/// <summary>What other capabilities may know of an organisation.</summary>
/// <param name="TimeZone">IANA name of its zone.</param>
public sealed record OrganisationCard(
    Guid Id,
    string Code,
    string Name,
    OrganisationKind Kind,
    bool IsProvisional,
    ProviderProfile Profile,
    string? RegionCode,
    string? DepartmentCode,
    string? Siret,
    bool Qualiopi,
    int Trainers,
    int TraineesPerYear,
    string TimeZone
);

/// <summary>Someone to call, as their organisation publishes them.</summary>
public sealed record ContactCard(string Name, string Role, string Organisation, OrganisationKind Kind, string? Email, string? Phone);

/// <summary>Reads of organisations for the capabilities above. Public facts only.</summary>
public sealed class OrganisationDirectory(AppuiDb db, ReadFile read)
{
    /// <summary>The card of an organisation, or null.</summary>
    public Task<OrganisationCard?> Find(Guid id, CancellationToken stop) => AccountsAccess.Card(db, id, stop);

    /// <summary>The logo of the current organisation as PNG or JPEG, or null.</summary>
    public async Task<byte[]?> Logo(CancellationToken stop)
    {
        var logo = await db.Organisations.Where(o => o.Id == db.Tenant).Select(o => o.LogoId).SingleOrDefaultAsync(stop);
        return logo is { } id ? await read.Run(id, stop) : null;
    }

    /// <summary>Advisers and analysts of a region who accept to be called.</summary>
    public Task<IReadOnlyList<ContactCard>> Contacts(string? regionCode, CancellationToken stop) =>
        AccountsAccess.Contacts(db, regionCode, stop);

    /// <summary>Who trainees of the current organisation may call: its trainers, else its managers.</summary>
    public Task<IReadOnlyList<ContactCard>> Trainers(CancellationToken stop) => AccountsAccess.Trainers(db, stop);
}

/// <summary>Profiles as the reference data names them.</summary>
public static class Profiles
{
    /// <summary>Name in instruments, actions and schemes.</summary>
    public static string Code(this ProviderProfile profile) =>
        profile switch
        {
            ProviderProfile.Solo => "solo",
            ProviderProfile.UpTo10 => "upTo10",
            ProviderProfile.From11To50 => "from11To50",
            ProviderProfile.Over50 => "over50",
            _ => "cfa",
        };

    /// <summary>True when a list of profiles (null: all) contains this one.</summary>
    public static bool Concerns(this ProviderProfile profile, IReadOnlyList<string>? profiles) =>
        profiles is null || profiles.Contains(profile.Code(), StringComparer.Ordinal);
}
