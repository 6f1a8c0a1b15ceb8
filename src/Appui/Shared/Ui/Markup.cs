using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Appui.Shared.Ui;

/// <summary>HTML being written: what is markup says Raw, everything else is encoded.</summary>
public sealed class Markup(int capacity = 1024)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(capacity);

    /// <summary>Markup of ours, written as it is. Never anything that a person typed.</summary>
    public Markup Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Markup of ours with figures in it, which are written the way SVG reads them (point, at most two decimals).</summary>
    public Markup Raw(Figures markup)
    {
        text.Append(markup.Text);
        return this;
    }

    /// <summary>Words, encoded.</summary>
    public Markup Text(string? words)
    {
        if (!string.IsNullOrEmpty(words))
            text.Append(Encoder.Encode(words));
        return this;
    }

    /// <summary>An attribute, encoded; nothing when the value is null.</summary>
    public Markup Attribute(string name, string? value)
    {
        if (value is null)
            return this;
        text.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        return this;
    }

    /// <summary>An attribute without value, when the condition holds.</summary>
    public Markup Flag(string name, bool isSet)
    {
        if (isSet)
            text.Append(' ').Append(name);
        return this;
    }

    /// <summary>An icon of the sprite, silent for screen readers: a word stands beside it.</summary>
    public Markup Icon(string name)
    {
        text.Append(Icons.Html(name));
        return this;
    }

    /// <summary>Content made elsewhere, already encoded.</summary>
    public Markup Content(IHtmlContent? content)
    {
        if (content is null)
            return this;
        using var writer = new StringWriter(text, CultureInfo.InvariantCulture);
        content.WriteTo(writer, Encoder);
        return this;
    }

    /// <summary>What was written, for a page.</summary>
    public HtmlString ToHtml() => new(text.ToString());

    /// <inheritdoc />
    public override string ToString() => text.ToString();
}

/// <summary>An interpolated piece of markup: figures use the SVG format, and words are encoded.</summary>
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public readonly ref struct Figures
{
    private readonly StringBuilder text;

    /// <summary>Called by the compiler.</summary>
    public Figures(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 6));

    internal StringBuilder Text => text;

    /// <summary>Our own markup.</summary>
    public void AppendLiteral(string literal) => text.Append(literal);

    /// <summary>A figure: 12.5, at most two decimals, invariant.</summary>
    public void AppendFormatted(double figure) => text.Append(Math.Round(figure, 2).ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>A whole figure.</summary>
    public void AppendFormatted(int figure) => text.Append(figure.ToString(CultureInfo.InvariantCulture));

    /// <summary>Words, encoded.</summary>
    public void AppendFormatted(string? words) => text.Append(HtmlEncoder.Default.Encode(words ?? ""));
}
