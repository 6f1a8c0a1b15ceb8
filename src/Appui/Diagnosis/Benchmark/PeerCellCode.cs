using System.Globalization;
using Appui.Accounts.Contract;

namespace Appui.Diagnosis.Benchmark;

/// <summary>Groups as they are kept, and as programs read them: <c>upTo10/76</c>, <c>upTo10/*</c>, <c>*/76</c>, <c>*/*</c>.</summary>
public static class PeerCellCode
{
    private const string Every = "*";

    // By number, as ledgers keep them: add at the end only.
    private static readonly ProviderProfile[] Profiles =
    [
        ProviderProfile.Solo,
        ProviderProfile.UpTo10,
        ProviderProfile.From11To50,
        ProviderProfile.Over50,
        ProviderProfile.Cfa,
    ];

    /// <summary>The smallest group that a provider is in.</summary>
    public static PeerCell Of(ProviderProfile profile, string? regionCode) =>
        new(Array.IndexOf(Profiles, profile), int.TryParse(regionCode, NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : 0);

    /// <summary>Code of a group.</summary>
    public static string Code(this PeerCell cell) => $"{cell.SizeCode() ?? Every}/{cell.RegionCode() ?? Every}";

    /// <summary>Code of the profile, or null for all.</summary>
    public static string? SizeCode(this PeerCell cell) => cell.Size == PeerCell.Any ? null : Profiles[cell.Size].Code();

    /// <summary>INSEE code of the region, or null for all.</summary>
    public static string? RegionCode(this PeerCell cell) =>
        cell.Region == PeerCell.Any ? null : cell.Region.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The group of a code.</summary>
    public static PeerCell Read(string code)
    {
        var slash = code.IndexOf('/', StringComparison.Ordinal);
        var (size, region) = (code[..slash], code[(slash + 1)..]);
        return new PeerCell(
            size == Every ? PeerCell.Any : Array.FindIndex(Profiles, p => p.Code() == size),
            region == Every ? PeerCell.Any : int.Parse(region, CultureInfo.InvariantCulture)
        );
    }
}
