using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui.Fields;

/// <summary>
/// <c>&lt;ui-autosave saved-at="14 h 32" revision="3" /&gt;</c> inside a <c>&lt;form method="post" data-autosave&gt;</c>: says what is saved, and holds
/// the sentences the script shows when the connection is lost or the answer is refused. The form posts its changes with the header
/// <c>X-Appui-Autosave: 1</c> and expects <see cref="Autosaved"/> in return, or a refusal
/// (409, 422) with a <c>message</c>; a 409 without one makes the script send the form as its button does, so that the page itself answers.
/// </summary>
[HtmlTargetElement("ui-autosave", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AutosaveTag : TagHelper
{
    /// <summary>When it was last saved, as people read it; null when nothing is saved yet.</summary>
    public string? SavedAt { get; set; }

    /// <summary>Revision of what is shown: the script keeps it up to date in a hidden field named <see cref="RevisionName"/>.</summary>
    public int? Revision { get; set; }

    /// <summary>Name of the hidden field.</summary>
    public string RevisionName { get; set; } = "Revision";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var markup = new Markup();
        if (Revision is { } revision)
            markup
                .Raw("<input type=\"hidden\" data-revision")
                .Attribute("name", RevisionName)
                .Attribute("value", revision.ToString(CultureInfo.InvariantCulture))
                .Raw(">");
        // An attribute without a value arrives as an empty text.
        var saved = string.IsNullOrEmpty(SavedAt) ? null : string.Format(CultureInfo.CurrentCulture, UiTexts.Saved_At, SavedAt);
        markup
            .Raw("<p class=\"saved\" role=\"status\" data-autosave-status")
            .Attribute("data-saved", UiTexts.Saved_At)
            .Attribute("data-saving", UiTexts.Saving)
            .Attribute("data-lost", UiTexts.Lost)
            .Attribute("data-refused", UiTexts.Refused)
            .Raw(">")
            .Icon("check")
            .Raw("<span data-text>")
            .Text(saved)
            .Raw("</span></p><div class=\"alert is-danger\" role=\"alert\" data-autosave-alert hidden>")
            .Icon("wifi-off")
            .Raw("<div data-text></div></div>");
        output.TagName = null;
        output.Content.SetHtmlContent(markup.ToHtml());
    }
}

/// <summary>Answer to a form that saved itself, as JSON.</summary>
/// <param name="SavedAt">When, as people read it: « 14 h 32 ».</param>
/// <param name="Revision">Revision after this save.</param>
/// <param name="Message">Sentence to show instead of « Enregistré à… ».</param>
public sealed record Autosaved(string SavedAt, int Revision, string? Message = null)
{
    /// <summary>True when the request comes from the script and not from the form's button.</summary>
    public static bool Asks(HttpRequest request) => request.Headers.ContainsKey("X-Appui-Autosave");
}
