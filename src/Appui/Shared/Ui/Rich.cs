using System.Globalization;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui;

/// <summary>The only two ways to write markup that does not come from a page: our own texts with emphasis, and our own Markdown.</summary>
public static class Rich
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers()
        .DisableHtml()
        .Build();

    /// <summary>A text of the resources that carries emphasis (<c>&lt;strong&gt;</c>); what fills its placeholders is encoded.</summary>
    public static IHtmlContent Text(string format, params object?[] values) =>
        new HtmlContentBuilder().AppendFormat(CultureInfo.CurrentCulture, format, values);

    /// <summary>Markdown as HTML. Raw HTML in it is written as text, never let through. A table too wide for a phone scrolls by itself.</summary>
    public static IHtmlContent Markdown(string markdown) =>
        new HtmlString(
            Markdig
                .Markdown.ToHtml(markdown, Pipeline)
                .Replace("<table>", "<div class=\"table-wide\" tabindex=\"0\"><table class=\"table\">", StringComparison.Ordinal)
                .Replace("</table>", "</table></div>", StringComparison.Ordinal)
        );
}
