using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Appui.Shared.Documents;

/// <summary>Gives PDFsharp the two faces of Source Sans 3 that the front-end build copies to <c>fonts/</c> beside the program.</summary>
internal sealed class DocumentFonts : IFontResolver
{
    public const string Family = "Source Sans 3";

    static DocumentFonts()
    {
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new DocumentFonts();
    }

    /// <summary>A font of a size in points. The first call registers the licence and the faces, once per process.</summary>
    public static XFont At(bool bold, double size) =>
        new(Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, XPdfFontOptions.UnicodeDefault);

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
        familyName == Family ? new FontResolverInfo(bold ? "SourceSans3_600SemiBold" : "SourceSans3_400Regular") : null;

    /// <inheritdoc/>
    public byte[] GetFont(string faceName)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "fonts", faceName + ".ttf");
        return File.Exists(file)
            ? File.ReadAllBytes(file)
            : throw new FileNotFoundException("The fonts of the documents are missing: build the front end first (./appui help).", file);
    }
}
