using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Contract;

/// <summary>A provider as the stories of the demonstration need it.</summary>
/// <param name="Manager">Who heads it and answers for it.</param>
/// <param name="Since">When it came.</param>
public sealed record DemoProvider(
    Guid Id,
    string Code,
    ProviderProfile Profile,
    string? RegionCode,
    bool Qualiopi,
    Guid Manager,
    DateTime Since
)
{
    /// <summary>Code of the organisation of the demonstration's manager.</summary>
    public const string Main = "atelier-montjoie";

    /// <summary>The actor who tells this provider's story.</summary>
    public Actor Actor => new(Manager, null, Id, Roles.Manager);
}

/// <summary>The providers of the demonstration, for the stories of the capabilities above.</summary>
public sealed class DemoCast(AppuiDb db)
{
    /// <summary>Every provider that has a manager, by code. Looks across organisations: only demonstration stories call it.</summary>
    public async Task<IReadOnlyList<DemoProvider>> Providers(CancellationToken stop)
    {
        var found = await (
            from o in db.Organisations
            join m in db.Memberships.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }) on o.Id equals m.OrganisationId
            where o.Kind == OrganisationKind.TrainingProvider && o.State == OrganisationState.Active
            where (m.Roles & Roles.Manager) != Roles.None && m.EndedAt == null
            orderby m.JoinedAt, m.Id
            select new DemoProvider(o.Id, o.Code, o.Profile, o.RegionCode, o.Qualiopi, m.PersonId, o.CreatedAt)
        ).ToListAsync(stop);
        return [.. found.DistinctBy(p => p.Id).OrderBy(p => p.Code, StringComparer.Ordinal)];
    }

    /// <summary>The demonstration's adviser of a skills operator, or null. Looks across organisations: only demonstration stories call it.</summary>
    public Task<Actor?> Adviser(CancellationToken stop) =>
        (
            from o in db.Organisations
            join m in db.Memberships.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }) on o.Id equals m.OrganisationId
            where o.Kind == OrganisationKind.SkillsOperator && (m.Roles & Roles.Adviser) != Roles.None && m.EndedAt == null
            orderby m.JoinedAt, m.Id
            select new Actor(m.PersonId, null, o.Id, m.Roles, null)
        ).FirstOrDefaultAsync(stop);
}
