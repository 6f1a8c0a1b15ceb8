using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Appui.Tests.Shared.Files;

/// <summary>Bytes of files, honest and hostile.</summary>
internal static class SomeFile
{
    /// <summary>A place that a photograph must not give away.</summary>
    public const string Place = "43.6045 N, 1.4440 E";

    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Image(SKEncodedImageFormat format, int width = 40, int height = 20, bool transparent = false)
    {
        using var surface = SKSurface.Create(
            new SKImageInfo(width, height, SKColorType.Rgba8888, transparent ? SKAlphaType.Premul : SKAlphaType.Opaque)
        );
        surface.Canvas.Clear(transparent ? SKColors.Transparent : SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        using var image = surface.Snapshot();
        using var encoded = image.Encode(format, 95);
        return encoded.ToArray();
    }

    /// <summary>A photograph taken with the telephone upright: EXIF says to turn it, and where it was taken.</summary>
    public static byte[] Photograph(ushort orientation = 6)
    {
        var jpeg = Image(SKEncodedImageFormat.Jpeg);
        using var exif = new MemoryStream();
        using var tiff = new BinaryWriter(exif);
        tiff.Write("Exif\0\0II*\0"u8);
        tiff.Write(8);
        tiff.Write((ushort)3);
        Tag(tiff, 0x010E, 2, Place.Length + 1, 50);
        Tag(tiff, 0x0112, 3, 1, orientation);
        Tag(tiff, 0x8825, 4, 1, 50 + Place.Length + 1);
        tiff.Write(0);
        tiff.Write(Encoding.ASCII.GetBytes(Place + "\0"));
        tiff.Write((ushort)1);
        Tag(tiff, 1, 2, 2, 'N');
        tiff.Write(0);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. exif.ToArray(), .. jpeg[2..]];
    }

    /// <summary>A PNG whose first bytes announce a size, with next to nothing behind.</summary>
    public static byte[] Announced(uint width, uint height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(new byte[1000]);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>An archive.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>An office document: what its list of types says of its main part, and what else is in it.</summary>
    public static byte[] Office(string mainType, params IEnumerable<string> others) =>
        Zip([
            (
                "[Content_Types].xml",
                Encoding.UTF8.GetBytes($"<Types><Override PartName=\"/x\" ContentType=\"application/{mainType}.main+xml\"/></Types>")
            ),
            .. others.Select(o => (o, "x"u8.ToArray())),
        ]);

    /// <summary>A document of LibreOffice.</summary>
    public static byte[] OpenDocument(string kind, params IEnumerable<string> others) =>
        Zip([
            ("mimetype", Encoding.ASCII.GetBytes($"application/vnd.oasis.opendocument.{kind}")),
            .. others.Select(o => (o, "x"u8.ToArray())),
        ]);

    /// <summary>A PDF with a catalogue of our own, and perhaps a compressed stream of objects.</summary>
    public static byte[] Pdf(string catalogue, byte[]? packed = null, string filter = "/Filter/FlateDecode") =>
        [
            .. Encoding.ASCII.GetBytes(
                $"%PDF-1.7\n1 0 obj\n<</Type/Catalog {catalogue}>>\nendobj\n2 0 obj\n<</Type/ObjStm/N 1/First 4 {filter}>>\nstream\n"
            ),
            .. packed ?? Packed("1 0 <</A 1>>"),
            .. "\nendstream\nendobj\n%%EOF"u8,
        ];

    /// <summary>Compressed as in a PDF.</summary>
    public static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.ASCII.GetBytes(text));
        return packed.ToArray();
    }

    /// <summary>The entries of an archive listed many times over: they unfold to much more than there is.</summary>
    public static byte[] Overlapping(int times)
    {
        var zip = Zip(("a", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 400)))));
        var (directory, end) = (zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8), zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8));
        var record = zip[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), (ushort)times);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), (ushort)times);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12), (uint)(times * (end - directory)));
        return [.. zip[..directory], .. Enumerable.Repeat(zip[directory..end], times).SelectMany(b => b), .. record];
    }

    /// <summary>An archive whose directory says that its entry is encrypted.</summary>
    public static byte[] Encrypted()
    {
        var zip = Zip(("a", "x"u8.ToArray()));
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }

    private static void Tag(BinaryWriter tiff, ushort tag, ushort type, int count, int value)
    {
        tiff.Write(tag);
        tiff.Write(type);
        tiff.Write(count);
        tiff.Write(value);
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
