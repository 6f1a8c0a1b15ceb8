using Appui.Shared;

namespace Appui.Accounts.Contract;

/// <summary>A department of France. Source: INSEE, code officiel géographique 2026.</summary>
public sealed record Department(string Code, string Name, string RegionCode);

/// <summary>A region of France. Source: INSEE, code officiel géographique 2026.</summary>
public sealed record Region(string Code, string Name);

/// <summary>Regions, departments and their time zones.</summary>
public static class Places
{
    // IANA zones of the departments that do not keep Paris time.
    private static readonly Dictionary<string, string> Overseas = new(StringComparer.Ordinal)
    {
        ["971"] = "America/Guadeloupe",
        ["972"] = "America/Martinique",
        ["973"] = "America/Cayenne",
        ["974"] = "Indian/Reunion",
        ["976"] = "Indian/Mayotte",
    };

    /// <summary>All regions, by name.</summary>
    public static IReadOnlyList<Region> Regions { get; } =
    [.. Read("regions.csv").Select(c => new Region(c[0], c[^1])).OrderBy(r => r.Name, StringComparer.Ordinal)];

    /// <summary>All departments, by code.</summary>
    public static IReadOnlyList<Department> Departments { get; } =
    [.. Read("departements.csv").Select(c => new Department(c[0], c[^1], c[1]))];

    /// <summary>Region of a department, or null when unknown.</summary>
    public static string? RegionOf(string? department) => Departments.FirstOrDefault(d => d.Code == department)?.RegionCode;

    /// <summary>Name of a region, or null when unknown.</summary>
    public static string? RegionName(string? region) => Regions.FirstOrDefault(r => r.Code == region)?.Name;

    /// <summary>IANA zone of a department; Europe/Paris when unknown or metropolitan.</summary>
    public static string ZoneOf(string? department) =>
        department is not null && Overseas.TryGetValue(department, out var zone) ? zone : "Europe/Paris";

    /// <summary>Department of a postal code, or null: overseas by three digits, Corsica by its two halves.</summary>
    public static string? DepartmentOfPostalCode(string postalCode)
    {
        if (postalCode.Length < 3)
            return null;
        var code = postalCode[..2] switch
        {
            "97" => postalCode[..3],
            "20" => string.CompareOrdinal(postalCode, "20200") < 0 ? "2A" : "2B",
            var two => two,
        };
        return Departments.Any(d => d.Code == code) ? code : null;
    }

    private static IEnumerable<string[]> Read(string file)
    {
        using var stream =
            typeof(Places).Assembly.GetManifestResourceStream($"reference/{file}")
            ?? throw new InvalidOperationException($"{file} is not in the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
