using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.Language;
using Microsoft.AspNetCore.Razor.Language.Extensions;
using Microsoft.AspNetCore.Razor.Language.Intermediate;

namespace Appui.Tests.House;

/// <summary>Pages: every word comes from the texts, and nothing asks the content security policy for an exception.</summary>
public static partial class PageRules
{
    // Stands where the page writes a value.
    private const char Value = '\ufffc';

    private static readonly RazorProjectEngine Razor = RazorProjectEngine.Create(
        RazorConfiguration.Default,
        RazorProjectFileSystem.Create("/"),
        b =>
        {
            FunctionsDirective.Register(b);
            SectionDirective.Register(b);
        }
    );

    /// <summary>No letter on screen is written in a page: texts are in resources, in two languages.</summary>
    public static IEnumerable<Trespass> PagesHoldNoWords(Tree tree) =>
        Pages(tree)
            .SelectMany(page =>
            {
                var bare = Tag().Replace(page.Html, " ");
                return tree.Find(page.Path, Letters(), m => $"« {m.Value.Trim()} » is not in the texts", Keep(page.Html, bare))
                    .Concat(
                        tree.Find(
                            page.Path,
                            SpokenAttribute(),
                            m => $"{m.Groups[1].Value}=« {m.Groups[2].Value} » is not in the texts",
                            page.Html
                        )
                    );
            });

    /// <summary>No style attribute, no inline style or script, no handler attribute.</summary>
    public static IEnumerable<Trespass> PagesObeyThePolicy(Tree tree) =>
        Pages(tree)
            .SelectMany(page =>
                tree.Find(page.Path, StyleAttribute(), _ => "style attribute: the policy refuses it", page.Html)
                    .Concat(
                        tree.Find(
                            page.Path,
                            HandlerAttribute(),
                            m => $"handler attribute {m.Groups[1].Value}: the policy refuses it",
                            page.Html
                        )
                    )
                    .Concat(tree.Find(page.Path, InlineElement(), m => $"inline <{m.Groups[1].Value}>: the policy refuses it", page.Html))
                    .Concat(
                        tree.Find(
                            page.Path,
                            RawHtml(),
                            _ => "Html.Raw: only our texts and cleaned Markdown (….Html) are written as they are",
                            tree[page.Path]
                        )
                    )
            );

    private static IEnumerable<(string Path, string Html)> Pages(Tree tree) =>
        tree.Under("src/Appui/", ".cshtml").Select(p => (p, HtmlOf(p, tree[p])));

    // The HTML a page writes, with a mark for each value, on the same lines as in its source.
    private static string HtmlOf(string path, string source)
    {
        var document = RazorSourceDocument.Create(Directive().Replace(source, ""), path);
        var code = Razor.Process(document, "mvc", [], []);
        var html = new StringBuilder();
        var line = 0;
        void Walk(IntermediateNode node)
        {
            if (node.Source is { } at && at.LineIndex > line)
            {
                html.Append('\n', at.LineIndex - line);
                line = at.LineIndex;
            }

            switch (node)
            {
                case IntermediateToken { IsHtml: true } token:
                    html.Append(token.Content);
                    line += token.Content.Count(c => c == '\n');
                    return;
                case HtmlAttributeIntermediateNode attribute:
                    html.Append(attribute.Prefix);
                    foreach (var child in attribute.Children)
                        Walk(child);
                    html.Append(attribute.Suffix);
                    return;
                case HtmlAttributeValueIntermediateNode value:
                    html.Append(value.Prefix);
                    break;
                case CSharpExpressionIntermediateNode or CSharpExpressionAttributeValueIntermediateNode:
                    html.Append(Value);
                    break;
                default:
                    break;
            }

            foreach (var child in node.Children)
                Walk(child);
        }

        Walk(code.GetDocumentIntermediateNode());
        return html.ToString();
    }

    // Line numbers survive the removal of tags only if the line ends inside tags do.
    private static string Keep(string html, string bare) =>
        html.Count(c => c == '\n') == bare.Count(c => c == '\n')
            ? bare
            : Tag().Replace(html, m => new string('\n', m.Value.Count(c => c == '\n')) + " ");

    [GeneratedRegex(
        @"^@(?:page|model|inject|using|namespace|inherits|implements|attribute|addTagHelper|removeTagHelper)\b.*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Directive();

    [GeneratedRegex(@"<!--.*?-->|<[!/]?[a-zA-Z](?:[^<>""']|""[^""]*""|'[^']*')*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?:&\w+;|[^\p{L}\n&\ufffc])*\p{L}[^\n\ufffc]*")]
    private static partial Regex Letters();

    [GeneratedRegex(
        @"\s(alt|title|placeholder|aria-label|aria-description|aria-roledescription|label|help|hint|caption|text|legend|summary)\s*=\s*""([^""]*\p{L}[^""]*)"""
    )]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@"<[a-zA-Z][^<>]*\sstyle\s*=")]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"<[a-zA-Z][^<>]*\s(on[a-z]+)\s*=")]
    private static partial Regex HandlerAttribute();

    [GeneratedRegex(@"<(style)\b|<(script)\b(?![^>]*\ssrc\s*=)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineElement();

    [GeneratedRegex(@"\bHtml\.Raw\((?!\w+Texts\.|string\.Format\(\w+Texts\.|[\w.]+\.Html\))")]
    private static partial Regex RawHtml();
}
