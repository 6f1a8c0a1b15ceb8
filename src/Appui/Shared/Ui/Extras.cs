using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui;

/// <summary><c>&lt;ui-progress value="14" max="22" label="14 leçons faites sur 22" /&gt;</c>.</summary>
[HtmlTargetElement("ui-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTag : BlockTag
{
    /// <summary>How far.</summary>
    public double Value { get; set; }

    /// <summary>How much there is in all.</summary>
    public double Max { get; set; } = 100;

    /// <summary>The same in words.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var share = Max > 0 ? Math.Clamp(Value / Max * 100, 0, 100) : 0;
        output.Content.SetHtmlContent(
            new Markup()
                .Raw("<svg class=\"bar\" role=\"img\"")
                .Attribute("aria-label", Label)
                .Raw($"><rect width=\"{share}%\" height=\"100%\" class=\"f1\"/></svg>")
                .ToHtml()
        );
    }
}

/// <summary><c>&lt;ui-term meaning="…"&gt;de minimis&lt;/ui-term&gt;</c>: a word of the trade, explained on hover and on tap, without script.</summary>
[HtmlTargetElement("ui-term")]
public sealed class TermTag : BlockTag
{
    /// <summary>What the word means, in a sentence.</summary>
    public string Meaning { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var id = NextId();
        Before(
            output,
            new Markup()
                .Raw("<button type=\"button\" class=\"term\"")
                .Attribute("popovertarget", id)
                .Raw("><abbr")
                .Attribute("title", Meaning)
                .Raw(">")
        );
        After(
            output,
            new Markup()
                .Raw("</abbr></button><span popover class=\"meaning\"")
                .Attribute("id", id)
                .Raw(">")
                .Text(Meaning)
                .Raw("</span>")
                .ToString()
        );
    }
}

/// <summary>
/// <c>&lt;ui-dialog id="x" title="…"&gt;</c>: opened without script by a button with <c>popovertarget="x"</c>; Escape or a click outside closes it.
/// For a choice that must be made on the spot; what can be undone needs none.
/// </summary>
[HtmlTargetElement("ui-dialog")]
public sealed class DialogTag : BlockTag
{
    /// <summary>Heading.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "dialog", "dialog");
        var id = output.Attributes["id"]?.Value?.ToString() ?? "";
        output.Attributes.SetAttribute("popover", "auto");
        Before(
            output,
            new Markup()
                .Raw("<div class=\"dialog-head\"><h2")
                .Attribute("id", NamedBy(output))
                .Raw(">")
                .Text(Title)
                .Raw("</h2><button type=\"button\" class=\"btn btn-quiet btn-sm\" popovertargetaction=\"hide\"")
                .Attribute("popovertarget", id)
                .Raw(">")
                .Icon("x")
                .Text(UiTexts.Close)
                .Raw("</button></div><div class=\"flow\">")
        );
        After(output, "</div>");
    }
}

/// <summary><c>&lt;ui-copy from="id" /&gt;</c>: copies what stands in an element. Hidden without script.</summary>
[HtmlTargetElement("ui-copy", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CopyTag : BlockTag
{
    /// <summary>Id of the element whose text is copied.</summary>
    public string From { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(
            new Markup()
                .Raw("<button type=\"button\" class=\"btn btn-sm\" hidden")
                .Attribute("data-copy", From)
                .Raw(">")
                .Icon("copy")
                .Text(UiTexts.Copy)
                .Raw("</button><span class=\"saved\" role=\"status\" hidden>")
                .Icon("check")
                .Text(UiTexts.Copied)
                .Raw("</span>")
                .ToHtml()
        );
    }
}
