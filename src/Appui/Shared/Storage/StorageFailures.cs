using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Appui.Shared.Storage;

/// <summary>Turns what the engines throw when they cannot save into a refusal a person understands.</summary>
public static class StorageFailures
{
    /// <summary>The refusal for an exception of the storage, or null when it is an error of ours.</summary>
    public static Refusal? Of(Exception error)
    {
        if (error is DbUpdateConcurrencyException)
            return SharedRefusals.ChangedMeanwhile;
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SqliteException sqlite when OfSqlite(sqlite) is { } refusal:
                    return refusal;
                case PostgresException postgres when OfPostgres(postgres.SqlState) is { } refusal:
                    return refusal;
                case NpgsqlException and not PostgresException:
                    return SharedRefusals.DatabaseAway;
                case IOException io when IsDiskFull(io):
                    return SharedRefusals.DiskFull;
            }
        }

        return null;
    }

    // https://www.sqlite.org/rescode.html
    private static Refusal? OfSqlite(SqliteException error) =>
        error.SqliteErrorCode switch
        {
            5 or 6 => SharedRefusals.DatabaseBusy,
            13 => SharedRefusals.DiskFull,
            8 or 10 or 14 => SharedRefusals.DatabaseAway,
            19 when error.SqliteExtendedErrorCode is 1555 or 2067 => SharedRefusals.AlreadyThere,
            _ => null,
        };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static Refusal? OfPostgres(string state) =>
        state switch
        {
            PostgresErrorCodes.DiskFull => SharedRefusals.DiskFull,
            PostgresErrorCodes.UniqueViolation => SharedRefusals.AlreadyThere,
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure =>
                SharedRefusals.DatabaseBusy,
            PostgresErrorCodes.QueryCanceled => SharedRefusals.DatabaseBusy,
            PostgresErrorCodes.ReadOnlySqlTransaction => SharedRefusals.DatabaseAway,
            _ when state.StartsWith("53", StringComparison.Ordinal) => SharedRefusals.DatabaseBusy,
            _ when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) =>
                SharedRefusals.DatabaseAway,
            _ => null,
        };

    // ERROR_DISK_FULL and ENOSPC as .NET reports them.
    private static bool IsDiskFull(IOException error) => (error.HResult & 0xFFFF) is 28 or 112;
}
