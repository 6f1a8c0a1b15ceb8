using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui;

/// <summary>What the blocks share: classes that add to those a page gives, and headings that name their section.</summary>
public abstract class BlockTag : TagHelper
{
    /// <summary>Set by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    // Numbered in the order of the page: unique even in a loop, and the same each time the page is made.
    private protected string NextId()
    {
        var items = View.HttpContext.Items;
        var last = items.TryGetValue(typeof(BlockTag), out var found) ? (int)found! : 0;
        items[typeof(BlockTag)] = last + 1;
        return string.Create(CultureInfo.InvariantCulture, $"b{last + 1}");
    }

    private protected static void Start(TagHelperOutput output, string tag, params string?[] classes)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        var all = string.Join(' ', classes.Append(given).Where(c => !string.IsNullOrEmpty(c)));
        if (all.Length > 0)
            output.Attributes.SetAttribute("class", all);
    }

    private protected string NamedBy(TagHelperOutput output)
    {
        var id = output.Attributes["id"]?.Value?.ToString() is { Length: > 0 } given ? $"{given}-h" : NextId();
        output.Attributes.SetAttribute("aria-labelledby", id);
        return id;
    }

    private protected static void Before(TagHelperOutput output, Markup markup) => output.PreContent.AppendHtml(markup.ToHtml());

    private protected static void After(TagHelperOutput output, string markup) => output.PostContent.AppendHtml(new HtmlString(markup));
}
