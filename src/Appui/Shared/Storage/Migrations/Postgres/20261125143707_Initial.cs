using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Appui.Shared.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_attempt",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Locks = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_attempt", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "accounts_data_protection_key",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_data_protection_key", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_listed_provider",
                columns: table => new
                {
                    ActivityNumber = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    Siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    Name = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    DepartmentCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Qualiopi = table.Column<bool>(type: "boolean", nullable: false),
                    Trainers = table.Column<int>(type: "integer", nullable: false),
                    TraineesPerYear = table.Column<int>(type: "integer", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_listed_provider", x => x.ActivityNumber);
                });

            migrationBuilder.CreateTable(
                name: "accounts_organisation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Profile = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    ActivityNumber = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    RegionCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    DepartmentCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Qualiopi = table.Column<bool>(type: "boolean", nullable: false),
                    Employees = table.Column<int>(type: "integer", nullable: false),
                    Trainers = table.Column<int>(type: "integer", nullable: false),
                    TraineesPerYear = table.Column<int>(type: "integer", nullable: false),
                    LogoId = table.Column<Guid>(type: "uuid", nullable: true),
                    UndertakingId = table.Column<Guid>(type: "uuid", nullable: true),
                    LinkHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_organisation", x => x.Id);
                    table.CheckConstraint("ck_accounts_organisation_headcounts", "\"Employees\" >= 0 AND \"Trainers\" >= 0 AND \"TraineesPerYear\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "accounts_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FullName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    ReadingMode = table.Column<bool>(type: "boolean", nullable: false),
                    PendingEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedPendingEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "benchmark_snapshot",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_benchmark_snapshot", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_instrument",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CopiedFrom = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    State = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    PublishedAs = table.Column<int>(type: "integer", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RetiredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_instrument", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_audit_chain",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_audit_chain", x => x.OrganisationId);
                });

            migrationBuilder.CreateTable(
                name: "shared_audit_entry",
                columns: table => new
                {
                    Place = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: true),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Via = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    PayloadHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: true),
                    PreviousHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_audit_entry", x => x.Place);
                });

            migrationBuilder.CreateTable(
                name: "shared_audit_payload",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_audit_payload", x => x.EntryId);
                });

            migrationBuilder.CreateTable(
                name: "shared_switch",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_switch", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "shared_work",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: true),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    State = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Lease = table.Column<Guid>(type: "uuid", nullable: true),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Progress = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Result = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Error = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_work", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_api_client",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Scopes = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_api_client", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_api_client_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_invitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    JobTitle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    InvitedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_invitation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_invitation_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    InstrumentCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    InstrumentVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Profile = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Deepened = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis", x => x.Id);
                    table.ForeignKey(
                        name: "FK_diagnosis_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_file",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Use = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    HasMacros = table.Column<bool>(type: "boolean", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StoredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    UnreferencedSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_file", x => x.Id);
                    table.CheckConstraint("ck_shared_file_length", "\"Length\" > 0");
                    table.ForeignKey(
                        name: "FK_shared_file_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "strategy_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DiagnosisId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Limits = table.Column<string>(type: "text", nullable: false),
                    FirstMonth = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: true),
                    ReadyAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_strategy_plan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_strategy_plan_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_event",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Detail = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_event", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_event_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_mailed_link",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OtherPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_mailed_link", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_mailed_link_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_membership",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContactEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ContactPhone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    JobTitle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    IsPublicContact = table.Column<bool>(type: "boolean", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_membership", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_membership_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_accounts_membership_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_person_claim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_person_claim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_person_claim_accounts_person_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_person_login",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_person_login", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_accounts_person_login_accounts_person_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_person_token",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_person_token", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_accounts_person_token_accounts_person_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    OnlyOrganisationId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_session_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "benchmark_cell",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Cell = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Dimension = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Low = table.Column<int>(type: "integer", nullable: false),
                    Median = table.Column<int>(type: "integer", nullable: false),
                    High = table.Column<int>(type: "integer", nullable: false),
                    AtLeast = table.Column<int>(type: "integer", nullable: false),
                    FiguresOf = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_benchmark_cell", x => new { x.Month, x.Cell, x.Dimension });
                    table.ForeignKey(
                        name: "FK_benchmark_cell_benchmark_snapshot_Month",
                        column: x => x.Month,
                        principalTable: "benchmark_snapshot",
                        principalColumn: "Month",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "benchmark_ledger",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Key = table.Column<byte[]>(type: "bytea", nullable: false),
                    Census = table.Column<byte[]>(type: "bytea", nullable: false),
                    Dimensions = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_benchmark_ledger", x => x.Month);
                    table.ForeignKey(
                        name: "FK_benchmark_ledger_benchmark_snapshot_Month",
                        column: x => x.Month,
                        principalTable: "benchmark_snapshot",
                        principalColumn: "Month",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_answer",
                columns: table => new
                {
                    DiagnosisId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemVersion = table.Column<int>(type: "integer", nullable: false),
                    Choice = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Evidence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_answer", x => new { x.DiagnosisId, x.ItemCode });
                    table.ForeignKey(
                        name: "FK_diagnosis_answer_diagnosis_DiagnosisId",
                        column: x => x.DiagnosisId,
                        principalTable: "diagnosis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DiagnosisId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ReadWith = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReadFor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReadBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_diagnosis_evidence_diagnosis_DiagnosisId",
                        column: x => x.DiagnosisId,
                        principalTable: "diagnosis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_evidence_share",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DiagnosisId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ForWhom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_evidence_share", x => x.Id);
                    table.ForeignKey(
                        name: "FK_diagnosis_evidence_share_diagnosis_DiagnosisId",
                        column: x => x.DiagnosisId,
                        principalTable: "diagnosis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_scores",
                columns: table => new
                {
                    DiagnosisId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    InstrumentCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    InstrumentVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Dimensions = table.Column<string>(type: "text", nullable: false),
                    Capacity = table.Column<double>(type: "double precision", nullable: true),
                    Progress = table.Column<double>(type: "double precision", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsControlled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_scores", x => x.DiagnosisId);
                    table.ForeignKey(
                        name: "FK_diagnosis_scores_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_diagnosis_scores_diagnosis_DiagnosisId",
                        column: x => x.DiagnosisId,
                        principalTable: "diagnosis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_voice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DiagnosisId = table.Column<Guid>(type: "uuid", nullable: false),
                    Voice = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Door = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LinkHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Headcount = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_voice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_diagnosis_voice_diagnosis_DiagnosisId",
                        column: x => x.DiagnosisId,
                        principalTable: "diagnosis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_deputy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AbsentId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeputyId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NamedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_deputy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_deputy_accounts_membership_AbsentId",
                        column: x => x.AbsentId,
                        principalTable: "accounts_membership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_accounts_deputy_accounts_membership_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "accounts_membership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_accounts_deputy_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_trainee_access",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MembershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    PinHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CardHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_trainee_access", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_trainee_access_accounts_membership_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "accounts_membership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_accounts_trainee_access_accounts_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "accounts_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_voice_code",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsUsed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_voice_code", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_diagnosis_voice_code_diagnosis_voice_RoundId",
                        column: x => x.RoundId,
                        principalTable: "diagnosis_voice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnosis_voice_reply",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Choices = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagnosis_voice_reply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_diagnosis_voice_reply_diagnosis_voice_RoundId",
                        column: x => x.RoundId,
                        principalTable: "diagnosis_voice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_api_client_OrganisationId",
                table: "accounts_api_client",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_deputy_AbsentId",
                table: "accounts_deputy",
                column: "AbsentId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_deputy_DeputyId",
                table: "accounts_deputy",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_deputy_OrganisationId",
                table: "accounts_deputy",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_event_PersonId_At",
                table: "accounts_event",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_invitation_OrganisationId_NormalizedEmail",
                table: "accounts_invitation",
                columns: new[] { "OrganisationId", "NormalizedEmail" },
                unique: true,
                filter: "\"AcceptedAt\" IS NULL AND \"RevokedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_invitation_SecretHash",
                table: "accounts_invitation",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_listed_provider_Siret",
                table: "accounts_listed_provider",
                column: "Siret");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_mailed_link_PersonId",
                table: "accounts_mailed_link",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_mailed_link_SecretHash",
                table: "accounts_mailed_link",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_membership_OrganisationId_PersonId",
                table: "accounts_membership",
                columns: new[] { "OrganisationId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_membership_PersonId",
                table: "accounts_membership",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_organisation_Code",
                table: "accounts_organisation",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_organisation_LinkHash",
                table: "accounts_organisation",
                column: "LinkHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_organisation_Siret",
                table: "accounts_organisation",
                column: "Siret");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_person_NormalizedEmail",
                table: "accounts_person",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_person_NormalizedPendingEmail",
                table: "accounts_person",
                column: "NormalizedPendingEmail");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_person_NormalizedUserName",
                table: "accounts_person",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_person_claim_UserId",
                table: "accounts_person_claim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_person_login_UserId",
                table: "accounts_person_login",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_session_PersonId",
                table: "accounts_session",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_trainee_access_CardHash",
                table: "accounts_trainee_access",
                column: "CardHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_trainee_access_MembershipId",
                table: "accounts_trainee_access",
                column: "MembershipId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_trainee_access_OrganisationId_PinHash",
                table: "accounts_trainee_access",
                columns: new[] { "OrganisationId", "PinHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_OrganisationId_StartedAt",
                table: "diagnosis",
                columns: new[] { "OrganisationId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_answer_OrganisationId",
                table: "diagnosis_answer",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_evidence_DiagnosisId_ItemCode",
                table: "diagnosis_evidence",
                columns: new[] { "DiagnosisId", "ItemCode" });

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_evidence_OrganisationId",
                table: "diagnosis_evidence",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_evidence_share_DiagnosisId",
                table: "diagnosis_evidence_share",
                column: "DiagnosisId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_evidence_share_OrganisationId",
                table: "diagnosis_evidence_share",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_evidence_share_SecretHash",
                table: "diagnosis_evidence_share",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_instrument_Code_PublishedAs",
                table: "diagnosis_instrument",
                columns: new[] { "Code", "PublishedAs" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_instrument_State_OrganisationId",
                table: "diagnosis_instrument",
                columns: new[] { "State", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_scores_CompletedAt",
                table: "diagnosis_scores",
                column: "CompletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_scores_OrganisationId",
                table: "diagnosis_scores",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_voice_DiagnosisId_Voice_Door",
                table: "diagnosis_voice",
                columns: new[] { "DiagnosisId", "Voice", "Door" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_voice_LinkHash",
                table: "diagnosis_voice",
                column: "LinkHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_voice_OrganisationId_DiagnosisId",
                table: "diagnosis_voice",
                columns: new[] { "OrganisationId", "DiagnosisId" });

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_voice_code_OrganisationId",
                table: "diagnosis_voice_code",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_voice_code_RoundId",
                table: "diagnosis_voice_code",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_voice_reply_OrganisationId",
                table: "diagnosis_voice_reply",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_diagnosis_voice_reply_RoundId",
                table: "diagnosis_voice_reply",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_chain_OrganisationId",
                table: "shared_audit_chain",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_entry_Id",
                table: "shared_audit_entry",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_entry_OrganisationId_Place",
                table: "shared_audit_entry",
                columns: new[] { "OrganisationId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_entry_OrganisationId_Sequence",
                table: "shared_audit_entry",
                columns: new[] { "OrganisationId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shared_audit_entry_unsealed",
                table: "shared_audit_entry",
                column: "Sequence",
                filter: "\"Sequence\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_payload_At",
                table: "shared_audit_payload",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_payload_OrganisationId",
                table: "shared_audit_payload",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_file_OrganisationId",
                table: "shared_file",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_file_StoredBy",
                table: "shared_file",
                column: "StoredBy");

            migrationBuilder.CreateIndex(
                name: "IX_shared_work_Key",
                table: "shared_work",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_work_OrganisationId_CreatedAt",
                table: "shared_work",
                columns: new[] { "OrganisationId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_work_State_DueAt",
                table: "shared_work",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_strategy_plan_OrganisationId_CreatedAt",
                table: "strategy_plan",
                columns: new[] { "OrganisationId", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_api_client");

            migrationBuilder.DropTable(
                name: "accounts_attempt");

            migrationBuilder.DropTable(
                name: "accounts_data_protection_key");

            migrationBuilder.DropTable(
                name: "accounts_deputy");

            migrationBuilder.DropTable(
                name: "accounts_event");

            migrationBuilder.DropTable(
                name: "accounts_invitation");

            migrationBuilder.DropTable(
                name: "accounts_listed_provider");

            migrationBuilder.DropTable(
                name: "accounts_mailed_link");

            migrationBuilder.DropTable(
                name: "accounts_person_claim");

            migrationBuilder.DropTable(
                name: "accounts_person_login");

            migrationBuilder.DropTable(
                name: "accounts_person_token");

            migrationBuilder.DropTable(
                name: "accounts_session");

            migrationBuilder.DropTable(
                name: "accounts_trainee_access");

            migrationBuilder.DropTable(
                name: "benchmark_cell");

            migrationBuilder.DropTable(
                name: "benchmark_ledger");

            migrationBuilder.DropTable(
                name: "diagnosis_answer");

            migrationBuilder.DropTable(
                name: "diagnosis_evidence");

            migrationBuilder.DropTable(
                name: "diagnosis_evidence_share");

            migrationBuilder.DropTable(
                name: "diagnosis_instrument");

            migrationBuilder.DropTable(
                name: "diagnosis_scores");

            migrationBuilder.DropTable(
                name: "diagnosis_voice_code");

            migrationBuilder.DropTable(
                name: "diagnosis_voice_reply");

            migrationBuilder.DropTable(
                name: "shared_audit_chain");

            migrationBuilder.DropTable(
                name: "shared_audit_entry");

            migrationBuilder.DropTable(
                name: "shared_audit_payload");

            migrationBuilder.DropTable(
                name: "shared_file");

            migrationBuilder.DropTable(
                name: "shared_switch");

            migrationBuilder.DropTable(
                name: "shared_work");

            migrationBuilder.DropTable(
                name: "strategy_plan");

            migrationBuilder.DropTable(
                name: "accounts_membership");

            migrationBuilder.DropTable(
                name: "benchmark_snapshot");

            migrationBuilder.DropTable(
                name: "diagnosis_voice");

            migrationBuilder.DropTable(
                name: "accounts_person");

            migrationBuilder.DropTable(
                name: "diagnosis");

            migrationBuilder.DropTable(
                name: "accounts_organisation");
        }
    }
}
