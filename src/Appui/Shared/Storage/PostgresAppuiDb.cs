using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <summary>The production engine. Instants are timestamptz, cut to milliseconds by our clock before they are saved.</summary>
public sealed class PostgresAppuiDb(DbContextOptions<PostgresAppuiDb> options, CurrentActor current) : AppuiDb(options, current)
{
    /// <inheritdoc />
    public override bool IsSqlite => false;
}
