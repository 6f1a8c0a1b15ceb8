using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PdfSharp.Pdf;

namespace Appui.Shared.Documents;

/// <summary>
/// Says who made the document and that it is PDF/UA-1 (ISO 14289-1 §5). PDFsharp writes its own metadata, without that sentence and
/// without escaping the title; ours replaces it by an incremental update at the end of the file (ISO 32000-1 §7.5.6).
/// </summary>
internal static class PdfIdentity
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Accessible = "http://www.aiim.org/pdfua/ns/id/";

    public static byte[] Save(PdfDocument document, PdfCover cover)
    {
        document.Info.Title = cover.Title;
        document.Info.Author = cover.Author;
        document.Info.Creator = "Appui";
        document.Info.CreationDate = cover.Instant;
        document.Info.ModificationDate = cover.Instant;
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        var metadata =
            document.Internals.Catalog.Elements.GetReference("/Metadata")
            ?? throw new InvalidOperationException("PDFsharp wrote no metadata.");
        Append(file, metadata.ObjectNumber, Packet(cover, document.Info.Producer));
        return file.ToArray();
    }

    private static void Append(MemoryStream file, int number, byte[] packet)
    {
        var tail = Tail(file);
        var previous = After(tail, "startxref").Trim().Split('\n')[0].Trim();
        var trailer = After(tail, "trailer").Trim();
        trailer = trailer[..trailer.LastIndexOf(">>", trailer.IndexOf("startxref", StringComparison.Ordinal), StringComparison.Ordinal)];
        file.Position = file.Length;
        Write(file, "\n");
        var at = file.Position;
        Write(file, $"{number} 0 obj\n<</Type/Metadata/Subtype/XML/Length {packet.Length}>>\nstream\n");
        file.Write(packet);
        Write(file, "\nendstream\nendobj\n");
        var table = file.Position;
        Write(file, $"xref\n{number} 1\n{at:D10} 00000 n \ntrailer\n{trailer}/Prev {previous}\n>>\nstartxref\n{table}\n%%EOF\n");
    }

    private static string Tail(MemoryStream file)
    {
        var length = (int)Math.Min(file.Length, 2048);
        return Encoding.Latin1.GetString(file.GetBuffer(), (int)file.Length - length, length);
    }

    private static string After(string text, string word) => text[(text.LastIndexOf(word, StringComparison.Ordinal) + word.Length)..];

    private static void Write(MemoryStream file, FormattableString text) =>
        file.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static byte[] Packet(PdfCover cover, string producer)
    {
        var instant = cover.Instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
            new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
            new XAttribute(XNamespace.Xmlns + "pdfuaid", Accessible),
            new XElement(Accessible + "part", "1"),
            new XElement(Dublin + "format", "application/pdf"),
            new XElement(Dublin + "title", new XElement(Rdf + "Alt", Default(Words(cover.Title)))),
            new XElement(Dublin + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", Words(cover.Author)))),
            new XElement(Dublin + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", cover.Language))),
            new XElement(Xmp + "CreatorTool", "Appui"),
            new XElement(Xmp + "CreateDate", instant),
            new XElement(Xmp + "ModifyDate", instant),
            new XElement(Pdf + "Producer", Words(producer))
        );
        XNamespace meta = "adobe:ns:meta/";
        var root = new XElement(
            meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description)
        );
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{root}\n<?xpacket end=\"w\"?>");
    }

    private static XElement Default(string text) => new(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text);

    private static string Words(string text) => PdfText.Drawable(text, Typeface.Regular).Replace('\n', ' ');
}
