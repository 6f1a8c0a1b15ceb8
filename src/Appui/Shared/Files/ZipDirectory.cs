using System.Buffers.Binary;
using System.Text;

namespace Appui.Shared.Files;

/// <summary>
/// The list of what an archive holds, read within bounds before anything is unpacked: entries, total size, ratio, names that stay inside.
/// Sizes are those the archive declares; whoever unpacks counts again.
/// </summary>
public static class ZipDirectory
{
    private const int MostEntries = 10_000;
    private const int LargestDirectory = 8 * 1024 * 1024;
    private const long MostUnpacked = 2_000_000_000;
    private const long Harmless = 10_000_000;
    private const int MostTimes = 200;
    private const int EndLength = 22;
    private const int EntryLength = 46;

    /// <summary>Names of the entries, or why the archive is refused. PKWARE APPNOTE §4.3.12, §4.3.16; without ZIP64, which our limits do not need.</summary>
    public static Outcome<IReadOnlyList<string>> Read(Stream file)
    {
        if (End(file) is not { } end)
            return FileRefusals.Broken;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.Record.AsSpan(10));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end.Record.AsSpan(12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end.Record.AsSpan(16));
        if (count > MostEntries || length > LargestDirectory)
            return FileRefusals.Trap;
        if (count == 0 || offset + (long)length != end.At)
            return FileRefusals.Broken;
        var directory = new byte[length];
        file.Position = offset;
        file.ReadExactly(directory);
        return Walk(directory, count, file.Length);
    }

    private static Outcome<IReadOnlyList<string>> Walk(ReadOnlySpan<byte> rest, int count, long fileLength)
    {
        List<string> names = [];
        long packed = 0;
        long unpacked = 0;
        for (; count > 0; count--)
        {
            if (rest.Length < EntryLength || !rest.StartsWith("PK\u0001\u0002"u8))
                return FileRefusals.Broken;
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            var whole =
                EntryLength
                + nameLength
                + BinaryPrimitives.ReadUInt16LittleEndian(rest[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]);
            if (whole > rest.Length)
                return FileRefusals.Broken;
            if ((rest[8] & 1) == 1)
                return FileRefusals.Locked;
            packed += BinaryPrimitives.ReadUInt32LittleEndian(rest[20..]);
            unpacked += BinaryPrimitives.ReadUInt32LittleEndian(rest[24..]);
            var name = Encoding.UTF8.GetString(rest.Slice(EntryLength, nameLength)).Replace('\\', '/');
            if (!IsInside(name))
                return FileRefusals.Trap;
            names.Add(name);
            rest = rest[whole..];
        }

        // Entries that share their bytes pack more than there is.
        var isTrap = packed > fileLength || unpacked > MostUnpacked || (unpacked > Harmless && unpacked / fileLength > MostTimes);
        return !rest.IsEmpty ? FileRefusals.Broken
            : isTrap ? FileRefusals.Trap
            : names;
    }

    private static bool IsInside(string name) =>
        name.Length > 0
        && name[0] != '/'
        && !name.Contains(':', StringComparison.Ordinal)
        && !name.Any(char.IsControl)
        && !name.Split('/').Contains("..");

    // The record that ends the file, its comment included: the one every reader finds.
    private static (byte[] Record, long At)? End(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return
            at < 0
            || tail.Length - at < EndLength
            || tail.Length - at - EndLength != BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20))
            ? null
            : (tail[at..(at + EndLength)], file.Length - tail.Length + at);
    }
}
