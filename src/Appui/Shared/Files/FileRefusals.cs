namespace Appui.Shared.Files;

/// <summary>Every way a file is refused; the first value of each sentence is its name.</summary>
public static class FileRefusals
{
    /// <summary>The form came without a file.</summary>
    public static readonly Refusal Missing = Say(RefusalKind.Invalid, nameof(SharedTexts.File_Missing));

    /// <summary>Not one byte.</summary>
    public static readonly Refusal Empty = Say(RefusalKind.Invalid, nameof(SharedTexts.File_Empty));

    /// <summary>More bytes than its kind may have.</summary>
    public static readonly Refusal TooLarge = Say(RefusalKind.Invalid, nameof(SharedTexts.File_TooLarge));

    /// <summary>The content is none of the kinds accepted there.</summary>
    public static readonly Refusal NotAccepted = Say(RefusalKind.Invalid, nameof(SharedTexts.File_NotAccepted));

    /// <summary>Its kind is known, and it does not hold together.</summary>
    public static readonly Refusal Broken = Say(RefusalKind.Invalid, nameof(SharedTexts.File_Broken));

    /// <summary>An image that would take too much memory to be drawn.</summary>
    public static readonly Refusal TooManyPixels = Say(RefusalKind.Invalid, nameof(SharedTexts.File_TooManyPixels));

    /// <summary>An archive that unfolds beyond reason, or out of its folder.</summary>
    public static readonly Refusal Trap = Say(RefusalKind.Invalid, nameof(SharedTexts.File_Trap));

    /// <summary>Under a password: nobody can look inside.</summary>
    public static readonly Refusal Locked = Say(RefusalKind.Invalid, nameof(SharedTexts.File_Locked));

    /// <summary>No room left for the organisation.</summary>
    public static readonly Refusal NoRoom = Say(RefusalKind.Conflict, nameof(SharedTexts.File_NoRoom));

    /// <summary>No such file, or somebody else's.</summary>
    public static readonly Refusal Unknown = Say(RefusalKind.Unknown, nameof(SharedTexts.File_Unknown));

    /// <summary>Its bytes are gone or cut.</summary>
    public static readonly Refusal Damaged = Say(RefusalKind.Unavailable, nameof(SharedTexts.File_Damaged));

    private static Refusal Say(RefusalKind kind, string code) => new(kind, code, SharedTexts.ResourceManager);
}
