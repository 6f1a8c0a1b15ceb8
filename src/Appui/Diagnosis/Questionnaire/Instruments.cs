using Appui.Shared;

namespace Appui.Diagnosis;

/// <summary>The instruments in force, read once from the reference data. A faulty file stops the start with its line and rule.</summary>
public sealed class Instruments
{
    private readonly IReadOnlyList<Instrument> all;

    /// <summary>Reads every instrument of the data folder.</summary>
    public Instruments(AppuiSettings settings) =>
        all = [
            .. Directory
                .EnumerateFiles(Path.Combine(settings.DataFolder, "instruments"), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => InstrumentRules.Read(Path.GetFileName(file), File.ReadAllBytes(file))),
        ];

    /// <summary>Code of the maturity instrument of training providers.</summary>
    public const string Maturity = "of-maturity";

    /// <summary>The version of the maturity instrument in force on a day.</summary>
    public Instrument InForce(DateOnly day) =>
        all.Where(i => i.Code == Maturity && i.EffectiveFrom <= day).MaxBy(i => (i.EffectiveFrom, Version.Parse(i.Version)))
        ?? all.Where(i => i.Code == Maturity).MinBy(i => i.EffectiveFrom)
        ?? throw new InvalidOperationException("No maturity instrument in the reference data.");

    /// <summary>The very version that answers were given to.</summary>
    public Instrument Exactly(string code, string version) =>
        all.FirstOrDefault(i => i.Code == code && i.Version == version)
        ?? throw new InvalidOperationException($"Instrument {code} {version} is gone.");
}
