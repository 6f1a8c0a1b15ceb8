using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Appui.Accounts.PublicList;

/// <summary>Replaces the list on PostgreSQL by a bulk copy in one transaction: others read the former list until it ends.</summary>
internal static class ListPostgres
{
    private const string Copy = """
        COPY accounts_listed_provider ("ActivityNumber", "Siret", "Name", "DepartmentCode", "Qualiopi", "Trainers", "TraineesPerYear", "ImportedAt")
        FROM STDIN (FORMAT BINARY)
        """;

    /// <summary>True when the list was replaced; false, with the former one kept, when <paramref name="isSound"/> says no.</summary>
    public static async Task<bool> Replace(AppuiDb db, IEnumerable<ListedProvider> rows, Func<bool> isSound, CancellationToken stop)
    {
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        // Two imports at once: one after the other.
        await db.Database.ExecuteSqlAsync($"LOCK TABLE accounts_listed_provider IN SHARE ROW EXCLUSIVE MODE", stop);
        await db.ListedProviders.ExecuteDeleteAsync(stop);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, stop))
        {
            foreach (var row in rows)
                await Write(copy, row, stop);
            await copy.CompleteAsync(stop);
        }

        if (!isSound())
            return false;
        await whole.CommitAsync(stop);
        return true;
    }

    private static async Task Write(NpgsqlBinaryImporter copy, ListedProvider row, CancellationToken stop)
    {
        await copy.StartRowAsync(stop);
        await copy.WriteAsync(row.ActivityNumber, NpgsqlDbType.Varchar, stop);
        await copy.WriteAsync(row.Siret, NpgsqlDbType.Varchar, stop);
        await copy.WriteAsync(row.Name, NpgsqlDbType.Varchar, stop);
        if (row.DepartmentCode is { } department)
            await copy.WriteAsync(department, NpgsqlDbType.Varchar, stop);
        else
            await copy.WriteNullAsync(stop);
        await copy.WriteAsync(row.Qualiopi, NpgsqlDbType.Boolean, stop);
        await copy.WriteAsync(row.Trainers, NpgsqlDbType.Integer, stop);
        await copy.WriteAsync(row.TraineesPerYear, NpgsqlDbType.Integer, stop);
        await copy.WriteAsync(row.ImportedAt, NpgsqlDbType.TimestampTz, stop);
    }
}
