using Appui.Diagnosis.Editor;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Versions of questionnaires that advisers write.</content>
public abstract partial class AppuiDb
{
    /// <summary>Not owned rows: once published, a questionnaire is everybody's. Drafts are kept to their authors by <see cref="EditorAccess"/>.</summary>
    public DbSet<InstrumentVersion> InstrumentVersions => Set<InstrumentVersion>();

    private static void MapInstruments(ModelBuilder model) =>
        model.Entity<InstrumentVersion>(version =>
        {
            version.ToTable("diagnosis_instrument");
            version.HasIndex(v => new { v.State, v.OrganisationId });
            version.HasIndex(v => new { v.Code, v.PublishedAs }).IsUnique();
            version.Property(v => v.Code).HasMaxLength(60);
            version.Property(v => v.Version).HasMaxLength(20);
            version.Property(v => v.CopiedFrom).HasMaxLength(20);
            version.Property(v => v.State).HasConversion<string>().HasMaxLength(12);
            version.Property(v => v.Revision).IsConcurrencyToken();
        });
}
