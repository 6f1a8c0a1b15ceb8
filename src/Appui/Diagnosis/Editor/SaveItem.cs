using System.Security.Cryptography;
using System.Text;
using Appui.Shared;

namespace Appui.Diagnosis.Editor;

/// <summary>A question as an adviser writes it.</summary>
/// <param name="Seen">Mark of the question that the page showed; null for a new one.</param>
/// <param name="IsSameQuestion">Only words were corrected: answers before and after may be compared.</param>
public sealed record WrittenItem(ItemFile Item, string? Seen, bool IsSameQuestion);

/// <summary>An adviser writes a question of a draft. What is still missing is said, and kept all the same.</summary>
public sealed class SaveItem(ChangeDraft change, Instruments instruments)
{
    /// <summary>Keeps it; its version is raised when it is no longer the question that people answered.</summary>
    public async Task<Outcome<ItemFile>> Run(Guid draft, WrittenItem written, Actor actor, CancellationToken stop)
    {
        var released = ItemVersionRules.Of(instruments.Released(Instruments.Maturity), written.Item.Code);
        var kept = written.Item;
        var outcome = await change.Run(
            draft,
            null,
            file =>
            {
                if (ItemRules.FaultsOf(file, written.Item).Any(f => f.Path == "code"))
                    return EditorRefusals.BadCode;
                var present = file.Find(written.Item.Code);
                if (Refuse(present, written.Seen) is { } refusal)
                    return refusal;
                kept = ItemVersionRules.Settle(written.Item, released, written.IsSameQuestion);
                if (present is not null && present.SaysTheSameAs(kept) && (present.Version == kept.Version || !written.IsSameQuestion))
                {
                    kept = present;
                    return new DraftChange(file, EditorKinds.Changed);
                }

                var stays = written.IsSameQuestion && released.Any(r => r.Version == kept.Version && !r.SaysTheSameAs(kept));
                return new DraftChange(
                    file with
                    {
                        Items = With(file.Items ?? [], kept),
                    },
                    EditorKinds.Changed,
                    ("item", kept.Code),
                    ("itemVersion", $"{kept.Version}"),
                    ("same", stays ? DiagnosisTexts.Editor_SameQuestion : null)
                );
            },
            actor,
            stop
        );
        return outcome.Refusal is { } no ? no : kept;
    }

    /// <summary>Mark of a question as a page shows it.</summary>
    public static string MarkOf(ItemFile item) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(item))).AsSpan(0, 12));

    private static Refusal? Refuse(ItemFile? present, string? seen) =>
        (present, seen) switch
        {
            (null, null) => null,
            (null, _) => EditorRefusals.ItemGone,
            (_, null) => EditorRefusals.CodeTaken,
            _ => MarkOf(present) == seen ? null : EditorRefusals.ItemChanged,
        };

    // In its place, or after the last one of its dimension.
    private static List<ItemFile> With(IReadOnlyList<ItemFile> items, ItemFile item)
    {
        var list = items.ToList();
        var at = list.FindIndex(i => i.Code == item.Code);
        if (at >= 0)
        {
            list[at] = item;
            return list;
        }

        var last = list.FindLastIndex(i => i.Dimension == item.Dimension);
        list.Insert(last < 0 ? list.Count : last + 1, item);
        return list;
    }
}
