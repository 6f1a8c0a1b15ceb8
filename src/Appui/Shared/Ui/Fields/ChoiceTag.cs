using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui.Fields;

/// <summary><c>&lt;ui-choices for="Answer" legend="…" hint="…" question&gt;</c> around <c>&lt;ui-choice&gt;</c>: situations to choose from.</summary>
[HtmlTargetElement("ui-choices")]
public sealed class ChoicesTag : BlockTag
{
    /// <summary>The property that receives the choice; gives name, chosen value and error to the choices inside.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name sent, when there is no property.</summary>
    public string? Name { get; set; }

    /// <summary>Chosen value, when there is no property.</summary>
    public string? Value { get; set; }

    /// <summary>The question.</summary>
    public string Legend { get; set; } = "";

    /// <summary>How to choose.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong and what to do, when it does not come from the model state.</summary>
    public string? Error { get; set; }

    /// <summary>The question is the heading of the whole page.</summary>
    public bool Question { get; set; }

    /// <inheritdoc />
    public override void Init(TagHelperContext context)
    {
        var name = For is null ? Name ?? "" : View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        View.ModelState.TryGetValue(name, out var state);
        Error ??= state?.Errors.FirstOrDefault()?.ErrorMessage;
        context.Items[typeof(ChoicesTag)] = new Group(name, state?.AttemptedValue ?? Value ?? For?.Model?.ToString());
    }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var group = (Group)context.Items[typeof(ChoicesTag)];
        Start(output, "fieldset", "field");
        var id = FieldIds.From(group.Name);
        string?[] described = [Hint is null ? null : id + "-help", Error is null ? null : id + "-error"];
        if (Array.Exists(described, d => d is not null))
            output.Attributes.SetAttribute("aria-describedby", string.Join(' ', described.Where(d => d is not null)));
        var before = new Markup().Raw("<legend>");
        before = Question ? before.Raw("<h1 class=\"q\">").Text(Legend).Raw("</h1>") : before.Raw("<strong>").Text(Legend).Raw("</strong>");
        before.Raw("</legend>");
        if (Hint is not null)
            before.Raw("<p class=\"quiet\"").Attribute("id", id + "-help").Raw(">").Text(Hint).Raw("</p>");
        if (Error is not null)
            before
                .Raw("<p class=\"error\"")
                .Attribute("id", id + "-error")
                .Raw(">")
                .Icon("alert-circle")
                .Raw("<span>")
                .Text(Error)
                .Raw("</span></p>");
        Before(output, before.Raw("<div class=\"choices\">"));
        After(output, "</div>");
    }

    internal sealed class Group(string name, string? chosen)
    {
        private bool isFirst = true;

        public string Name { get; } = name;

        public string? Chosen { get; } = chosen;

        // The first choice carries the id of the whole field: the error summary leads to it.
        public string NextId(string value)
        {
            var id = FieldIds.From(isFirst ? Name : $"{Name}-{value}");
            isFirst = false;
            return id;
        }
    }
}

/// <summary><c>&lt;ui-choice value="b" title="On a une liste"&gt;…&lt;/ui-choice&gt;</c>: one situation; the whole card is the target.</summary>
[HtmlTargetElement("ui-choice")]
public sealed class ChoiceTag : TagHelper
{
    /// <summary>Name sent, outside <c>&lt;ui-choices&gt;</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Value sent.</summary>
    public string Value { get; set; } = "";

    /// <summary>The situation in a few words; the content tells it in a sentence.</summary>
    public string Title { get; set; } = "";

    /// <summary>Chosen, outside <c>&lt;ui-choices&gt;</c>.</summary>
    public bool Checked { get; set; }

    /// <summary>Several may be chosen: a box instead of a radio button.</summary>
    public bool Many { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var group = context.Items.TryGetValue(typeof(ChoicesTag), out var found) ? (ChoicesTag.Group)found : null;
        var name = Name ?? group?.Name ?? "";
        var isChosen = Checked || (group?.Chosen is { } chosen && chosen == Value);
        var content = await output.GetChildContentAsync();
        var markup = new Markup()
            .Raw("<label class=\"choice\"><input")
            .Attribute("type", Many ? "checkbox" : "radio")
            .Attribute("id", group?.NextId(Value) ?? FieldIds.From($"{name}-{Value}"))
            .Attribute("name", name)
            .Attribute("value", Value)
            .Flag("checked", isChosen)
            .Raw("><span class=\"choice-in\"><b>")
            .Text(Title)
            .Raw("</b>");
        if (!content.IsEmptyOrWhiteSpace)
            markup.Raw("<span class=\"quiet\">").Content(content).Raw("</span>");
        output.TagName = null;
        output.Content.SetHtmlContent(markup.Raw("</span></label>").ToHtml());
    }
}
