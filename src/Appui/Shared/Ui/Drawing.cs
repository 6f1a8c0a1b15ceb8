using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Appui.Shared.Ui;

/// <summary>Our family of line drawings: things one leans on. Each has one apricot point.</summary>
public enum Drawing
{
    /// <summary>No drawing.</summary>
    None,

    /// <summary>To get across.</summary>
    Bridge,

    /// <summary>To go up one step at a time.</summary>
    Stairs,

    /// <summary>To stay in touch.</summary>
    Rope,

    /// <summary>To hold something together.</summary>
    Arcade,
}

internal static class Drawings
{
    private const string Bridge =
        """<svg class="drawing" viewBox="0 0 200 96" aria-hidden="true"><path d="M2 70h34M164 70h34M36 70c20-44 108-44 128 0M36 70v20M164 70v20"/><path d="M2 54h20c30 0 44-28 78-28s48 28 78 28h20"/><path d="M12 54v16M26 54v15M44 49v12M62 40v8M81 31v8M100 26v11M119 31v8M138 40v8M156 49v12M174 54v15M188 54v16"/><path d="M20 90h160" stroke-dasharray="14 8"/><circle class="a" cx="81" cy="22" r="4"/></svg>""";

    private const string Stairs =
        """<svg class="drawing" viewBox="0 0 200 96" aria-hidden="true"><path d="M4 92h36V76h36V60h36V44h36V28h48"/><path d="M22 70 166 6h28"/><path d="M22 70v22M58 54v22M94 38v22M130 22v22M166 6v22M194 6v22"/><circle class="a" cx="22" cy="66" r="4"/></svg>""";

    private const string Rope =
        """<svg class="drawing" viewBox="0 0 200 96" aria-hidden="true"><path d="M24 90V30M176 90V30M12 90h24M164 90h24M18 30h12M170 30h12"/><path d="M24 38c36 40 116 40 152 0"/><path d="M24 54c36 34 116 34 152 0" stroke-dasharray="2 6"/><circle class="d" cx="56" cy="60" r="4"/><circle class="d" cx="84" cy="67" r="4"/><circle class="d" cx="144" cy="60" r="4"/><circle class="a" cx="114" cy="67" r="4"/></svg>""";

    private const string Arcade =
        """<svg class="drawing" viewBox="0 0 200 96" aria-hidden="true"><path d="M2 30h196M10 20h180v10M10 20v10M14 30v60M186 30v60M2 90h196"/><path d="M24 90V66a20 20 0 0 1 40 0v24M80 90V66a20 20 0 0 1 40 0v24M136 90V66a20 20 0 0 1 40 0v24"/><path d="M44 46v-6M100 46v-6M156 46v-6"/><circle class="a" cx="100" cy="15" r="4"/></svg>""";

    public static string Svg(this Drawing drawing) =>
        drawing switch
        {
            Drawing.Bridge => Bridge,
            Drawing.Stairs => Stairs,
            Drawing.Rope => Rope,
            Drawing.Arcade => Arcade,
            _ => "",
        };
}

/// <summary><c>&lt;ui-drawing name="bridge" /&gt;</c>: one of the line drawings, decorative.</summary>
[HtmlTargetElement("ui-drawing", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DrawingTag : TagHelper
{
    /// <summary>Which one: bridge, stairs, rope or arcade.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlString(Kinds.Parse<Drawing>(Name).Svg()));
    }
}
