using System.Diagnostics.CodeAnalysis;

namespace Appui.Shared.Files;

/// <summary>The file of a form. A form beyond the page's bound arrives without it, which is not the same as having chosen none.</summary>
public static class ChosenFile
{
    /// <summary>True when a file arrived; otherwise why not.</summary>
    /// <param name="file">As the form gave it.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="label">What it is called on the page, since its own name did not arrive.</param>
    /// <param name="refusal">What to say.</param>
    public static bool IsThere(
        [NotNullWhen(true)] IFormFile? file,
        HttpRequest request,
        FileUse use,
        string label,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        var isCut = request.ContentLength > use.Largest;
        refusal =
            file is not null ? null
            : isCut ? FileRefusals.TooLarge.With(label, Show.Size(use.Largest))
            : FileRefusals.Missing;
        return refusal is null;
    }
}
