using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui;

/// <summary>Icons of the sprite. Their names are the lines of <c>src/web/icons.txt</c>.</summary>
public static class Icons
{
    private static readonly ConcurrentDictionary<string, string> Written = new(StringComparer.Ordinal);

    /// <summary>An icon, silent for screen readers: a word stands beside it.</summary>
    public static HtmlString Of(string name) => new(Html(name));

    internal static string Html(string name) =>
        Written.GetOrAdd(
            name,
            static n => $"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{AssetNames.Href("icons.svg")}#{n}\"/></svg>"
        );
}

/// <summary><c>&lt;ui-icon name="check" /&gt;</c>: an icon of the sprite, silent for screen readers.</summary>
[HtmlTargetElement("ui-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag : TagHelper
{
    /// <summary>A line of <c>src/web/icons.txt</c>.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Of(Name));
    }
}
