using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Diagnosis.Benchmark;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Appui.Shared.Storage;

/// <content>Tables of the comparison with others.</content>
public abstract partial class AppuiDb
{
    public DbSet<DiagnosisScores> DiagnosisScores => Set<DiagnosisScores>();

    public DbSet<BenchmarkSnapshot> BenchmarkSnapshots => Set<BenchmarkSnapshot>();

    public DbSet<BenchmarkFigure> BenchmarkFigures => Set<BenchmarkFigure>();

    public DbSet<BenchmarkLedger> BenchmarkLedgers => Set<BenchmarkLedger>();

    private static void MapBenchmark(ModelBuilder model)
    {
        model.Entity<DiagnosisScores>(scores =>
        {
            scores.ToTable("diagnosis_scores");
            scores.HasKey(s => s.DiagnosisId);
            scores.HasIndex(s => s.OrganisationId);
            scores.HasIndex(s => s.CompletedAt);
            scores.Property(s => s.InstrumentCode).HasMaxLength(60);
            scores.Property(s => s.InstrumentVersion).HasMaxLength(20);
            AsJson(scores.Property(s => s.Dimensions));
            scores.HasOne<MaturityDiagnosis>().WithOne().HasForeignKey<DiagnosisScores>(s => s.DiagnosisId);
            scores.BelongsToOrganisation();
        });
        model.Entity<BenchmarkSnapshot>(snapshot =>
        {
            snapshot.ToTable("benchmark_snapshot");
            snapshot.HasKey(s => s.Month);
        });
        model.Entity<BenchmarkFigure>(figure =>
        {
            figure.ToTable("benchmark_cell");
            figure.HasKey(f => new
            {
                f.Month,
                f.Cell,
                f.Dimension,
            });
            figure.Property(f => f.Cell).HasMaxLength(20);
            figure.Property(f => f.Dimension).HasMaxLength(10);
            figure.HasOne<BenchmarkSnapshot>().WithMany().HasForeignKey(f => f.Month);
        });
        model.Entity<BenchmarkLedger>(ledger =>
        {
            ledger.ToTable("benchmark_ledger");
            ledger.HasKey(l => l.Month);
            AsJson(ledger.Property(l => l.Dimensions));
            ledger.HasOne<BenchmarkSnapshot>().WithOne().HasForeignKey<BenchmarkLedger>(l => l.Month);
        });
    }

    private static void AsJson<T>(PropertyBuilder<IReadOnlyDictionary<string, T>> property) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<Dictionary<string, T>>(text, JsonSerializerOptions.Default)!,
            // Replaced as a whole, never changed in place.
            new ValueComparer<IReadOnlyDictionary<string, T>>((a, b) => ReferenceEquals(a, b), v => v.Count, v => v)
        );
}
