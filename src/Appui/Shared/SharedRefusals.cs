namespace Appui.Shared;

/// <summary>Every way the platform itself says no, whatever the capability.</summary>
public static class SharedRefusals
{
    /// <summary>The form was sent from another site.</summary>
    public static readonly Refusal OtherSite = Say(RefusalKind.Forbidden, nameof(SharedTexts.OtherSite));

    /// <summary>Too many requests from one address.</summary>
    public static readonly Refusal TooOften = Say(RefusalKind.TooMuch, nameof(SharedTexts.TooOften));

    /// <summary>The request body is over the bound.</summary>
    public static readonly Refusal TooLarge = Say(RefusalKind.TooMuch, nameof(SharedTexts.TooLarge));

    /// <summary>Somebody saved the same thing meanwhile.</summary>
    public static readonly Refusal ChangedMeanwhile = Say(RefusalKind.Conflict, nameof(SharedTexts.ChangedMeanwhile));

    /// <summary>The same thing was already recorded by another request.</summary>
    public static readonly Refusal AlreadyThere = Say(RefusalKind.Conflict, nameof(SharedTexts.AlreadyThere));

    /// <summary>Another write holds the database.</summary>
    public static readonly Refusal DatabaseBusy = Say(RefusalKind.Unavailable, nameof(SharedTexts.DatabaseBusy));

    /// <summary>No room left on the disk.</summary>
    public static readonly Refusal DiskFull = Say(RefusalKind.Unavailable, nameof(SharedTexts.DiskFull));

    /// <summary>The database does not answer.</summary>
    public static readonly Refusal DatabaseAway = Say(RefusalKind.Unavailable, nameof(SharedTexts.DatabaseAway));

    /// <summary>A backup is being restored.</summary>
    public static readonly Refusal Maintenance = Say(RefusalKind.Unavailable, nameof(SharedTexts.Maintenance));

    /// <summary>Nobody can be written to at that address.</summary>
    public static readonly Refusal BadMailAddress = Say(RefusalKind.Invalid, nameof(SharedTexts.BadMailAddress));

    private static Refusal Say(RefusalKind kind, string code) => new(kind, code, SharedTexts.ResourceManager);
}
