using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Appui.Accounts;

/// <summary>A labelled form field with its help and its error, tied together for assistive technology.</summary>
public sealed class Field(ModelStateDictionary state, string name, string label) : IHtmlContent
{
    private readonly string id = name.Replace('.', '-');

    public string? Value { get; init; }

    public string? Help { get; init; }

    public string Type { get; init; } = "text";

    public string? Autocomplete { get; init; }

    public string? InputMode { get; init; }

    public bool Optional { get; init; }

    public int MaxLength { get; init; } = 300;

    /// <summary>Makes it a list to choose from.</summary>
    public IEnumerable<SelectListItem>? Options { get; init; }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var error = state.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        writer.Write($"<div class=\"field\"><label for=\"{id}\">{encoder.Encode(label)}");
        if (Optional)
            writer.Write($" <span class=\"opt\">{encoder.Encode(AccountsTexts.Optional)}</span>");
        writer.Write("</label>");
        if (Help is not null)
            writer.Write($"<span class=\"help\" id=\"{id}-aide\">{encoder.Encode(Help)}</span>");
        var described = string.Join(
            ' ',
            new[] { Help is null ? null : $"{id}-aide", error is null ? null : $"{id}-e" }.Where(i => i is not null)
        );
        var common =
            $"class=\"input\" id=\"{id}\" name=\"{name}\""
            + (described.Length > 0 ? $" aria-describedby=\"{described}\"" : "")
            + (error is null ? "" : " aria-invalid=\"true\"");
        if (Options is null)
            WriteInput(writer, encoder, common);
        else
            WriteSelect(writer, encoder, common);
        if (error is not null)
            writer.Write($"<p class=\"error\" id=\"{id}-e\">{encoder.Encode(error)}</p>");
        writer.Write("</div>");
    }

    private void WriteInput(TextWriter writer, HtmlEncoder encoder, string common)
    {
        writer.Write($"<input {common} type=\"{Type}\" maxlength=\"{MaxLength}\"");
        if (Autocomplete is not null)
            writer.Write($" autocomplete=\"{Autocomplete}\"");
        if (InputMode is not null)
            writer.Write($" inputmode=\"{InputMode}\"");
        if (Value is not null && Type != "password")
            writer.Write($" value=\"{encoder.Encode(Value)}\"");
        writer.Write('>');
    }

    private void WriteSelect(TextWriter writer, HtmlEncoder encoder, string common)
    {
        writer.Write($"<select {common}>");
        foreach (var option in Options!)
        {
            var selected = string.Equals(option.Value, Value ?? "", StringComparison.Ordinal) ? " selected" : "";
            writer.Write($"<option value=\"{encoder.Encode(option.Value)}\"{selected}>{encoder.Encode(option.Text)}</option>");
        }

        writer.Write("</select>");
    }
}

/// <summary>What is wrong with a form, above it, each line leading to its field.</summary>
public sealed class ErrorSummary(ModelStateDictionary state) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (state.ErrorCount == 0)
            return;
        writer.Write($"<div class=\"alert is-danger\" role=\"alert\"><div><h2>{encoder.Encode(AccountsTexts.Form_Problems)}</h2><ul>");
        foreach (var (name, entry) in state)
        {
            foreach (var error in entry.Errors)
            {
                var text = encoder.Encode(error.ErrorMessage);
                writer.Write(name.Length == 0 ? $"<li>{text}</li>" : $"<li><a href=\"#{name.Replace('.', '-')}\">{text}</a></li>");
            }
        }

        writer.Write("</ul></div></div>");
    }
}
