using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Appui.Shared.Files;

/// <summary>Where the bytes of files lie: <c>files/{organisation}/{yyyy}/{id}</c> in the instance's folder, written once and never changed.</summary>
public static partial class FileShelf
{
    /// <summary>End of the name of a file that is being written; backups leave it out.</summary>
    public const string Unfinished = ".new";

    /// <summary>The folder of all files.</summary>
    public static string Root(AppuiSettings settings) => Path.Combine(settings.Dir, "files");

    /// <summary>Where the bytes of a file lie.</summary>
    public static string PathOf(AppuiSettings settings, KeptFile file) => PathOf(settings, file.OrganisationId, file.StoredAt, file.Id);

    /// <inheritdoc cref="PathOf(AppuiSettings, KeptFile)" />
    public static string PathOf(AppuiSettings settings, Guid organisation, DateTime storedAt, Guid id) =>
        Path.Combine(Root(settings), $"{organisation}", $"{storedAt:yyyy}", $"{id}");

    /// <summary>The bytes of a file, or null when they are gone or not as many as they were.</summary>
    public static FileStream? Open(AppuiSettings settings, KeptFile file)
    {
        try
        {
            var bytes = new FileStream(
                PathOf(settings, file),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                1 << 16,
                true
            );
            if (bytes.Length == file.Length)
                return bytes;
            bytes.Dispose();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // said by the null
        }

        return null;
    }

    /// <summary>SHA-256 of a stream from its beginning, as it is kept.</summary>
    public static async Task<string> HashOf(Stream bytes, CancellationToken stop)
    {
        bytes.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
    }

    /// <summary>Gives a written file its name for good: on disk, for reading only, folder entry included.</summary>
    internal static void Seal(FileStream written, string path)
    {
        written.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(written.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        File.Move(written.Name, path);
        // The year's folder, the organisation's and that of all: any may be new.
        var folder = path;
        for (var level = 0; level < 3; level++)
            FlushFolder(folder = Path.GetDirectoryName(folder)!);
    }

    /// <summary>Takes the bytes away; nothing when they are gone.</summary>
    internal static void Remove(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    // A name is safe from a power cut once its folder is written; .NET opens no folder.
    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux() || OpenFolder(folder, 0) is not (>= 0 and var descriptor))
            return;
        _ = Flush(descriptor);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
