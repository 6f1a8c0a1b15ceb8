using System.Data.Common;
using Appui.Shared.Web;
using Appui.Shared.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Appui.Shared.Storage;

/// <summary>
/// Once a save is certain: wakes the worker when work was put down, and drops the kept pages of the organisation whose rows changed.
/// Bulk updates and hand-written SQL pass by: they call <see cref="PageCache.Evict"/> themselves.
/// </summary>
public sealed class AfterSave(WorkSignal signal, PageCache pages) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, Change> changes = [];

    /// <inheritdoc />
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Tell(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    /// <inheritdoc />
    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    private void Note(DbContext? context)
    {
        if (context is not AppuiDb db)
            return;
        var change = changes.GetOrCreateValue(db);
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            change.Work |= entry.Entity is WorkItem;
            change.Organisation = entry.Entity is IOwned owned and not IAppended ? owned.OrganisationId : change.Organisation;
        }
    }

    // Inside a transaction this runs after the save and again after the commit; only the second finds something new, both are harmless.
    private void Tell(DbContext? context)
    {
        if (context is null || !changes.TryGetValue(context, out var change))
            return;
        if (change.Work)
            signal.Ring();
        if (change.Organisation is { } organisation)
            pages.Evict(PageCache.TagOf(organisation));
        if (context.Database.CurrentTransaction is null)
            changes.Remove(context);
    }

    private sealed class Change
    {
        public bool Work { get; set; }

        public Guid? Organisation { get; set; }
    }
}
