using System.Collections.Frozen;

namespace Appui.Shared.Files;

/// <summary>What a file is, told from its bytes.</summary>
public enum FileKind
{
    Pdf,
    Png,
    Jpeg,

    /// <summary>Accepted, and kept as PNG or JPEG.</summary>
    Webp,

    /// <summary>Plain text, tables as CSV included.</summary>
    Text,
    Docx,
    Docm,
    Xlsx,
    Xlsm,
    Pptx,
    Pptm,
    Odt,
    Ods,
    Odp,
    Zip,
    Mp4,
    Mp3,
}

/// <summary>How large a file of its family may be.</summary>
public enum FileFamily
{
    Image,
    Document,

    /// <summary>Course packages, film, sound.</summary>
    Package,
}

/// <summary>What is known of a kind.</summary>
/// <param name="MediaType">What it is served as.</param>
/// <param name="Extensions">Ends of names that fit it, the usual one first.</param>
public sealed record FileFormat(FileKind Kind, FileFamily Family, string MediaType, params IReadOnlyList<string> Extensions)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Microsoft = "application/vnd.ms-";
    private const string Odf = "application/vnd.oasis.opendocument.";

    private static readonly FrozenDictionary<FileKind, FileFormat> All = (
        (FileFormat[])
            [
                new(FileKind.Pdf, FileFamily.Document, "application/pdf", "pdf"),
                new(FileKind.Png, FileFamily.Image, "image/png", "png"),
                new(FileKind.Jpeg, FileFamily.Image, "image/jpeg", "jpg", "jpeg"),
                new(FileKind.Webp, FileFamily.Image, "image/webp", "webp"),
                new(FileKind.Text, FileFamily.Document, "text/plain", "txt", "csv", "tsv", "md"),
                new(FileKind.Docx, FileFamily.Document, Office + "wordprocessingml.document", "docx"),
                new(FileKind.Docm, FileFamily.Document, Microsoft + "word.document.macroEnabled.12", "docm"),
                new(FileKind.Xlsx, FileFamily.Document, Office + "spreadsheetml.sheet", "xlsx"),
                new(FileKind.Xlsm, FileFamily.Document, Microsoft + "excel.sheet.macroEnabled.12", "xlsm"),
                new(FileKind.Pptx, FileFamily.Document, Office + "presentationml.presentation", "pptx"),
                new(FileKind.Pptm, FileFamily.Document, Microsoft + "powerpoint.presentation.macroEnabled.12", "pptm"),
                new(FileKind.Odt, FileFamily.Document, Odf + "text", "odt"),
                new(FileKind.Ods, FileFamily.Document, Odf + "spreadsheet", "ods"),
                new(FileKind.Odp, FileFamily.Document, Odf + "presentation", "odp"),
                new(FileKind.Zip, FileFamily.Package, "application/zip", "zip"),
                new(FileKind.Mp4, FileFamily.Package, "video/mp4", "mp4", "m4v"),
                new(FileKind.Mp3, FileFamily.Package, "audio/mpeg", "mp3"),
            ]
    ).ToFrozenDictionary(f => f.Kind);

    private static readonly FrozenSet<string> Known = All
        .Values.SelectMany(f => f.Extensions)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The format of a kind.</summary>
    public static FileFormat Of(FileKind kind) => All[kind];

    /// <summary>True when names of some kind end so.</summary>
    public static bool IsKnown(string extension) => Known.Contains(extension);
}
