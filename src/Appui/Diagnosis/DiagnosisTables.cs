using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Tables of Diagnosis.</content>
public abstract partial class AppuiDb
{
    public DbSet<MaturityDiagnosis> Diagnoses => Set<MaturityDiagnosis>();

    public DbSet<DiagnosisAnswer> DiagnosisAnswers => Set<DiagnosisAnswer>();

    partial void MapDiagnosis(ModelBuilder model)
    {
        model.Entity<MaturityDiagnosis>(diagnosis =>
        {
            diagnosis.ToTable("diagnosis");
            diagnosis.HasIndex(d => new { d.OrganisationId, d.StartedAt });
            diagnosis.Property(d => d.InstrumentCode).HasMaxLength(60);
            diagnosis.Property(d => d.InstrumentVersion).HasMaxLength(20);
            diagnosis.Property(d => d.Profile).HasMaxLength(20);
            diagnosis.Property(d => d.Revision).IsConcurrencyToken();
            diagnosis.BelongsToOrganisation();
        });
        model.Entity<DiagnosisAnswer>(answer =>
        {
            answer.ToTable("diagnosis_answer");
            answer.HasKey(a => new { a.DiagnosisId, a.ItemCode });
            answer.HasIndex(a => a.OrganisationId);
            answer.Property(a => a.ItemCode).HasMaxLength(60);
            answer.Property(a => a.Choice).HasMaxLength(200);
            answer.Property(a => a.Note).HasMaxLength(1000);
            answer.Property(a => a.Evidence).HasConversion<string>().HasMaxLength(20);
            answer.Property(a => a.Revision).IsConcurrencyToken();
            answer.HasOne<MaturityDiagnosis>().WithMany().HasForeignKey(a => a.DiagnosisId);
        });
    }
}
