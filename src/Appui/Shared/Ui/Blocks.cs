using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui;

/// <summary><c>&lt;ui-card title="…" lift&gt;</c>: what is acted on together.</summary>
[HtmlTargetElement("ui-card")]
public sealed class CardTag : BlockTag
{
    /// <summary>Heading of the card; without it the content brings its own.</summary>
    public string? Title { get; set; }

    /// <summary>A soft shadow, for the one card of the page where something is done.</summary>
    public bool Lift { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, Title is null ? "div" : "section", "card", Lift ? "card-lift" : null, "flow");
        if (Title is not null)
            Before(output, new Markup().Raw("<h2").Attribute("id", NamedBy(output)).Raw(">").Text(Title).Raw("</h2>"));
    }
}

/// <summary><c>&lt;ui-badge kind="success" icon="check"&gt;</c>: a state in a word or two.</summary>
[HtmlTargetElement("ui-badge")]
public sealed class BadgeTag : BlockTag
{
    /// <summary>What it means: neutral, success, warning, danger or info.</summary>
    public string? Kind { get; set; }

    /// <summary>Icon before the word; the one of the kind when not said and the kind is not neutral.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = Kinds.Parse<Kind>(Kind);
        Start(output, "span", "badge", kind.Class());
        if ((Icon ?? (kind == Ui.Kind.Neutral ? null : kind.Icon())) is { Length: > 0 } icon)
            Before(output, new Markup().Icon(icon));
    }
}

/// <summary><c>&lt;ui-alert kind="warning" title="…"&gt;</c>: what happened, what is kept, what to do.</summary>
[HtmlTargetElement("ui-alert")]
public sealed class AlertTag : BlockTag
{
    /// <summary>What it means: neutral, success, warning, danger or info.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>Heading, when the alert is more than a sentence.</summary>
    public string? Title { get; set; }

    /// <summary>Icon, when the one of the kind does not fit.</summary>
    public string? Icon { get; set; }

    /// <summary>Read out at once: for what follows from something the person just did.</summary>
    public bool Now { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = Kinds.Parse<Kind>(Kind);
        Start(output, Title is null ? "div" : "section", "alert", kind.Class());
        if (Now)
            output.Attributes.SetAttribute("role", kind is Ui.Kind.Danger or Ui.Kind.Warning ? "alert" : "status");
        var before = new Markup().Icon(Icon ?? kind.Icon()).Raw("<div class=\"flow\">");
        if (Title is not null)
            before.Raw("<h2").Attribute("id", NamedBy(output)).Raw(">").Text(Title).Raw("</h2>");
        Before(output, before);
        After(output, "</div>");
    }
}

/// <summary><c>&lt;ui-empty drawing="stairs"&gt;</c>: what will be here, why it is worth it, how to begin.</summary>
[HtmlTargetElement("ui-empty")]
public sealed class EmptyTag : BlockTag
{
    /// <summary>Which drawing: bridge, stairs, rope, arcade or none.</summary>
    public string Drawing { get; set; } = "stairs";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "div", "empty");
        Before(output, new Markup().Raw(Kinds.Parse<Drawing>(Drawing).Svg()).Raw("<div class=\"flow\">"));
        After(output, "</div>");
    }
}

/// <summary>
/// <c>&lt;ui-next drawing="bridge"&gt;</c>: what next, in a sentence (<c>p.next-say</c>) and a row with one primary button.
/// At most one on a page, right under the page head.
/// </summary>
[HtmlTargetElement("ui-next")]
public sealed class NextTag : BlockTag
{
    /// <summary>The drawing on the right, on wide screens.</summary>
    public string Drawing { get; set; } = "bridge";

    /// <summary>Heading for screen readers; « La suite » when not said.</summary>
    public string? Title { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "section", "next");
        var id = NamedBy(output);
        Before(
            output,
            new Markup().Raw("<div><h2 class=\"sr\"").Attribute("id", id).Raw(">").Text(Title ?? UiTexts.Next_Title).Raw("</h2>")
        );
        After(output, "</div>" + Kinds.Parse<Drawing>(Drawing).Svg());
    }
}

/// <summary><c>&lt;ui-chart title="…" text="…"&gt;</c>: frame of a picture; its table stands beside or below.</summary>
[HtmlTargetElement("ui-chart")]
public sealed class ChartTag : BlockTag
{
    /// <summary>Heading.</summary>
    public string? Title { get; set; }

    /// <summary>What the picture says, in a sentence or two.</summary>
    public string? Text { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "figure", "chart");
        var caption = new Markup().Raw("<figcaption class=\"flow-1\">");
        if (Title is not null)
            caption.Raw("<h2").Attribute("id", NamedBy(output)).Raw(">").Text(Title).Raw("</h2>");
        if (Text is not null)
            caption.Raw("<p class=\"quiet\">").Text(Text).Raw("</p>");
        Before(output, caption.Raw("</figcaption>"));
    }
}
