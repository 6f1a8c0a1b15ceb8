using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui.Fields;

/// <summary>What is typed in a field. Numbers, amounts and dates are plain text, so that anything may be pasted; <see cref="Typed"/> reads them.</summary>
public enum FieldKind
{
    Text,
    Email,
    Password,
    Phone,
    Search,

    /// <summary>A number, with decimals or not.</summary>
    Number,

    /// <summary>Euros, read by <see cref="Typed.Euros"/>.</summary>
    Money,

    /// <summary>A day, read by <see cref="Typed.Day"/>.</summary>
    Date,
    Select,
    Textarea,
    File,
}

/// <summary>
/// <c>&lt;ui-field for="Input.Name" label="…" /&gt;</c>: the question as label, why we ask, an example as hint, the field, then its error or
/// when it was saved. Other attributes (autocomplete, maxlength…) go to the field itself. Optional is marked, required is not.
/// </summary>
[HtmlTargetElement("ui-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTag : TagHelper
{
    /// <summary>The property of the page; gives name, value and errors.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name sent, when there is no property.</summary>
    public string? Name { get; set; }

    /// <summary>Value shown, when there is no property.</summary>
    public string? Value { get; set; }

    /// <summary>The question.</summary>
    public string Label { get; set; } = "";

    /// <summary>Why we ask, beneath the question.</summary>
    public string? Why { get; set; }

    /// <summary>An example or the expected form.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong and what to do, when it does not come from the page's model state.</summary>
    public string? Error { get; set; }

    /// <summary>« Enregistré à 14 h 32 », when it was.</summary>
    public string? Saved { get; set; }

    /// <summary>Marked (facultatif).</summary>
    public bool Optional { get; set; }

    /// <summary>What is typed: text, email, password, phone, search, number, money, date, select, textarea or file.</summary>
    public string? Kind { get; set; }

    /// <summary>Unit after the field; € for money.</summary>
    public string? Unit { get; set; }

    /// <summary>Choices of a list.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Lines of a text area.</summary>
    public int Rows { get; set; } = 3;

    /// <summary>A field of a few characters.</summary>
    public bool Narrow { get; set; }

    private FieldKind Type => Kinds.Parse<FieldKind>(Kind);

    /// <summary>Set by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = For is null ? Name ?? "" : View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = output.Attributes["id"]?.Value?.ToString() ?? FieldIds.From(name);
        View.ModelState.TryGetValue(name, out var state);
        var error = Error ?? state?.Errors.FirstOrDefault()?.ErrorMessage;
        var extra = output.Attributes.Where(a => a.Name is not "id").Select(a => (a.Name, a.Value?.ToString())).ToList();
        output.TagName = null;
        output.Content.SetHtmlContent(Write(new Part(name, id, Shown(state), error, extra)).ToHtml());
    }

    private string? Shown(ModelStateEntry? state) =>
        Type is FieldKind.Password or FieldKind.File ? null : state?.AttemptedValue ?? Value ?? Format(For?.Model);

    private string? Format(object? model) =>
        model switch
        {
            null => null,
            string text => text,
            DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            int number when Type == FieldKind.Money => Show.Number(number),
            long number when Type == FieldKind.Money => Show.Number(number),
            Enum value => value.ToString(),
            IFormattable value => value.ToString(null, CultureInfo.CurrentCulture),
            _ => model.ToString(),
        };

    private Markup Write(Part part)
    {
        var markup = new Markup().Raw("<div class=\"field\"><label").Attribute("for", part.Id).Raw(">").Text(Label);
        if (Optional)
            markup.Raw(" <span class=\"opt\">").Text(UiTexts.Field_Optional).Raw("</span>");
        markup.Raw("</label>");
        Line(markup, "why", part.Id + "-why", Why);
        Line(markup, "help", part.Id + "-help", Hint);
        if ((Unit ?? (Type == FieldKind.Money ? "€" : null)) is { } unit)
            Control(markup.Raw("<div class=\"unit\">"), part).Raw("<span>").Text(unit).Raw("</span></div>");
        else
            Control(markup, part);
        if (part.Error is not null)
            markup
                .Raw("<p class=\"error\"")
                .Attribute("id", part.Id + "-error")
                .Raw(">")
                .Icon("alert-circle")
                .Raw("<span>")
                .Text(part.Error)
                .Raw("</span></p>");
        else if (Saved is { Length: > 0 })
            markup.Raw("<p class=\"saved\" role=\"status\">").Icon("check").Raw("<span>").Text(Saved).Raw("</span></p>");
        return markup.Raw("</div>");
    }

    private Markup Control(Markup markup, Part part)
    {
        markup.Raw(
            Type switch
            {
                FieldKind.Select => "<select",
                FieldKind.Textarea => "<textarea",
                _ => "<input",
            }
        );
        markup.Attribute("class", Class(part)).Attribute("id", part.Id).Attribute("name", part.Name);
        var (type, mode) = InputType();
        if (Type is not (FieldKind.Select or FieldKind.Textarea))
            markup.Attribute("type", type).Attribute("inputmode", mode).Attribute("value", part.Value);
        if (Type == FieldKind.Textarea)
            markup.Attribute("rows", Rows.ToString(CultureInfo.InvariantCulture));
        string?[] described =
        [
            string.IsNullOrEmpty(Why) ? null : part.Id + "-why",
            string.IsNullOrEmpty(Hint) ? null : part.Id + "-help",
            part.Error is null ? null : part.Id + "-error",
        ];
        if (Array.Exists(described, d => d is not null))
            markup.Attribute("aria-describedby", string.Join(' ', described.Where(d => d is not null)));
        markup.Attribute("aria-invalid", part.Error is null ? null : "true");
        foreach (var (name, value) in part.Extra.Where(e => e.Name is not "class"))
            markup.Attribute(name, value ?? "");
        markup.Raw(">");
        if (Type == FieldKind.Textarea)
            markup.Raw("\n").Text(part.Value).Raw("</textarea>");
        if (Type == FieldKind.Select)
            Options(markup, part.Value).Raw("</select>");
        return markup;
    }

    private Markup Options(Markup markup, string? value)
    {
        foreach (var item in Items ?? [])
        {
            var isChosen = value is null ? item.Selected : item.Value == value;
            markup.Raw("<option").Attribute("value", item.Value ?? item.Text).Flag("selected", isChosen).Flag("disabled", item.Disabled);
            markup.Raw(">").Text(item.Text).Raw("</option>");
        }

        return markup;
    }

    private string Class(Part part) =>
        string.Join(
            ' ',
            new[]
            {
                "input",
                Type == FieldKind.Money ? "input-money" : null,
                Narrow || Type is FieldKind.Date or FieldKind.Number ? "input-short" : null,
                part.Extra.FirstOrDefault(e => e.Name is "class").Value,
            }.Where(c => c is not null)
        );

    private (string Type, string? Mode) InputType() =>
        Type switch
        {
            FieldKind.Email => ("email", "email"),
            FieldKind.Password => ("password", null),
            FieldKind.Phone => ("tel", "tel"),
            FieldKind.Search => ("search", null),
            FieldKind.Number => ("text", "decimal"),
            FieldKind.Money => ("text", "decimal"),
            FieldKind.File => ("file", null),
            _ => ("text", null),
        };

    private static void Line(Markup markup, string kind, string id, string? text)
    {
        if (text is { Length: > 0 })
            markup.Raw("<span").Attribute("class", kind).Attribute("id", id).Raw(">").Text(text).Raw("</span>");
    }

    private sealed record Part(string Name, string Id, string? Value, string? Error, IReadOnlyList<(string Name, string? Value)> Extra);
}

/// <summary>Ids of fields: the same for a field, and for the error summary that links to it.</summary>
public static class FieldIds
{
    /// <summary>Id of the field of a given name: letters and digits kept, everything else a low line.</summary>
    public static string From(string name) =>
        string.Create(
            name.Length,
            name,
            static (span, n) =>
            {
                for (var i = 0; i < n.Length; i++)
                    span[i] = char.IsAsciiLetterOrDigit(n[i]) || n[i] == '-' ? n[i] : '_';
            }
        );
}
