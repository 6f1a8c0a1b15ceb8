using Appui.Shared.Audit;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Tables of the audit.</content>
public abstract partial class AppuiDb
{
    /// <summary>The audit of the actor's organisation.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>What its entries say, where it was not erased.</summary>
    public DbSet<AuditPayload> AuditPayloads => Set<AuditPayload>();

    /// <summary>How far its chain goes.</summary>
    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    partial void MapAudit(ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("shared_audit_entry");
            entry.HasKey(e => e.Place);
            entry.HasIndex(e => e.Id).IsUnique();
            entry.HasIndex(e => new { e.OrganisationId, e.Place });
            entry.HasIndex(e => new { e.OrganisationId, e.Sequence }).IsUnique();
            entry.HasIndex(e => e.Sequence).HasFilter("\"Sequence\" IS NULL").HasDatabaseName("ix_shared_audit_entry_unsealed");
            entry.Property(e => e.Kind).HasMaxLength(60);
            entry.Property(e => e.Via).HasConversion<string>().HasMaxLength(10);
            entry.Property(e => e.PayloadHash).HasMaxLength(64);
            entry.Property(e => e.PreviousHash).HasMaxLength(64);
            entry.Property(e => e.Hash).HasMaxLength(64);
        });
        model.Entity<AuditPayload>(payload =>
        {
            payload.ToTable("shared_audit_payload");
            payload.HasKey(p => p.EntryId);
            payload.HasIndex(p => p.At);
        });
        model.Entity<AuditChain>(chain =>
        {
            chain.ToTable("shared_audit_chain");
            chain.HasKey(c => c.OrganisationId);
            chain.Property(c => c.Hash).HasMaxLength(64);
        });
    }
}
