using Appui.Shared.Work;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Tables of Shared.</content>
public abstract partial class AppuiDb
{
    /// <summary>Work that outlives a request, of every organisation.</summary>
    public DbSet<WorkItem> Work => Set<WorkItem>();

    /// <summary>An instant as hand-written SQL must give it to this engine.</summary>
    public object Stored(DateTime instant) => IsSqlite ? (long)(instant - DateTime.UnixEpoch).TotalMilliseconds : instant;

    partial void MapShared(ModelBuilder model)
    {
        model.Entity<WorkItem>(work =>
        {
            work.ToTable("shared_work");
            work.HasIndex(w => w.Key).IsUnique();
            work.HasIndex(w => new { w.State, w.DueAt });
            work.HasIndex(w => new { w.OrganisationId, w.CreatedAt });
            work.Property(w => w.Key).HasMaxLength(200);
            work.Property(w => w.Kind).HasMaxLength(60);
            work.Property(w => w.Language).HasMaxLength(2);
            work.Property(w => w.State).HasConversion<string>().HasMaxLength(10);
            work.Property(w => w.Progress).HasMaxLength(WorkItem.LongestText);
            work.Property(w => w.Result).HasMaxLength(WorkItem.LongestText);
            work.Property(w => w.Error).HasMaxLength(WorkItem.LongestText);
            work.Ignore(w => w.Actor);
        });
    }
}
