using Appui.Accounts;
using Appui.Accounts.Clients;
using Appui.Accounts.PublicList;
using Appui.Accounts.Team;
using Appui.Accounts.Trainees;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Tables of Accounts, the Identity part included.</content>
public abstract partial class AppuiDb : IDataProtectionKeyContext
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<MailedLink> MailedLinks => Set<MailedLink>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Deputy> Deputies => Set<Deputy>();

    public DbSet<TraineeAccess> TraineeAccesses => Set<TraineeAccess>();

    public DbSet<ListedProvider> ListedProviders => Set<ListedProvider>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private const string Headcounts = "\"Employees\" >= 0 AND \"Trainers\" >= 0 AND \"TraineesPerYear\" >= 0";

    partial void MapAccounts(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("accounts_person");
            person.HasIndex(p => p.NormalizedEmail).IsUnique();
            person.HasIndex(p => p.NormalizedUserName).IsUnique();
            person.Property(p => p.FullName).HasMaxLength(200);
            person.Property(p => p.UserName).HasMaxLength(256);
            person.Property(p => p.NormalizedUserName).HasMaxLength(256);
            person.Property(p => p.Email).HasMaxLength(256);
            person.Property(p => p.NormalizedEmail).HasMaxLength(256);
            person.HasIndex(p => p.NormalizedPendingEmail);
            person.Property(p => p.PendingEmail).HasMaxLength(256);
            person.Property(p => p.NormalizedPendingEmail).HasMaxLength(256);
            person.Ignore(p => p.AnyEmail);
            person.Property(p => p.Language).HasMaxLength(5);
            person.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
        });
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("accounts_person_claim");
            claim.HasOne<Person>().WithMany().HasForeignKey(c => c.UserId);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("accounts_person_login");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("accounts_person_token");
            token.HasKey(t => new
            {
                t.UserId,
                t.LoginProvider,
                t.Name,
            });
            token.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId);
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("accounts_session");
            session.Property(s => s.Method).HasConversion<string>().HasMaxLength(20);
            session.Property(s => s.Device).HasMaxLength(200);
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        });
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("accounts_organisation");
            organisation.HasIndex(o => o.Code).IsUnique();
            organisation.HasIndex(o => o.LinkHash).IsUnique();
            organisation.HasIndex(o => o.Siret);
            organisation.Property(o => o.Code).HasMaxLength(60);
            organisation.Property(o => o.Name).HasMaxLength(250);
            organisation.Property(o => o.Kind).HasConversion<string>().HasMaxLength(30);
            organisation.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
            organisation.Property(o => o.Profile).HasConversion<string>().HasMaxLength(20);
            organisation.Property(o => o.Siret).HasMaxLength(14);
            organisation.Property(o => o.ActivityNumber).HasMaxLength(11);
            organisation.Property(o => o.RegionCode).HasMaxLength(3);
            organisation.Property(o => o.DepartmentCode).HasMaxLength(3);
            organisation.Property(o => o.TimeZone).HasMaxLength(60);
            // Two browsers keep the same provisional space: the first wins.
            organisation.Property(o => o.LinkHash).HasMaxLength(64).IsConcurrencyToken();
            organisation.ToTable(t => t.HasCheckConstraint("ck_accounts_organisation_headcounts", Headcounts));
        });
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("accounts_membership");
            membership.HasIndex(m => new { m.OrganisationId, m.PersonId }).IsUnique();
            membership.HasIndex(m => m.PersonId);
            membership.Property(m => m.DisplayName).HasMaxLength(200);
            membership.Property(m => m.ContactEmail).HasMaxLength(256);
            membership.Property(m => m.ContactPhone).HasMaxLength(30);
            membership.Property(m => m.JobTitle).HasMaxLength(120);
            membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
            membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        });
        model.Entity<MailedLink>(link =>
        {
            link.ToTable("accounts_mailed_link");
            link.HasIndex(l => l.SecretHash).IsUnique();
            link.Property(l => l.SecretHash).HasMaxLength(64);
            link.Property(l => l.Email).HasMaxLength(256);
            link.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
            link.Property(l => l.UsedAt).IsConcurrencyToken();
            link.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        });
        model.Entity<Attempt>(attempt =>
        {
            attempt.ToTable("accounts_attempt");
            attempt.HasKey(a => a.Key);
            attempt.Property(a => a.Key).HasMaxLength(64);
        });
        model.Entity<AccountEvent>(happened =>
        {
            happened.ToTable("accounts_event");
            happened.HasIndex(e => new { e.PersonId, e.At });
            happened.Property(e => e.Kind).HasConversion<string>().HasMaxLength(30);
            happened.Property(e => e.Device).HasMaxLength(200);
            happened.Property(e => e.Detail).HasMaxLength(300);
            happened.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
        });
        model.Entity<ApiClient>(client =>
        {
            client.ToTable("accounts_api_client");
            client.Property(c => c.Name).HasMaxLength(100);
            client.Property(c => c.SecretHash).HasMaxLength(64);
            client.Property(c => c.Scopes).HasMaxLength(500);
            client.Ignore(c => c.PublicId).Ignore(c => c.ScopeList);
            client.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        });
        MapTeam(model);
        model.Entity<ListedProvider>(listed =>
        {
            listed.ToTable("accounts_listed_provider");
            listed.HasKey(p => p.ActivityNumber);
            listed.HasIndex(p => p.Siret);
            listed.Property(p => p.ActivityNumber).HasMaxLength(11);
            listed.Property(p => p.Siret).HasMaxLength(14);
            listed.Property(p => p.Name).HasMaxLength(250);
            listed.Property(p => p.DepartmentCode).HasMaxLength(3);
        });
        model.Entity<DataProtectionKey>().ToTable("accounts_data_protection_key");
    }

    private static void MapTeam(ModelBuilder model)
    {
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("accounts_invitation");
            invitation.HasIndex(i => i.SecretHash).IsUnique();
            // Asked twice at the same moment: one invitation waits.
            invitation
                .HasIndex(i => new { i.OrganisationId, i.NormalizedEmail })
                .IsUnique()
                .HasFilter("\"AcceptedAt\" IS NULL AND \"RevokedAt\" IS NULL");
            invitation.Property(i => i.SecretHash).HasMaxLength(64);
            invitation.Property(i => i.Email).HasMaxLength(256);
            invitation.Property(i => i.NormalizedEmail).HasMaxLength(256);
            invitation.Property(i => i.Name).HasMaxLength(200);
            invitation.Property(i => i.JobTitle).HasMaxLength(120);
            invitation.Property(i => i.AcceptedAt).IsConcurrencyToken();
            invitation.Property(i => i.RevokedAt).IsConcurrencyToken();
            invitation.Ignore(i => i.IsPending);
            invitation.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId);
        });
        model.Entity<Deputy>(deputy =>
        {
            deputy.ToTable("accounts_deputy");
            deputy.HasIndex(d => d.DeputyId);
            deputy.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId);
            deputy.HasOne<Membership>().WithMany().HasForeignKey(d => d.AbsentId);
            deputy.HasOne<Membership>().WithMany().HasForeignKey(d => d.DeputyId);
        });
        model.Entity<TraineeAccess>(access =>
        {
            access.ToTable("accounts_trainee_access");
            access.HasIndex(a => a.MembershipId).IsUnique();
            access.HasIndex(a => a.CardHash).IsUnique();
            access.HasIndex(a => new { a.OrganisationId, a.PinHash }).IsUnique();
            access.Property(a => a.PinHash).HasMaxLength(64);
            access.Property(a => a.CardHash).HasMaxLength(64);
            access.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId);
            access.HasOne<Membership>().WithMany().HasForeignKey(a => a.MembershipId);
        });
    }
}
