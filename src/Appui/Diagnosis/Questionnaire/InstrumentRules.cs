using System.Globalization;
using System.Text.RegularExpressions;
using Appui.Shared.Reference;

namespace Appui.Diagnosis;

/// <summary>Reads an instrument from its file and refuses one that could mislead: every fault with its line and rule.</summary>
public static partial class InstrumentRules
{
    /// <summary>Most items of a version that people answer.</summary>
    public const int MostItems = 500;

    /// <summary>The instrument of a file, or a <see cref="ReferenceException"/> with all its faults.</summary>
    public static Instrument Read(string file, ReadOnlyMemory<byte> json)
    {
        var reading = InstrumentFile.Parse(file, json);
        Check(reading);
        return Of(reading.Checked());
    }

    /// <summary>Every fault of an instrument, each with its path.</summary>
    public static IReadOnlyList<ReferenceProblem> FaultsOf(InstrumentFile content)
    {
        var reading = ReferenceFile<InstrumentFile>.Of("", content);
        Check(reading);
        return reading.Problems;
    }

    /// <summary>A sound file as it is answered.</summary>
    public static Instrument Of(InstrumentFile content) =>
        new(
            content.Code!,
            content.Version!,
            DateOnly.ParseExact(content.EffectiveFrom!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            content.Title!,
            content.MinimumCoverage,
            content.Levels!,
            content.Dimensions!,
            [.. content.Items!.Select(ItemRules.Of)]
        );

    /// <summary>A version as 1.2.0, or null.</summary>
    public static Version? VersionOf(string? text) => text is not null && Semver().IsMatch(text) ? Version.Parse(text) : null;

    private static void Check(ReferenceFile<InstrumentFile> file)
    {
        var content = file.Content;
        file.Expect(content.Code is { } code && Code().IsMatch(code), "code", "code", DiagnosisTexts.Fault_Code);
        file.Expect(VersionOf(content.Version) is not null, "version", "version", DiagnosisTexts.Fault_Version);
        file.Expect(
            DateOnly.TryParseExact(content.EffectiveFrom, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "effectiveFrom",
            "date",
            DiagnosisTexts.Fault_Date
        );
        file.ExpectText(content.Title, "title");
        file.Expect(content.MinimumCoverage is > 0 and <= 1, "minimumCoverage", "couverture", DiagnosisTexts.Fault_Coverage);
        CheckLevels(file);
        CheckDimensions(file);
        file.Expect(content.Items is { Count: > 0 and <= MostItems }, "items", "questions", DiagnosisTexts.Fault_Items);
        HashSet<string> codes = new(StringComparer.Ordinal);
        for (var i = 0; i < content.Items?.Count; i++)
        {
            file.Expect(
                codes.Add(content.Items[i].Code ?? ""),
                $"items[{i}].code",
                "code",
                string.Format(DiagnosisTexts.Fault_CodeTwice, content.Items[i].Code)
            );
            ItemRules.Check(file, content.Items[i], $"items[{i}]");
        }

        CheckDependencies(file);
    }

    private static void CheckLevels(ReferenceFile<InstrumentFile> file)
    {
        var levels = file.Content.Levels ?? [];
        file.Expect(levels.Count >= 2, "levels", "niveaux", DiagnosisTexts.Fault_Levels);
        for (var i = 0; i < levels.Count; i++)
        {
            file.ExpectText(levels[i].Name, $"levels[{i}].name");
            file.ExpectText(levels[i].Meaning, $"levels[{i}].meaning");
            file.Expect(
                levels[i].Level == i + 1 && (i == 0 ? levels[i].From == 0 : levels[i].From > levels[i - 1].From),
                $"levels[{i}].from",
                "niveaux",
                DiagnosisTexts.Fault_LevelOrder
            );
        }
    }

    private static void CheckDimensions(ReferenceFile<InstrumentFile> file)
    {
        var dimensions = file.Content.Dimensions ?? [];
        file.Expect(dimensions.Count is > 0 and <= 12, "dimensions", "dimensions", DiagnosisTexts.Fault_Dimensions);
        for (var i = 0; i < dimensions.Count; i++)
        {
            var code = dimensions[i].Code;
            file.Expect(
                DimensionCode().IsMatch(code) && dimensions.Count(d => d.Code == code) == 1,
                $"dimensions[{i}].code",
                "code",
                string.Format(DiagnosisTexts.Fault_DimensionCode, code)
            );
            file.Expect(dimensions[i].Axis is "capacity" or "progress", $"dimensions[{i}].axis", "axe", DiagnosisTexts.Fault_Axis);
            file.ExpectText(dimensions[i].Name, $"dimensions[{i}].name");
            file.ExpectText(dimensions[i].ShortName, $"dimensions[{i}].shortName");
            file.ExpectText(dimensions[i].LooksAt, $"dimensions[{i}].looksAt");
        }
    }

    private static void CheckDependencies(ReferenceFile<InstrumentFile> file)
    {
        var items = file.Content.Items ?? [];
        var byCode = items
            .Where(i => i.Code is not null)
            .DistinctBy(i => i.Code, StringComparer.Ordinal)
            .ToDictionary(i => i.Code!, StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].DependsOn is not { } first)
                continue;
            file.Expect(
                byCode.ContainsKey(first.Item),
                $"items[{i}].dependsOn",
                "dépendance",
                string.Format(DiagnosisTexts.Fault_NoSuchItem, first.Item)
            );
            HashSet<string> seen = new(StringComparer.Ordinal) { items[i].Code ?? "" };
            for (var next = first.Item; next is not null && byCode.TryGetValue(next, out var item); next = item.DependsOn?.Item)
            {
                if (seen.Add(next))
                    continue;
                file.Expect(
                    false,
                    $"items[{i}].dependsOn",
                    "cycle",
                    string.Format(DiagnosisTexts.Fault_Cycle, $"{string.Join(" → ", seen)} → {next}")
                );
                break;
            }
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,59}\z", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,11}\z", RegexOptions.None, 1000)]
    private static partial Regex DimensionCode();

    [GeneratedRegex(@"^(?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2}\z", RegexOptions.None, 1000)]
    private static partial Regex Semver();
}
