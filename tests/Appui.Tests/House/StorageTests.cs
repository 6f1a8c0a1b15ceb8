using Appui.Accounts;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.House;

/// <summary>What both engines promise.</summary>
public abstract class StorageTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteApp app) : StorageTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : StorageTests(app), IClassFixture<PostgresApp>;

    [Fact]
    public async Task The_migrations_hold_the_whole_model() =>
        (await app.Db(null, db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse(
            "add a migration for both engines (CONTRIBUTING.md)"
        );

    [Fact]
    public Task Every_owned_row_is_filtered_and_indexed_by_its_organisation() =>
        app.Db(
            null,
            db =>
            {
                foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IOwned).IsAssignableFrom(t.ClrType)))
                {
                    type.FindDeclaredQueryFilter(AppuiDb.TenantFilter).ShouldNotBeNull(type.Name);
                    type.GetIndexes()
                        .Select(i => i.Properties[0].Name)
                        .Concat(type.GetKeys().Select(k => k.Properties[0].Name))
                        .ShouldContain(nameof(IOwned.OrganisationId), type.Name);
                    type.FindProperty(nameof(IOwned.OrganisationId))!.IsNullable.ShouldBeFalse(type.Name);
                }

                return Task.FromResult(true);
            }
        );

    [Fact]
    public async Task An_organisation_sees_its_own_members_only()
    {
        var (ours, theirs) = (await app.Member(), await app.Member());
        (await app.Db(ours.Actor, db => db.Memberships.Select(m => m.PersonId).ToListAsync())).ShouldBe([ours.PersonId]);
        (await app.Db(theirs.Actor, db => db.Memberships.Select(m => m.PersonId).ToListAsync())).ShouldBe([theirs.PersonId]);
        (await app.Db(null, db => db.Memberships.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_row_of_another_organisation_cannot_be_written()
    {
        var (ours, theirs) = (await app.Member(), await app.Member());
        var membership = await app.Db(theirs.Actor, db => db.Memberships.SingleAsync());
        await Should.ThrowAsync<InvalidOperationException>(() =>
            app.Db(
                ours.Actor,
                db =>
                {
                    db.Remove(membership);
                    return db.SaveChangesAsync();
                }
            )
        );
    }

    [Fact]
    public async Task An_instant_comes_back_as_it_was_saved()
    {
        app.Clock.Advance(TimeSpan.FromTicks(12_345_678));
        var organisation = Some.Organisation();
        var saved = app.Services.GetRequiredService<TimeProvider>().Now();
        organisation.ClaimedAt = saved;
        await app.Db(
            null,
            db =>
            {
                db.Add(organisation);
                return db.SaveChangesAsync();
            }
        );
        var read = await app.Db(null, db => db.Organisations.Where(o => o.Id == organisation.Id).Select(o => o.ClaimedAt).SingleAsync());
        read.ShouldBe(saved);
    }
}
