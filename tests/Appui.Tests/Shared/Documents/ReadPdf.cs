using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Appui.Tests.Shared.Documents;

/// <summary>A structure element read back: its tag, its attributes, its text and what is inside.</summary>
internal sealed record Element(
    string Tag,
    string Alternative,
    IReadOnlyDictionary<string, string> Attributes,
    string OwnText,
    IReadOnlyList<Element> Inside
)
{
    public string Text => string.Concat(new[] { OwnText }.Concat(Inside.Select(element => element.Text)));

    public IEnumerable<Element> All => Inside.SelectMany(element => element.All.Prepend(element));

    public IEnumerable<Element> Tagged(string tag) => All.Where(element => element.Tag == tag);
}

/// <summary>Reads a tagged PDF back as a screen reader would: from its structure, not from the look of its pages.</summary>
internal sealed class ReadPdf : IDisposable
{
    private readonly PdfDocument document;
    private readonly Dictionary<IndirectReference, int> pageOf = [];
    private readonly Dictionary<(int Page, int Id), string> texts = [];

    public ReadPdf(byte[] file)
    {
        document = PdfDocument.Open(file);
        Catalog = document.Structure.Catalog.CatalogDictionary;
        var pages = (DictionaryToken)Resolve(Catalog.Data["Pages"]);
        foreach (var kid in ((ArrayToken)Resolve(pages.Data["Kids"])).Data)
            pageOf[((IndirectReferenceToken)kid).Data] = pageOf.Count + 1;
        foreach (var page in document.GetPages())
            Collect(page.Number, page.GetMarkedContents());
        Root = Read((DictionaryToken)Resolve(((DictionaryToken)Resolve(Catalog.Data["StructTreeRoot"])).Data["K"]), 0);
    }

    public DictionaryToken Catalog { get; }

    public Element Root { get; }

    public int PageCount => document.NumberOfPages;

    public IEnumerable<Page> Pages => document.GetPages();

    public string Metadata => Encoding.UTF8.GetString(((StreamToken)Resolve(Catalog.Data["Metadata"])).Data.Span);

    /// <summary>Text of what is painted but never read aloud.</summary>
    public string Decoration(int page) =>
        string.Concat(
            document
                .GetPage(page)
                .GetMarkedContents()
                .Where(content => content.IsArtifact || content.Tag == "Artifact")
                .SelectMany(content => content.Letters)
                .Select(letter => letter.Value)
        );

    public T Get<T>(DictionaryToken dictionary, string key)
        where T : class, IToken => (T)Resolve(dictionary.Data[key]);

    public IToken Resolve(IToken token) =>
        token is IndirectReferenceToken reference ? Resolve(document.Structure.GetObject(reference.Data).Data) : token;

    public void Dispose() => document.Dispose();

    private void Collect(int page, IReadOnlyList<MarkedContentElement> contents)
    {
        foreach (var content in contents)
        {
            if (content.MarkedContentIdentifier >= 0 && !content.IsArtifact)
                texts[(page, content.MarkedContentIdentifier)] = string.Concat(content.Letters.Select(letter => letter.Value));
            Collect(page, content.Children);
        }
    }

    private Element Read(DictionaryToken element, int outerPage)
    {
        var page = element.Data.TryGetValue("Pg", out var reference) ? pageOf[((IndirectReferenceToken)reference).Data] : outerPage;
        var text = new StringBuilder();
        var inside = new List<Element>();
        foreach (var kid in element.Data.TryGetValue("K", out var kids) ? List(kids) : [])
        {
            switch (kid)
            {
                case NumericToken id:
                    text.Append(texts.GetValueOrDefault((page, id.Int)));
                    break;
                case DictionaryToken child when child.Data.ContainsKey("S"):
                    inside.Add(Read(child, page));
                    break;
                case DictionaryToken mark when mark.Data.TryGetValue("MCID", out var id):
                    var where = mark.Data.TryGetValue("Pg", out var pg) ? pageOf[((IndirectReferenceToken)pg).Data] : page;
                    text.Append(texts.GetValueOrDefault((where, ((NumericToken)Resolve(id)).Int)));
                    break;
            }
        }

        return new Element(Name(element.Data["S"]), Words(element), Attributes(element), text.ToString(), inside);
    }

    private IEnumerable<IToken> List(IToken token) =>
        Resolve(token) switch
        {
            ArrayToken array => array.Data.Select(Resolve),
            var one => [one],
        };

    private Dictionary<string, string> Attributes(DictionaryToken element)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attributes in element.Data.TryGetValue("A", out var token) ? List(token).OfType<DictionaryToken>() : [])
        foreach (var (key, value) in attributes.Data)
            all[key] = Resolve(value) switch
            {
                NameToken name => name.Data,
                NumericToken number => $"{number.Data}",
                var other => $"{other}",
            };
        return all;
    }

    private string Words(DictionaryToken element) =>
        element.Data.TryGetValue("Alt", out var token)
            ? Resolve(token) switch
            {
                StringToken text => text.Data,
                HexToken hex => hex.Data,
                _ => "",
            }
            : "";

    private string Name(IToken token) => ((NameToken)Resolve(token)).Data;
}
