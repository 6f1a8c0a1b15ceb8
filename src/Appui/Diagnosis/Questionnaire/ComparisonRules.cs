namespace Appui.Diagnosis;

/// <summary>Which answers may be compared between two versions of an instrument: those to the same question, word changes aside. Pure.</summary>
public static class ComparisonRules
{
    /// <summary>Codes of the items that are the same in both: same code and same version of the item.</summary>
    public static IReadOnlySet<string> Comparable(Instrument one, Instrument other) =>
        one.Items.Where(i => other.Find(i.Code)?.Version == i.Version).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
}
