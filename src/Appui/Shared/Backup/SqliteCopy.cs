using Appui.Shared.Storage;
using Microsoft.Data.Sqlite;

namespace Appui.Shared.Backup;

/// <summary>The embedded database, copied while it is used and put back while it is open.</summary>
internal static class SqliteCopy
{
    public const string Entry = "database/appui.db";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>One moment of the database as a file of its own. Writers go on meanwhile.</summary>
    public static async Task Take(string from, string to, CancellationToken stop)
    {
        await using var connection = await Open(from, SqliteOpenMode.ReadWrite, stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Tables and their rows, after the file was found sound; null when it is not.</summary>
    public static async Task<IReadOnlyList<BackupTable>?> Look(string file, CancellationToken stop)
    {
        await using var connection = await Open(file, SqliteOpenMode.ReadOnly, stop);
        if ((string?)await Scalar(connection, "PRAGMA integrity_check", stop) != "ok")
            return null;
        List<BackupTable> tables = [];
        foreach (var name in await Names(connection, stop))
            tables.Add(new BackupTable(name, [], (long)(await Scalar(connection, $"SELECT count(*) FROM \"{name}\"", stop))!));
        return tables;
    }

    /// <summary>Puts a file in the place of the database in one write: other processes see what was, or all that is.</summary>
    public static async Task Put(string from, string to, CancellationToken stop)
    {
        await using var source = await Open(from, SqliteOpenMode.ReadOnly, stop);
        await using var target = await Open(to, SqliteOpenMode.ReadWriteCreate, stop);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                source.BackupDatabase(target);
                break;
            }
            catch (SqliteException busy)
                when (busy.SqliteErrorCode is 5 or 6 && System.Diagnostics.Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(200, stop);
            }
        }

        await Scalar(target, "PRAGMA journal_mode=WAL", stop);
        await Scalar(target, "PRAGMA wal_checkpoint(TRUNCATE)", stop);
    }

    private static async Task<SqliteConnection> Open(string file, SqliteOpenMode mode, CancellationToken stop)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 30,
            }.ToString()
        );
        await connection.OpenAsync(stop);
        return connection;
    }

    private static async Task<object?> Scalar(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(stop);
    }

    private static async Task<List<string>> Names(SqliteConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<string> names = [];
        while (await reader.ReadAsync(stop))
            names.Add(reader.GetString(0));
        return names;
    }
}
