namespace Appui.Shared.Ui;

/// <summary>What an alert or a badge means. Never told by colour alone: an icon and words stand beside it.</summary>
public enum Kind
{
    /// <summary>A plain fact.</summary>
    Neutral,

    /// <summary>Done, kept, verified.</summary>
    Success,

    /// <summary>Blocks or will block something.</summary>
    Warning,

    /// <summary>Refused, lost, paid twice.</summary>
    Danger,

    /// <summary>Good to know now.</summary>
    Info,
}

internal static class Kinds
{
    /// <summary>Reads a lower-case name as pages write it; a name that does not exist is a bug, found by opening the page.</summary>
    public static T Parse<T>(string? name)
        where T : struct, Enum => name is null ? default : Enum.Parse<T>(name, ignoreCase: true);

    public static string? Class(this Kind kind) =>
        kind switch
        {
            Kind.Success => "is-success",
            Kind.Warning => "is-warning",
            Kind.Danger => "is-danger",
            Kind.Info => "is-info",
            _ => null,
        };

    public static string Icon(this Kind kind) =>
        kind switch
        {
            Kind.Success => "check",
            Kind.Warning or Kind.Danger => "alert-triangle",
            _ => "info-circle",
        };
}
