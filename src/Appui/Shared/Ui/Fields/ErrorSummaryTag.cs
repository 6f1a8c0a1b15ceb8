using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui.Fields;

/// <summary>
/// <c>&lt;ui-error-summary kept="…" /&gt;</c> above a form: how many things are to correct, each a link to its field, and what was kept.
/// Writes nothing when nothing is wrong. Takes the focus when the page opens.
/// </summary>
[HtmlTargetElement("ui-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTag : TagHelper
{
    /// <summary>What was kept; « Le reste de votre saisie est gardé. » when not said.</summary>
    public string? Kept { get; set; }

    /// <summary>Set by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = View.ModelState.SelectMany(e => e.Value!.Errors.Select(x => (Field: e.Key, x.ErrorMessage))).Distinct().ToList();
        if (errors.Count == 0)
            return;
        if (errors.TrueForAll(e => e.Field.Length == 0))
        {
            output.Content.SetHtmlContent(Alone(errors.ConvertAll(e => e.ErrorMessage)).ToHtml());
            return;
        }

        var title = errors.Count == 1 ? UiTexts.Errors_One : string.Format(CultureInfo.CurrentCulture, UiTexts.Errors_Other, errors.Count);
        var markup = new Markup()
            .Raw("<div class=\"alert is-danger\" role=\"alert\" tabindex=\"-1\" autofocus>")
            .Icon("alert-circle")
            .Raw("<div class=\"flow-1\"><h2>")
            .Text(title)
            .Raw("</h2><p>")
            .Text(Kept ?? UiTexts.Errors_Kept)
            .Raw("</p><ul>");
        foreach (var (field, message) in errors)
        {
            markup.Raw("<li>");
            if (field.Length > 0)
                markup.Raw("<a").Attribute("href", "#" + FieldIds.From(field)).Raw(">").Text(message).Raw("</a>");
            else
                markup.Text(message);
            markup.Raw("</li>");
        }

        output.Content.SetHtmlContent(markup.Raw("</ul></div></div>").ToHtml());
    }

    // A link that opens nothing, a password that does not fit: no field to lead to, nothing to count.
    private Markup Alone(IReadOnlyList<string> messages)
    {
        var markup = new Markup()
            .Raw("<div class=\"alert is-danger\" role=\"alert\" tabindex=\"-1\" autofocus>")
            .Icon("alert-circle")
            .Raw("<div class=\"flow-1\">");
        foreach (var message in messages)
            markup.Raw("<p>").Text(message).Raw("</p>");
        if (Kept is not null)
            markup.Raw("<p>").Text(Kept).Raw("</p>");
        return markup.Raw("</div></div>");
    }
}
