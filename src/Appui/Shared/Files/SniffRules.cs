using System.Buffers;
using System.Text;

namespace Appui.Shared.Files;

/// <summary>What a file is by its first bytes, whatever its name says. Values in, values out.</summary>
public static class SniffRules
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Head = 4096;

    private static readonly SearchValues<byte> Undefined = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);

    private static readonly string[] Films = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"];

    private static readonly int[] Bitrates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

    private static readonly int[] Bitrates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private static readonly int[] Rates = [44_100, 48_000, 32_000];

    /// <summary>The kind, or null when only the whole can tell whether it is text. <see cref="FileKind.Zip"/> asks for a look inside.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8) ? FileKind.Webp
        : head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) ? FileKind.Zip
        : IsFilm(head) ? FileKind.Mp4
        : head.StartsWith("ID3"u8) || IsSound(head) ? FileKind.Mp3
        : null;

    /// <summary>Readable characters, but a reader might take it for something else: a PDF may begin later than at its first byte.</summary>
    public static bool IsTwoFaced(ReadOnlySpan<byte> head) =>
        head.StartsWith("GIF8"u8)
        || head.StartsWith("%!PS"u8)
        || head.StartsWith("{\\rtf"u8)
        || head.StartsWith("MZ"u8)
        || head.IndexOf("%PDF-"u8) >= 0;

    /// <summary>True while bytes may be text in an encoding of one byte: no control character but tabs and ends of lines.</summary>
    public static bool MayBeText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D) or 0x7F)
                return false;
        }

        return true;
    }

    /// <summary>False where a byte means nothing in windows-1252, in which spreadsheets of today still write CSV.</summary>
    public static bool IsWindows(ReadOnlySpan<byte> bytes) => !bytes.ContainsAny(Undefined);

    private static bool IsFilm(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && Films.Contains(Encoding.Latin1.GetString(head[8..12]));

    // Two frames that follow each other (ISO 11172-3 §2.4.1.3): one alone may be chance.
    private static bool IsSound(ReadOnlySpan<byte> head) =>
        FrameLength(head) is var length and > 0 && head.Length > length + 4 && FrameLength(head[length..]) > 0;

    private static int FrameLength(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 4 || frame[0] != 0xFF || (frame[1] & 0xE6) != 0xE2)
            return 0;
        var version = (frame[1] >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
        var (bitrate, rate) = (frame[2] >> 4, (frame[2] >> 2) & 3);
        if (version == 1 || bitrate is 0 or 15 || rate == 3)
            return 0;
        var (kilobits, hertz) =
            version == 3 ? (Bitrates1[bitrate], Rates[rate]) : (Bitrates2[bitrate], Rates[rate] / (version == 2 ? 2 : 4));
        return ((version == 3 ? 144_000 : 72_000) * kilobits / hertz) + ((frame[2] >> 1) & 1);
    }
}
