namespace Appui.Diagnosis.Editor;

/// <summary>
/// Which version a question has: a question that people answered keeps its version as long as it says the same; one that changed takes the next,
/// so that only comparable answers are compared. Pure.
/// </summary>
public static class ItemVersionRules
{
    /// <summary>The question under the version it must have.</summary>
    /// <param name="released">The same code in every version that people answered.</param>
    /// <param name="isSameQuestion">Somebody answers for it: only words were corrected.</param>
    public static ItemFile Settle(ItemFile item, IReadOnlyList<ItemFile> released, bool isSameQuestion = false)
    {
        if (released.Count == 0)
            return item with { Version = 1 };
        var newest = released.Max(r => r.Version);
        var version =
            released.Where(r => r.SaysTheSameAs(item)).Select(r => (int?)r.Version).Max()
            ?? (isSameQuestion && released.Any(r => r.Version == newest && r.CountsTheSameAs(item)) ? newest : newest + 1);
        return item with { Version = version };
    }

    /// <summary>The same, for a draft about to be published: only what would be taken for another question is raised.</summary>
    public static ItemFile Secure(ItemFile item, IReadOnlyList<ItemFile> released)
    {
        var same = released.Where(r => r.Version == item.Version).ToList();
        return same.Count > 0 ? (same.Any(r => r.CountsTheSameAs(item)) ? item : Settle(item, released))
            : released.Any(r => r.Version > item.Version) ? Settle(item, released)
            : item;
    }

    /// <summary>Every release of a question.</summary>
    public static IReadOnlyList<ItemFile> Of(IReadOnlyList<ReleasedInstrument> released, string? code) =>
        [.. released.Select(r => r.File).Select(file => file.Find(code)).OfType<ItemFile>()];

    /// <summary>The next minor version after the greatest: 1.3.0 after 1.2.4.</summary>
    public static string NextMinor(IEnumerable<string> versions)
    {
        var greatest = versions.Select(InstrumentRules.VersionOf).OfType<Version>().Max() ?? new Version(0, 0, 0);
        return $"{greatest.Major}.{greatest.Minor + 1}.0";
    }
}
