using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Appui.Shared.Storage;

/// <summary>Chooses the engine and keeps its durability promises.</summary>
public static class StorageModule
{
    /// <summary>Registers <see cref="AppuiDb"/> on the engine the settings name.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, AppuiSettings settings)
    {
        services.AddScoped<CurrentActor>();
        services.AddSingleton<AfterSave>();
        if (settings.Postgres.Length > 0)
        {
            services.AddDbContext<PostgresAppuiDb>(
                (s, o) =>
                {
                    UsePostgres(o, settings.Postgres);
                    o.AddInterceptors(s.GetRequiredService<AfterSave>());
                }
            );
            services.AddScoped<AppuiDb>(s => s.GetRequiredService<PostgresAppuiDb>());
        }
        else
        {
            Directory.CreateDirectory(settings.Dir);
            services.AddDbContext<SqliteAppuiDb>(
                (s, o) =>
                {
                    UseSqlite(o, settings.SqlitePath);
                    o.AddInterceptors(s.GetRequiredService<AfterSave>());
                }
            );
            services.AddScoped<AppuiDb>(s => s.GetRequiredService<SqliteAppuiDb>());
        }

        return services;
    }

    /// <summary>Options of the embedded engine.</summary>
    public static void UseSqlite(DbContextOptionsBuilder options, string path)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 5,
            Pooling = true,
        };
        options
            .UseSqlite(connection.ToString(), o => o.MigrationsAssembly(typeof(AppuiDb).Assembly))
            .AddInterceptors(DurableSqlite.Instance);
    }

    /// <summary>Options of the production engine.</summary>
    public static void UsePostgres(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, o => o.MigrationsAssembly(typeof(AppuiDb).Assembly));

    /// <summary>Brings the schema up to date.</summary>
    public static async Task Migrate(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppuiDb>().Database.MigrateAsync(stop);
    }

    /// <summary>True when the database exists and no migration waits; a server that does not answer throws.</summary>
    public static async Task<bool> IsMigrated(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppuiDb>();
        return (!db.IsSqlite || await db.Database.CanConnectAsync(stop)) && !(await db.Database.GetPendingMigrationsAsync(stop)).Any();
    }

    // WAL lets readers go on while one writes; FULL makes an acknowledged save survive a killed process and a power cut.
    private sealed class DurableSqlite : DbConnectionInterceptor
    {
        public static readonly DurableSqlite Instance = new();

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) =>
            Set(connection);

        public override Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(System.Data.Common.DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY;";
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>Lets the migration tool build a context of either engine without starting the application.</summary>
public sealed class SqliteDesign : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<SqliteAppuiDb>
{
    /// <inheritdoc />
    public SqliteAppuiDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteAppuiDb>();
        StorageModule.UseSqlite(options, "design.db");
        return new SqliteAppuiDb(options.Options, new CurrentActor());
    }
}

/// <inheritdoc cref="SqliteDesign" />
public sealed class PostgresDesign : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<PostgresAppuiDb>
{
    /// <inheritdoc />
    public PostgresAppuiDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresAppuiDb>();
        StorageModule.UsePostgres(options, "Host=localhost;Database=design");
        return new PostgresAppuiDb(options.Options, new CurrentActor());
    }
}
