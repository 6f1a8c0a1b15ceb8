using Appui.Shared.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.PublicList;

/// <summary>
/// Replaces the list on the embedded engine, which has one writer: lines go to a temporary table first, beside the database, and only the exchange
/// at the end keeps others from writing.
/// </summary>
internal static class ListSqlite
{
    private const string Columns =
        "\"ActivityNumber\", \"Siret\", \"Name\", \"DepartmentCode\", \"Qualiopi\", \"Trainers\", \"TraineesPerYear\", \"ImportedAt\"";

    /// <summary>True when the list was replaced; false, with the former one kept, when <paramref name="isSound"/> says no.</summary>
    public static async Task<bool> Replace(AppuiDb db, IEnumerable<ListedProvider> rows, Func<bool> isSound, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        try
        {
            await Execute(
                connection,
                $"DROP TABLE IF EXISTS temp.incoming; CREATE TEMP TABLE incoming AS SELECT {Columns} FROM accounts_listed_provider WHERE 0",
                stop
            );
            await using (var filling = connection.BeginTransaction(deferred: true))
            {
                Insert(db, connection, filling, rows);
                await filling.CommitAsync(stop);
            }

            if (!isSound())
                return false;
            await using var exchange = connection.BeginTransaction();
            await Execute(
                connection,
                $"DELETE FROM accounts_listed_provider; INSERT INTO accounts_listed_provider ({Columns}) SELECT {Columns} FROM incoming ORDER BY 1",
                stop
            );
            await exchange.CommitAsync(stop);
            return true;
        }
        finally
        {
            await Execute(connection, "DROP TABLE IF EXISTS temp.incoming", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static void Insert(AppuiDb db, SqliteConnection connection, SqliteTransaction transaction, IEnumerable<ListedProvider> rows)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO incoming ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)";
        var values = Enumerable.Range(0, 8).Select(i => insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" })).ToList();
        foreach (var row in rows)
        {
            values[0].Value = row.ActivityNumber;
            values[1].Value = row.Siret;
            values[2].Value = row.Name;
            values[3].Value = (object?)row.DepartmentCode ?? DBNull.Value;
            values[4].Value = row.Qualiopi;
            values[5].Value = row.Trainers;
            values[6].Value = row.TraineesPerYear;
            values[7].Value = db.Stored(row.ImportedAt);
            insert.ExecuteNonQuery();
        }
    }

    private static async Task Execute(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }
}
