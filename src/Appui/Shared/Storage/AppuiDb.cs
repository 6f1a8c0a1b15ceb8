using Appui.Shared;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <summary>A row that belongs to one organisation. The tenant filter hides it from every other.</summary>
public interface IOwned
{
    /// <summary>The organisation that owns the row; never empty.</summary>
    Guid OrganisationId { get; }
}

/// <summary>
/// A row that an action may add to any organisation it concerns, and nobody changes afterwards: the audit. Only its own organisation reads it.
/// </summary>
public interface IAppended : IOwned;

/// <summary>
/// The one database of the application, partial per capability (<c>X/XTables.cs</c>), with one child per engine.
/// Owned rows are filtered by the current actor's organisation; without one, nothing is found and nothing can be written.
/// </summary>
public abstract partial class AppuiDb(DbContextOptions options, CurrentActor current) : DbContext(options)
{
    /// <summary>Name of the query filter that keeps organisations apart.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>Organisation whose owned rows are visible now.</summary>
    public Guid Tenant => current.Actor.OrganisationId;

    /// <summary>True on the embedded engine.</summary>
    public abstract bool IsSqlite { get; }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseForeignRows();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseForeignRows();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapShared(modelBuilder);
        MapAudit(modelBuilder);
        MapSwitches(modelBuilder);
        MapFiles(modelBuilder);
        MapAccounts(modelBuilder);
        MapDiagnosis(modelBuilder);
        MapStrategy(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => typeof(IOwned).IsAssignableFrom(t.ClrType)).ToList())
        {
            typeof(AppuiDb)
                .GetMethod(nameof(FilterByTenant), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType)
                .Invoke(this, [modelBuilder]);
        }
    }

    partial void MapShared(ModelBuilder model);

    partial void MapAudit(ModelBuilder model);

    partial void MapSwitches(ModelBuilder model);

    partial void MapFiles(ModelBuilder model);

    partial void MapAccounts(ModelBuilder model);

    partial void MapDiagnosis(ModelBuilder model);

    partial void MapStrategy(ModelBuilder model);

    private void FilterByTenant<T>(ModelBuilder model)
        where T : class, IOwned
    {
        model.Entity<T>().HasQueryFilter(TenantFilter, row => row.OrganisationId == Tenant);
        if (!model.Entity<T>().Metadata.GetIndexes().Any(i => i.Properties[0].Name == nameof(IOwned.OrganisationId)))
            model.Entity<T>().HasIndex(nameof(IOwned.OrganisationId));
    }

    private void RefuseForeignRows()
    {
        foreach (var entry in ChangeTracker.Entries<IOwned>())
        {
            if (entry is { State: EntityState.Added, Entity: IAppended })
                continue;
            if (
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && (entry.Entity.OrganisationId != Tenant || Tenant == Guid.Empty)
            )
            {
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} of another organisation would be written.");
            }
        }
    }
}
