using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui;

/// <summary>Where a step stands. "Here" is the apricot point: at most one in a list.</summary>
public enum StepState
{
    /// <summary>Not yet.</summary>
    Ahead,

    /// <summary>Where the person stands, or what comes next.</summary>
    Here,

    /// <summary>Behind.</summary>
    Done,
}

internal static class StepStates
{
    public static string? Class(this StepState state) =>
        state switch
        {
            StepState.Here => "is-here",
            StepState.Done => "is-done",
            _ => null,
        };
}

/// <summary><c>&lt;ui-stepper label="…" compact&gt;</c> around <c>&lt;ui-step&gt;</c>: the map of a long form, or the stages of a file.</summary>
[HtmlTargetElement("ui-stepper")]
public sealed class StepperTag : BlockTag
{
    /// <summary>Name of the map for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <summary>On phones a line of points, without words.</summary>
    public bool Compact { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "ol", "stepper", Compact ? "compact" : null);
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary><c>&lt;ui-step state="here" href="…" note="4 sur 8"&gt;Lien&lt;/ui-step&gt;</c>.</summary>
[HtmlTargetElement("ui-step")]
public sealed class StepTag : BlockTag
{
    /// <summary>Where it stands: ahead, here or done.</summary>
    public string? State { get; set; }

    /// <summary>Address of the step, when one may go there.</summary>
    public string? Href { get; set; }

    /// <summary>A few quiet words below.</summary>
    public string? Note { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = Kinds.Parse<StepState>(State);
        Start(output, "li", state.Class());
        if (state == StepState.Here)
            output.Attributes.SetAttribute("aria-current", "step");
        var tag = Href is null ? "span" : "a";
        Before(output, new Markup().Raw("<").Raw(tag).Attribute("href", Href).Raw(">"));
        var after = new Markup().Raw("</").Raw(tag).Raw(">");
        if (Note is not null)
            after.Raw("<span class=\"quiet\">").Text(Note).Raw("</span>");
        if (state == StepState.Done)
            after.Raw("<span class=\"sr\">").Text(UiTexts.Step_Done).Raw("</span>");
        After(output, after.ToString());
    }
}

/// <summary><c>&lt;ui-rail&gt;</c> around <c>&lt;ui-rail-item&gt;</c>: dated steps, or who did what.</summary>
[HtmlTargetElement("ui-rail")]
public sealed class RailTag : BlockTag
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Start(output, "ol", "rail");
}

/// <summary><c>&lt;ui-rail-item when="Hier" state="done" title="…" action="Ouvrir" href="…"&gt;</c>.</summary>
[HtmlTargetElement("ui-rail-item")]
public sealed class RailItemTag : BlockTag
{
    /// <summary>The date, in words.</summary>
    public string? When { get; set; }

    /// <summary>Where it stands: ahead, here or done.</summary>
    public string? State { get; set; }

    /// <summary>What it is, when the content is only its detail.</summary>
    public string? Title { get; set; }

    /// <summary>A word on the button.</summary>
    public string? Action { get; set; }

    /// <summary>Address of the button.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Start(output, "li", Kinds.Parse<StepState>(State).Class());
        var before = new Markup();
        if (When is not null)
            before.Raw("<span class=\"when\">").Text(When).Raw("</span>");
        if (Title is null)
        {
            Before(output, before);
            return;
        }

        Before(output, before.Raw("<div class=\"rail-row\"><div><h3>").Text(Title).Raw("</h3><p class=\"quiet\">"));
        var after = new Markup().Raw("</p></div>");
        if (Action is not null)
            after
                .Raw("<a class=\"btn btn-sm\"")
                .Attribute("href", Href)
                .Raw(">")
                .Text(Action)
                .Raw("<span class=\"sr\"> : ")
                .Text(Title)
                .Raw("</span></a>");
        After(output, after.Raw("</div>").ToString());
    }
}
