using System.IO.Compression;
using System.Text;

namespace Appui.Shared.Files;

/// <summary>Whether a PDF does something by itself when it is opened. Values in, values out.</summary>
public static class PdfRules
{
    private const int MostUnfolded = 64 * 1024 * 1024;
    private const int MostStreams = 20_000;
    private const int LongestDictionary = 4096;

    /// <summary>
    /// True when it holds a script, starts a program or acts on opening, or when that cannot be ruled out (encrypted, unknown filter).
    /// Names are read as a reader would: with their escapes (ISO 32000-1 §7.3.5), and inside object streams (§7.5.7).
    /// </summary>
    public static bool MayAct(byte[] file)
    {
        var (room, streams) = (MostUnfolded, 0);
        return MayAct(file, file, ref room, ref streams);
    }

    private static bool MayAct(ReadOnlySpan<byte> text, byte[]? file, ref int room, ref int streams)
    {
        for (var at = text.IndexOf((byte)'/'); at >= 0; )
        {
            var (name, end) = NameAt(text, at + 1);
            if (name is "JavaScript" or "Launch" or "RichMedia" or "Encrypt" || (name == "OpenAction" && !IsPlace(text[end..])))
                return true;
            if (name == "ObjStm" && file is not null && (++streams > MostStreams || StreamMayAct(file, at, ref room)))
                return true;
            var next = text[end..].IndexOf((byte)'/');
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }

    private static bool StreamMayAct(byte[] file, int at, ref int room)
    {
        var before = Math.Max(0, at - LongestDictionary);
        var begin = file.AsSpan(before, at - before).LastIndexOf(" obj"u8);
        var length = file.AsSpan(at, Math.Min(LongestDictionary, file.Length - at)).IndexOf("stream"u8);
        if (begin < 0 || length < 0)
            return true;
        var dictionary = file.AsSpan(before + begin, at + length - before - begin);
        // Escapes, texts and remarks have no place there but to mislead who looks for the stream.
        if (dictionary.IndexOf("/FlateDecode"u8) < 0 || dictionary.IndexOf("/Predictor"u8) >= 0 || dictionary.ContainsAny("#(%"u8))
            return true;
        var start = at + length + "stream".Length;
        while (start < file.Length && file[start] is (byte)'\r' or (byte)'\n')
            start++;
        var none = 0;
        return Unfold(file, start, ref room) is not { } inside || MayAct(inside, null, ref room, ref none);
    }

    private static byte[]? Unfold(byte[] file, int start, ref int room)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
            using var target = new MemoryStream();
            var buffer = new byte[1 << 14];
            for (int read; (read = source.Read(buffer)) > 0; )
            {
                if ((room -= read) < 0)
                    return null;
                target.Write(buffer, 0, read);
            }

            return target.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static (string Name, int End) NameAt(ReadOnlySpan<byte> text, int at)
    {
        const int longest = 16;
        Span<byte> name = stackalloc byte[longest];
        var length = 0;
        for (; at < text.Length && length < longest && IsRegular(text[at]); at++, length++)
        {
            name[length] = text[at];
            if (
                text[at] == '#'
                && at + 2 < text.Length
                && byte.TryParse(text.Slice(at + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var escaped)
            )
                (name[length], at) = (escaped, at + 2);
        }

        return (Encoding.Latin1.GetString(name[..length]), at);
    }

    // [page /Fit]: where to begin reading, as most writers say.
    private static bool IsPlace(ReadOnlySpan<byte> after) => after.TrimStart(" \t\r\n\f\0"u8) is [(byte)'[', ..];

    private static bool IsRegular(byte b) => b > ' ' && !"()<>[]{}/%"u8.Contains(b);
}
