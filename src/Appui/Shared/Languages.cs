using System.Globalization;

namespace Appui.Shared;

/// <summary>A text of the reference data in both languages.</summary>
public sealed record Translated(string Fr, string En)
{
    /// <summary>The text in the current language.</summary>
    public override string ToString() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Fr;
}
