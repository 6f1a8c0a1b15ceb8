using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Diagnosis.Evidence;
using Appui.Diagnosis.Voices;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Tables of Diagnosis.</content>
public abstract partial class AppuiDb
{
    public DbSet<MaturityDiagnosis> Diagnoses => Set<MaturityDiagnosis>();

    public DbSet<DiagnosisAnswer> DiagnosisAnswers => Set<DiagnosisAnswer>();

    public DbSet<VoiceRound> VoiceRounds => Set<VoiceRound>();

    public DbSet<VoiceCode> VoiceCodes => Set<VoiceCode>();

    public DbSet<VoiceReply> VoiceReplies => Set<VoiceReply>();

    public DbSet<AnswerEvidence> Evidence => Set<AnswerEvidence>();

    public DbSet<EvidenceShare> EvidenceShares => Set<EvidenceShare>();

    partial void MapDiagnosis(ModelBuilder model)
    {
        MapBenchmark(model);
        model.Entity<MaturityDiagnosis>(diagnosis =>
        {
            diagnosis.ToTable("diagnosis");
            diagnosis.HasIndex(d => new { d.OrganisationId, d.StartedAt });
            diagnosis.Property(d => d.InstrumentCode).HasMaxLength(60);
            diagnosis.Property(d => d.InstrumentVersion).HasMaxLength(20);
            diagnosis.Property(d => d.Profile).HasMaxLength(20);
            diagnosis.Property(d => d.Deepened).HasMaxLength(200);
            diagnosis.Ignore(d => d.DeepenedDimensions);
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
        MapVoices(model);
        MapInstruments(model);
        MapEvidence(model);
    }

    private static void MapEvidence(ModelBuilder model)
    {
        model.Entity<AnswerEvidence>(evidence =>
        {
            evidence.ToTable("diagnosis_evidence");
            evidence.HasIndex(e => e.OrganisationId);
            evidence.HasIndex(e => new { e.DiagnosisId, e.ItemCode });
            evidence.Property(e => e.ItemCode).HasMaxLength(60);
            evidence.Property(e => e.Title).HasMaxLength(EvidenceRules.LongestTitle);
            evidence.Property(e => e.Url).HasMaxLength(500);
            evidence.Property(e => e.Verdict).HasConversion<string>().HasMaxLength(20);
            evidence.Property(e => e.ReadWith).HasMaxLength(200);
            evidence.Property(e => e.ReadFor).HasMaxLength(200);
            evidence.Property(e => e.Remark).HasMaxLength(EvidenceRules.LongestRemark);
            evidence.HasOne<MaturityDiagnosis>().WithMany().HasForeignKey(e => e.DiagnosisId);
        });
        model.Entity<EvidenceShare>(share =>
        {
            share.ToTable("diagnosis_evidence_share");
            share.HasIndex(s => s.OrganisationId);
            share.HasIndex(s => s.SecretHash).IsUnique();
            share.Property(s => s.SecretHash).HasMaxLength(64);
            share.Property(s => s.ForWhom).HasMaxLength(EvidenceRules.LongestTitle);
            share.HasOne<MaturityDiagnosis>().WithMany().HasForeignKey(s => s.DiagnosisId);
        });
    }

    private static void MapVoices(ModelBuilder model)
    {
        model.Entity<VoiceRound>(round =>
        {
            round.ToTable("diagnosis_voice");
            round.HasIndex(r => new { r.OrganisationId, r.DiagnosisId });
            round
                .HasIndex(r => new
                {
                    r.DiagnosisId,
                    r.Voice,
                    r.Door,
                })
                .IsUnique();
            round.HasIndex(r => r.LinkHash).IsUnique();
            round.Property(r => r.Voice).HasConversion<string>().HasMaxLength(20);
            round.Property(r => r.Door).HasConversion<string>().HasMaxLength(20);
            round.Property(r => r.LinkHash).HasMaxLength(64);
            round.HasOne<MaturityDiagnosis>().WithMany().HasForeignKey(r => r.DiagnosisId);
        });
        model.Entity<VoiceCode>(code =>
        {
            code.ToTable("diagnosis_voice_code");
            code.HasKey(c => c.Hash);
            code.HasIndex(c => c.OrganisationId);
            code.HasIndex(c => c.RoundId);
            code.Property(c => c.Hash).HasMaxLength(64);
            code.HasOne<VoiceRound>().WithMany().HasForeignKey(c => c.RoundId);
        });
        model.Entity<VoiceReply>(reply =>
        {
            reply.ToTable("diagnosis_voice_reply");
            reply.HasIndex(r => r.OrganisationId);
            reply.HasIndex(r => r.RoundId);
            reply.Property(r => r.Choices).HasMaxLength(8000);
            reply.HasOne<VoiceRound>().WithMany().HasForeignKey(r => r.RoundId);
        });
    }
}
