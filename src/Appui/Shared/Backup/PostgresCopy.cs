using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Appui.Shared.Backup;

/// <summary>
/// The PostgreSQL database, table by table with COPY: in one snapshot when it is taken, in one transaction when it is put back.
/// No tool of the server's version is needed; the schema itself comes from our migrations.
/// </summary>
internal static class PostgresCopy
{
    private const string History = "__EFMigrationsHistory";

    /// <summary>Every table of one moment, each a file in a folder. Writers go on meanwhile.</summary>
    public static async Task<IReadOnlyList<BackupTable>> Take(string connection, string folder, CancellationToken stop)
    {
        await using var source = await Open(connection, stop);
        await using var moment = await source.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await Run(source, "SET TRANSACTION READ ONLY", stop);
        List<BackupTable> tables = [];
        foreach (var name in (await Tables(source, stop)).Where(t => t != History))
        {
            var columns = await List(
                source,
                """
                SELECT attname FROM pg_attribute
                WHERE attrelid = to_regclass(quote_ident(@p)) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
                """,
                name,
                stop
            );
            await using (var file = File.Create(Path.Combine(folder, name)))
            await using (var copy = await source.BeginRawBinaryCopyAsync($"COPY {Quoted(name, columns)} TO STDOUT (FORMAT binary)", stop))
                await copy.CopyToAsync(file, stop);
            tables.Add(new BackupTable(name, columns, await Count(source, name, stop)));
        }

        return tables;
    }

    /// <summary>Last migration of the database.</summary>
    public static async Task<string?> Migration(string connection, CancellationToken stop)
    {
        await using var source = await Open(connection, stop);
        if (!(await Tables(source, stop)).Contains(History))
            return null;
        return (await List(source, $"SELECT max(\"MigrationId\") FROM \"{History}\"", "", stop)).SingleOrDefault();
    }

    /// <summary>
    /// Makes the schema anew, fills it and, when every row is there, puts it in the place of the former tables, which move to the schema
    /// <paramref name="aside"/>. One transaction: anything that goes wrong leaves everything as it was. Returns a table that is not whole.
    /// </summary>
    public static async Task<string?> Put(
        string connection,
        string folder,
        IReadOnlyList<BackupTable> tables,
        string schemaScript,
        string finish,
        string aside,
        CancellationToken stop
    )
    {
        await using var target = await Open(connection, stop);
        await using var whole = await target.BeginTransactionAsync(stop);
        var place = (await List(target, "SELECT current_schema()", "", stop)).Single();
        await Run(target, "CREATE SCHEMA appui_restoring; SET LOCAL search_path TO appui_restoring", stop);
        await Run(target, schemaScript, stop);
        foreach (var table in await ParentsFirst(target, tables, stop))
        {
            await using (var file = File.OpenRead(Path.Combine(folder, table.Name)))
            await using (
                var copy = await target.BeginRawBinaryCopyAsync(
                    $"COPY {Quoted(table.Name, table.Columns)} FROM STDIN (FORMAT binary)",
                    stop
                )
            )
                await file.CopyToAsync(copy, stop);
            if (await Count(target, table.Name, stop) != table.Rows)
                return table.Name;
        }

        await Run(target, NextNumbers, stop);
        await Run(target, finish, stop);
        await Run(target, $"SET LOCAL search_path TO \"{place}\"; SET LOCAL lock_timeout = '30s'; CREATE SCHEMA {aside}", stop);
        foreach (var table in await Tables(target, stop))
            await Run(target, $"ALTER TABLE \"{place}\".\"{table}\" SET SCHEMA {aside}", stop);
        await Run(target, "SET LOCAL search_path TO appui_restoring", stop);
        foreach (var table in await Tables(target, stop))
            await Run(target, $"ALTER TABLE appui_restoring.\"{table}\" SET SCHEMA \"{place}\"", stop);
        await Run(target, "DROP SCHEMA appui_restoring", stop);
        await whole.CommitAsync(stop);
        return null;
    }

    // Numbers given by the database go on after the largest one restored.
    private const string NextNumbers = """
        DO $$ DECLARE c record; n bigint; BEGIN
          FOR c IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
            EXECUTE format('SELECT max(%I) FROM %I', c.column_name, c.table_name) INTO n;
            IF n IS NOT NULL THEN PERFORM setval(pg_get_serial_sequence(quote_ident(c.table_name), c.column_name), n); END IF;
          END LOOP;
        END $$
        """;

    // COPY checks foreign keys: what is referred to comes before what refers.
    private static async Task<IReadOnlyList<BackupTable>> ParentsFirst(
        NpgsqlConnection target,
        IReadOnlyList<BackupTable> tables,
        CancellationToken stop
    )
    {
        var references = (
            await List(
                target,
                """
                SELECT child.relname || ' ' || parent.relname FROM pg_constraint k
                JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
                WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND k.conrelid <> k.confrelid
                """,
                "",
                stop
            )
        ).ToLookup(r => r.Split(' ')[0], r => r.Split(' ')[1], StringComparer.Ordinal);
        List<BackupTable> sorted = [];
        var waiting = tables.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(t => references[t.Name].All(p => waiting.TrueForAll(w => w.Name != p))).ToList();
            if (ready.Count == 0)
                throw new InvalidOperationException("Tables refer to each other in a circle.");
            sorted.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return sorted;
    }

    private static async Task<NpgsqlConnection> Open(string connection, CancellationToken stop)
    {
        var text = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0 }.ToString();
        var open = new NpgsqlConnection(text);
        await open.OpenAsync(stop);
        return open;
    }

    private static Task<List<string>> Tables(NpgsqlConnection connection, CancellationToken stop) =>
        List(
            connection,
            "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname",
            "",
            stop
        );

    private static async Task<long> Count(NpgsqlConnection connection, string table, CancellationToken stop) =>
        long.Parse(
            (await List(connection, $"SELECT count(*)::text FROM \"{table}\"", "", stop)).Single(),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static async Task<List<string>> List(NpgsqlConnection connection, string sql, string parameter, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (parameter.Length > 0)
            command.Parameters.AddWithValue("p", parameter);
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<string> values = [];
        while (await reader.ReadAsync(stop))
        {
            if (!await reader.IsDBNullAsync(0, stop))
                values.Add(reader.GetString(0));
        }

        return values;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static string Quoted(string table, IEnumerable<string> columns) =>
        $"\"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})";
}
