using System.Text;

namespace Appui.Diagnosis.Editor;

/// <summary>Takes the lines of a table into a draft, one by one: each is good by itself or left out with its reason. Pure.</summary>
public static class TableRules
{
    /// <summary>The draft with the good lines, the same object when nothing changed; and what became of each line.</summary>
    /// <param name="releasedOf">A question in every version that people answered.</param>
    public static (InstrumentFile File, ImportReport Report) Take(
        InstrumentFile file,
        IReadOnlyList<ItemRow> rows,
        Func<string, IReadOnlyList<ItemFile>> releasedOf
    )
    {
        var items = (file.Items ?? []).ToList();
        var places = items
            .Select((item, at) => (item.Code, at))
            .Where(i => i.Code is not null)
            .DistinctBy(i => i.Code, StringComparer.Ordinal)
            .ToDictionary(i => i.Code!, i => i.at, StringComparer.Ordinal);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<BadLine> bad = [];
        var (added, changed, same) = (0, 0, 0);
        var room = InstrumentVersion.Largest - Encoding.UTF8.GetByteCount(file.ToJson());
        var named = rows.Select(r => r.Cells["code"].Trim()).Concat(places.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var code = row.Cells["code"].Trim();
            var present = places.TryGetValue(code, out var at) ? items[at] : null;
            var (item, fault) = ItemRowRules.Read(row, present);
            fault ??= seen.TryGetValue(code, out var first) ? string.Format(DiagnosisTexts.Row_Twice, first) : FaultOf(file, item!, named);
            if (fault is not null)
            {
                bad.Add(new BadLine(row.Line, code.Length > 0 ? code : null, fault));
                continue;
            }

            seen[code] = row.Line;
            if (present is not null && present.SaysTheSameAs(item!))
            {
                same++;
                continue;
            }

            item = ItemVersionRules.Settle(item!, releasedOf(code), ItemRowRules.IsSameQuestion(row));
            var size = SizeOf(item) - (present is null ? 0 : SizeOf(present));
            if (size > room || (present is null && items.Count >= ImportItems.MostItems))
            {
                bad.Add(new BadLine(row.Line, code, string.Format(DiagnosisTexts.Row_Full, ImportItems.MostItems)));
                continue;
            }

            room -= size;
            if (present is not null)
            {
                items[at] = item;
                changed++;
            }
            else
            {
                places[code] = items.Count;
                items.Add(item);
                added++;
            }
        }

        return (added + changed == 0 ? file : file with { Items = items }, new ImportReport(added, changed, same, bad));
    }

    // The first thing to correct, and how many more.
    private static string? FaultOf(InstrumentFile file, ItemFile item, HashSet<string> named)
    {
        List<string> faults = [.. ItemRules.FaultsOf(file, item).Select(f => f.Sentence).Distinct(StringComparer.Ordinal)];
        if (item.DependsOn is { } first && !named.Contains(first.Item))
            faults.Add(string.Format(DiagnosisTexts.Fault_NoSuchItem, first.Item));
        return faults.Count == 0 ? null : string.Join(' ', faults.Take(3));
    }

    private static int SizeOf(ItemFile item) => Encoding.UTF8.GetByteCount(System.Text.Json.JsonSerializer.Serialize(item, Sizes)) + 1;

    private static readonly System.Text.Json.JsonSerializerOptions Sizes = new(System.Text.Json.JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
