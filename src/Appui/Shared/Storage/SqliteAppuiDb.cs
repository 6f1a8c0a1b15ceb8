using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Appui.Shared.Storage;

/// <summary>The embedded engine: one file, no server.</summary>
public sealed class SqliteAppuiDb(DbContextOptions<SqliteAppuiDb> options, CurrentActor current) : AppuiDb(options, current)
{
    /// <inheritdoc />
    public override bool IsSqlite => true;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<Milliseconds>();

    // SQLite has no type for instants: integer milliseconds since 1970 sort and compare as they should.
    private sealed class Milliseconds()
        : ValueConverter<DateTime, long>(
            instant => (long)(instant - DateTime.UnixEpoch).TotalMilliseconds,
            milliseconds => DateTime.UnixEpoch.AddMilliseconds(milliseconds)
        );
}
