using System.IO.Compression;
using System.Text;

namespace Appui.Shared.Files;

/// <summary>What was found in a file.</summary>
/// <param name="HasMacros">Macros or scripts are there, or cannot be ruled out.</param>
public sealed record FileLook(FileKind Kind, bool HasMacros = false);

/// <summary>Looks at the bytes of a file: what it is, and whether it does something by itself when it is opened.</summary>
public static class SniffFile
{
    private const int LongestList = 1024 * 1024;

    private static readonly (string Type, FileKind Kind)[] OfficeTypes =
    [
        ("wordprocessingml.document.main+xml", FileKind.Docx),
        ("ms-word.document.macroEnabled.main+xml", FileKind.Docm),
        ("spreadsheetml.sheet.main+xml", FileKind.Xlsx),
        ("ms-excel.sheet.macroEnabled.main+xml", FileKind.Xlsm),
        ("presentationml.presentation.main+xml", FileKind.Pptx),
        ("presentationml.slideshow.main+xml", FileKind.Pptx),
        ("ms-powerpoint.presentation.macroEnabled.main+xml", FileKind.Pptm),
    ];

    private static readonly FileKind[] OpenDocuments = [FileKind.Odt, FileKind.Ods, FileKind.Odp];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>What it begins like, or null when only the whole can tell.</summary>
    public static async Task<FileKind?> Beginning(Stream file, CancellationToken stop) => SniffRules.Of(await Head(file, stop));

    /// <summary>What it is, or why it is refused. A PDF is read into memory: see to its length before.</summary>
    public static async Task<Outcome<FileLook>> Run(Stream file, CancellationToken stop)
    {
        var head = await Head(file, stop);
        if (head.Length == 0)
            return FileRefusals.Empty;
        file.Position = 0;
        switch (SniffRules.Of(head))
        {
            case FileKind.Zip:
                return LookIntoZip(file);
            case FileKind.Pdf:
                var bytes = new byte[file.Length];
                await file.ReadExactlyAsync(bytes, stop);
                return new FileLook(FileKind.Pdf, PdfRules.MayAct(bytes));
            case { } kind:
                return new FileLook(kind);
            default:
                return !SniffRules.IsTwoFaced(head) && await IsText(file, stop) ? new FileLook(FileKind.Text) : FileRefusals.NotAccepted;
        }
    }

    private static async Task<byte[]> Head(Stream file, CancellationToken stop)
    {
        var head = new byte[SniffRules.Head];
        file.Position = 0;
        return head[..await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop)];
    }

    private static Outcome<FileLook> LookIntoZip(Stream file)
    {
        if (!ZipDirectory.Read(file).Is(out var names, out var refusal))
            return refusal;
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var kind = KindOf(zip);
            var hasMacros = kind is not FileKind.Zip && (kind is FileKind.Docm or FileKind.Xlsm or FileKind.Pptm || names.Any(IsMacro));
            return new FileLook(kind, hasMacros);
        }
        catch (InvalidDataException)
        {
            return FileRefusals.Broken;
        }
    }

    private static FileKind KindOf(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is { } declared)
        {
            var type = Beginning(declared).Trim();
            return OpenDocuments.Where(k => FileFormat.Of(k).MediaType == type).DefaultIfEmpty(FileKind.Zip).First();
        }

        if (zip.GetEntry("[Content_Types].xml") is not { } types)
            return FileKind.Zip;
        var text = Beginning(types);
        return OfficeTypes
            .Where(t => text.Contains(t.Type, StringComparison.OrdinalIgnoreCase))
            .Select(t => t.Kind)
            .DefaultIfEmpty(FileKind.Zip)
            .First();
    }

    private static string Beginning(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new byte[LongestList];
        return Encoding.UTF8.GetString(bytes, 0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    // Visual Basic, macros of Excel 4, controls; Basic and scripts of OpenDocument.
    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    // UTF-8, UTF-16 with its mark, or one byte a character.
    private static async Task<bool> IsText(Stream file, CancellationToken stop)
    {
        var buffer = new byte[1 << 14];
        Decoder? decoder = null;
        var (isWide, isUtf8, isWindows) = (false, true, true);
        var characters = new char[buffer.Length + 1];
        for (int read; (read = await file.ReadAsync(buffer, stop)) > 0; )
        {
            isWide |= decoder is null && buffer is [0xFF, 0xFE, ..];
            decoder ??= isWide ? Utf16.GetDecoder() : Utf8.GetDecoder();
            if (!isWide && !SniffRules.MayBeText(buffer.AsSpan(0, read)))
                return false;
            isWindows &= !isWide && SniffRules.IsWindows(buffer.AsSpan(0, read));
            isUtf8 &= isUtf8 && Decodes(decoder, buffer.AsSpan(0, read), characters, isWide);
            if (!isUtf8 && !isWindows)
                return false;
        }

        return true;
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> bytes, char[] characters, bool isWide)
    {
        try
        {
            var count = decoder.GetChars(bytes, characters, flush: false);
            return !isWide || !characters.AsSpan(0, count).ContainsAnyInRange('\0', '\u0008');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
