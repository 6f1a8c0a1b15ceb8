using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui;

/// <summary><c>&lt;ui-page-head title="…" purpose="…"&gt;</c> with the quiet actions of the page inside.</summary>
[HtmlTargetElement("ui-page-head")]
public sealed class PageHeadTag : BlockTag
{
    /// <summary>The only first-level heading of the page.</summary>
    public string Title { get; set; } = "";

    /// <summary>What the page is for, in one sentence.</summary>
    public string? Purpose { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "div", "page-head");
        var head = new Markup().Raw("<div><h1>").Text(Title).Raw("</h1>");
        if (Purpose is not null)
            head.Raw("<p class=\"purpose\">").Text(Purpose).Raw("</p>");
        Before(output, head.Raw("</div>"));
        if ((await output.GetChildContentAsync()).IsEmptyOrWhiteSpace)
            return;
        output.PreContent.AppendHtml("<div class=\"row\">");
        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary><c>&lt;ui-crumbs&gt;</c> around <c>&lt;ui-crumb href="…"&gt;</c>; the last one, without address, is the page itself.</summary>
[HtmlTargetElement("ui-crumbs")]
public sealed class CrumbsTag : BlockTag
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "nav", "crumbs");
        output.Attributes.SetAttribute("aria-label", UiTexts.Crumbs_Label);
        output.PreContent.AppendHtml("<ol class=\"crumbs-list\">");
        output.PostContent.AppendHtml("</ol>");
    }
}

/// <summary>One step of the way back.</summary>
[HtmlTargetElement("ui-crumb")]
public sealed class CrumbTag : BlockTag
{
    /// <summary>Address; none for the page itself.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "li");
        if (Href is null)
        {
            output.Attributes.SetAttribute("aria-current", "page");
            return;
        }

        Before(output, new Markup().Raw("<a").Attribute("href", Href).Raw(">"));
        After(output, "</a>");
    }
}

/// <summary><c>&lt;ui-tabs label="…"&gt;</c> around <c>&lt;ui-tab&gt;</c>: views of one thing, each a page.</summary>
[HtmlTargetElement("ui-tabs")]
public sealed class TabsTag : BlockTag
{
    /// <summary>Name for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "nav", "tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        output.PreContent.AppendHtml("<ul class=\"tabs-list\">");
        output.PostContent.AppendHtml("</ul>");
    }
}

/// <summary><c>&lt;ui-tab href="…" current&gt;</c>.</summary>
[HtmlTargetElement("ui-tab")]
public sealed class TabTag : BlockTag
{
    /// <summary>Address of the view.</summary>
    public string Href { get; set; } = "";

    /// <summary>True for the view one is on.</summary>
    public bool Current { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "li");
        Before(output, new Markup().Raw("<a").Attribute("href", Href).Attribute("aria-current", Current ? "page" : null).Raw(">"));
        After(output, "</a>");
    }
}
