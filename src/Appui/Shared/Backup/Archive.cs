using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;

namespace Appui.Shared.Backup;

/// <summary>
/// A plain tar file that any tool opens. Its last entry, <c>sha256</c>, holds the hash of every byte before it, so that a cut or altered
/// archive is known before anything is touched.
/// </summary>
public static class Archive
{
    private const string Seal = "sha256";
    private static readonly DateTimeOffset SealTime = DateTimeOffset.UnixEpoch;

    /// <summary>Writes files, then the manifest that <paramref name="describe"/> makes of them, then the seal.</summary>
    public static async Task Write(
        string path,
        IEnumerable<(string Name, string File)> files,
        Func<IReadOnlyList<BackupEntry>, BackupManifest> describe,
        CancellationToken stop
    )
    {
        List<BackupEntry> entries = [];
        await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        await using (var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, file) in files)
            {
                await using var content = Open(file);
                if (content is null)
                    continue;
                var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
                content.Position = 0;
                await tar.WriteEntryAsync(
                    new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = ModeOf(content) },
                    stop
                );
                entries.Add(new BackupEntry(name, content.Length, hash));
            }

            using var manifest = new MemoryStream(describe(entries).ToBytes());
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.Name) { DataStream = manifest }, stop);
            await stream.FlushAsync(stop);
            var end = stream.Position;
            stream.Position = 0;
            var all = await HashOf(stream, end, stop);
            stream.Position = end;
            await tar.WriteEntryAsync(SealOf(all), stop);
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>The manifest of a whole and unaltered archive; null for anything else.</summary>
    public static async Task<BackupManifest?> Verify(string path, CancellationToken stop)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            await using var stream = File.OpenRead(path);
            var tail = new byte[(await Tail("", stop)).Length];
            if (stream.Length <= tail.Length)
                return null;
            var end = stream.Length - tail.Length;
            var expected = await Tail(await HashOf(stream, end, stop), stop);
            await stream.ReadExactlyAsync(tail, stop);
            if (!tail.AsSpan().SequenceEqual(expected))
                return null;
            stream.Position = 0;
            await using var tar = new TarReader(stream);
            while (await tar.GetNextEntryAsync(false, stop) is { } entry)
            {
                if (entry.Name != BackupManifest.Name || entry.DataStream is not { } content)
                    continue;
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, stop);
                return BackupManifest.Read(bytes.ToArray());
            }
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or EndOfStreamException)
        {
            // not a tar file
        }

        return null;
    }

    /// <summary>Writes the files of a verified archive into a folder; false when one is not what the manifest says.</summary>
    public static async Task<bool> Extract(string path, BackupManifest manifest, string folder, CancellationToken stop)
    {
        var expected = manifest.Entries.ToDictionary(e => e.Name, StringComparer.Ordinal);
        await using var stream = File.OpenRead(path);
        await using var tar = new TarReader(stream);
        while (await tar.GetNextEntryAsync(false, stop) is { } entry)
        {
            if (entry.Name is BackupManifest.Name or Seal)
                continue;
            if (!expected.Remove(entry.Name, out var wanted) || !IsPlain(entry.Name))
                return false;
            var file = Path.Combine(folder, entry.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var content = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite);
            if (entry.DataStream is { } from)
                await from.CopyToAsync(content, stop);
            content.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows() && !entry.Mode.HasFlag(UnixFileMode.UserWrite))
                File.SetUnixFileMode(content.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            content.Position = 0;
            if (content.Length != wanted.Size || Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) != wanted.Sha256)
                return false;
        }

        return expected.Count == 0;
    }

    // A file that was collected since the database was read is needed by nobody.
    private static FileStream? Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static UnixFileMode ModeOf(FileStream file) =>
        OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file.SafeFileHandle);

    // Never a way out of the folder, whoever made the archive.
    private static bool IsPlain(string name) =>
        !Path.IsPathRooted(name) && name.Split('/').All(part => part.Length > 0 && part != "." && part != ".." && !part.Contains('\\'));

    private static async Task<string> HashOf(Stream stream, long length, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), stop);
            if (read == 0)
                throw new EndOfStreamException();
            hash.AppendData(buffer.AsSpan(0, read));
            length -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Always the same bytes for the same hash: compared whole.
    private static async Task<byte[]> Tail(string hash, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
            await tar.WriteEntryAsync(SealOf(hash.PadRight(64)), stop);
        return bytes.ToArray();
    }

    private static UstarTarEntry SealOf(string hash) =>
        new(TarEntryType.RegularFile, Seal) { ModificationTime = SealTime, DataStream = new MemoryStream(Encoding.ASCII.GetBytes(hash)) };
}
