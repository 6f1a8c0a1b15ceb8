using System.Text.Json;

namespace Appui.Shared.Backup;

/// <summary>What a backup holds; its last readable entry, <c>manifest.json</c>.</summary>
/// <param name="Program">Version of Appui that made it.</param>
/// <param name="Engine">SQLite or PostgreSQL.</param>
/// <param name="Migration">Last migration of the database.</param>
/// <param name="At">When it was begun, UTC: what was saved before is in it.</param>
/// <param name="Tables">Tables, with the number of rows each must come back with.</param>
/// <param name="Entries">Every other entry of the archive.</param>
public sealed record BackupManifest(
    string Program,
    string Engine,
    string Migration,
    DateTime At,
    IReadOnlyList<BackupTable> Tables,
    IReadOnlyList<BackupEntry> Entries
)
{
    /// <summary>Name of the entry.</summary>
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>As it is written.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>As it is read; null when it is none.</summary>
    public static BackupManifest? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(bytes, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A table of the database.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows);

/// <summary>A file of the archive.</summary>
public sealed record BackupEntry(string Name, long Size, string Sha256);

/// <summary>Every way a backup or a restore says no.</summary>
public static class BackupRefusals
{
    /// <summary>The file to write is there.</summary>
    public static readonly Refusal FileExists = Say(nameof(SharedTexts.Backup_FileExists));

    /// <summary>There is no database to back up.</summary>
    public static readonly Refusal NothingThere = Say(nameof(SharedTexts.Backup_NothingThere));

    /// <summary>Truncated, altered, or no archive at all.</summary>
    public static readonly Refusal Damaged = Say(nameof(SharedTexts.Backup_Damaged));

    /// <summary>Made on the other engine.</summary>
    public static readonly Refusal OtherEngine = Say(nameof(SharedTexts.Backup_OtherEngine));

    /// <summary>Its schema is unknown to this program.</summary>
    public static readonly Refusal OtherVersion = Say(nameof(SharedTexts.Backup_OtherVersion));

    /// <summary>A table has fewer or more rows than it had.</summary>
    public static readonly Refusal NotWhole = Say(nameof(SharedTexts.Backup_NotWhole));

    private static Refusal Say(string code) => new(RefusalKind.Conflict, code, SharedTexts.ResourceManager);
}
