using Appui.Accounts.Contract;
using Appui.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Files that organisations keep.</content>
public abstract partial class AppuiDb
{
    /// <summary>Files of the actor's organisation.</summary>
    public DbSet<KeptFile> KeptFiles => Set<KeptFile>();

    partial void MapFiles(ModelBuilder model) =>
        model.Entity<KeptFile>(file =>
        {
            file.ToTable("shared_file", t => t.HasCheckConstraint("ck_shared_file_length", "\"Length\" > 0"));
            file.HasIndex(f => f.StoredBy);
            file.Property(f => f.Use).HasMaxLength(60);
            file.Property(f => f.Name).HasMaxLength(FileNameRules.Longest);
            file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(10);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.BelongsToOrganisation();
        });
}
