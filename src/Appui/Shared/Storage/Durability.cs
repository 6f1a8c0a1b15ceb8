using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <summary>An answer acknowledged to a person is on disk: what the engine must be set to for that to be true.</summary>
public static class Durability
{
    /// <summary>What is wrong with the settings of the database, or null.</summary>
    public static async Task<string?> Problem(AppuiDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (!db.IsSqlite)
            {
                var commit = await Ask(db, "SHOW synchronous_commit", stop);
                return commit is "on" or "remote_apply"
                    ? null
                    : $"PostgreSQL : synchronous_commit vaut « {commit} », une réponse enregistrée pourrait se perdre. Remettez-le à on. / synchronous_commit is {commit}: set it to on.";
            }

            if (await Ask(db, "PRAGMA journal_mode", stop) is not "wal" and var mode)
                return $"SQLite : le journal est en mode « {mode} » au lieu de wal. Mettez le dossier de l’instance sur un disque local. / The journal mode is {mode}, not wal: put the folder on a local disk.";
            return await Ask(db, "PRAGMA synchronous", stop) is not "2" and var level
                ? $"SQLite : synchronous vaut {level} au lieu de 2 (FULL), une réponse enregistrée pourrait se perdre. / synchronous is {level}, not FULL."
                : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<string?> Ask(AppuiDb db, string question, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        return Convert.ToString(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
    }
}
