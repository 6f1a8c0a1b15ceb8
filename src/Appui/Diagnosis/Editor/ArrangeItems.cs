using Appui.Shared;

namespace Appui.Diagnosis.Editor;

/// <summary>An adviser moves, removes or puts back questions of a draft.</summary>
public sealed class ArrangeItems(ChangeDraft change, Instruments instruments)
{
    /// <summary>One place up or down inside its dimension.</summary>
    public Task<Outcome<InstrumentVersion>> Move(Guid draft, string code, bool up, int seen, Actor actor, CancellationToken stop) =>
        change.Run(
            draft,
            seen,
            file =>
            {
                var items = (file.Items ?? []).ToList();
                var at = items.FindIndex(i => i.Code == code);
                if (at < 0)
                    return EditorRefusals.ItemGone;
                var step = up ? -1 : 1;
                var other = at + step;
                while (other >= 0 && other < items.Count && items[other].Dimension != items[at].Dimension)
                    other += step;
                if (other < 0 || other >= items.Count)
                    return new DraftChange(file, EditorKinds.Changed);
                (items[at], items[other]) = (items[other], items[at]);
                return new DraftChange(file with { Items = items }, EditorKinds.Changed, ("moved", code));
            },
            actor,
            stop
        );

    /// <summary>Out of the draft. Versions that people answered keep it.</summary>
    public Task<Outcome<InstrumentVersion>> Remove(Guid draft, string code, int? seen, Actor actor, CancellationToken stop) =>
        change.Run(
            draft,
            seen,
            file =>
                file.Find(code) is { } gone
                    ? new DraftChange(file with { Items = [.. file.Items!.Where(i => i != gone)] }, EditorKinds.Changed, ("removed", code))
                    : EditorRefusals.ItemGone,
            actor,
            stop
        );

    /// <summary>Back as it was in the newest version that has it.</summary>
    public Task<Outcome<InstrumentVersion>> PutBack(Guid draft, string code, Actor actor, CancellationToken stop)
    {
        var released = ItemVersionRules.Of(instruments.Released(Instruments.Maturity), code);
        return change.Run(
            draft,
            null,
            file =>
                released.Count == 0 ? EditorRefusals.ItemGone
                : file.Find(code) is not null ? new DraftChange(file, EditorKinds.Changed)
                : new DraftChange(file with { Items = [.. file.Items ?? [], released[0]] }, EditorKinds.Changed, ("back", code)),
            actor,
            stop
        );
    }
}
