using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui.Fields;

/// <summary><c>&lt;ui-check for="Input.Qualiopi" label="…" hint="…" /&gt;</c>: one box to tick; unticked is sent as false.</summary>
[HtmlTargetElement("ui-check", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTag : TagHelper
{
    /// <summary>The yes-or-no property of the page.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name sent, when there is no property.</summary>
    public string? Name { get; set; }

    /// <summary>Ticked, when there is no property.</summary>
    public bool Checked { get; set; }

    /// <summary>Value sent when ticked. Anything but "true" makes it one of a list, and nothing is sent unticked.</summary>
    public string Value { get; set; } = "true";

    /// <summary>The sentence beside the box.</summary>
    public string Label { get; set; } = "";

    /// <summary>A quiet line beneath.</summary>
    public string? Hint { get; set; }

    /// <summary>Set by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = For is null ? Name ?? "" : View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        View.ModelState.TryGetValue(name, out var state);
        var isOne = Value == "true";
        var isTicked =
            state?.AttemptedValue is { } attempted ? attempted.Split(',').Contains(Value, StringComparer.OrdinalIgnoreCase)
            : For?.Model is bool yes ? yes
            : Checked;
        var error = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var id = FieldIds.From(isOne ? name : $"{name}-{Value}");
        output.TagName = null;
        var markup = new Markup()
            .Raw("<label class=\"check\"><input type=\"checkbox\"")
            .Attribute("id", id)
            .Attribute("name", name)
            .Attribute("value", Value)
            .Attribute("aria-invalid", error is null ? null : "true")
            .Flag("checked", isTicked)
            .Raw("><span>")
            .Text(Label);
        if (Hint is not null)
            markup.Raw("<span class=\"help\">").Text(Hint).Raw("</span>");
        if (error is not null)
            markup.Raw("<span class=\"error\">").Icon("alert-circle").Raw("<span>").Text(error).Raw("</span></span>");
        markup.Raw("</span></label>");
        if (isOne)
            markup.Raw("<input type=\"hidden\"").Attribute("name", name).Raw(" value=\"false\">");
        output.Content.SetHtmlContent(markup.ToHtml());
    }
}
