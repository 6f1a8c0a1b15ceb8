namespace Appui.Diagnosis;

/// <summary>Which version a new diagnosis asks. Pure.</summary>
public static class InForceRules
{
    /// <summary>The one in force on a day: of those not retired and already effective, the latest; before any is, the first.</summary>
    public static ReleasedInstrument On(IReadOnlyList<ReleasedInstrument> versions, DateOnly day)
    {
        var offered = versions.Where(v => !v.IsRetired).ToList();
        return offered
                .Where(v => v.Instrument.EffectiveFrom <= day)
                .MaxBy(v => (v.Instrument.EffectiveFrom, Version.Parse(v.Instrument.Version)))
            ?? offered.MinBy(v => v.Instrument.EffectiveFrom)
            ?? throw new InvalidOperationException("No instrument in force.");
    }

    /// <summary>Would nothing be in force on a day without this version?</summary>
    public static bool IsLast(IReadOnlyList<ReleasedInstrument> versions, ReleasedInstrument without, DateOnly day) =>
        !versions.Any(v => v != without && !v.IsRetired && v.Instrument.EffectiveFrom <= day);
}
