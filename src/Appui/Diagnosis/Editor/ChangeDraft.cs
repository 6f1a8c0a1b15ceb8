using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Editor;

/// <summary>What becomes of a draft, and how the audit tells it. The same file says that nothing changed.</summary>
public sealed record DraftChange(InstrumentFile File, AuditKind Kind, params IReadOnlyList<(string Name, string? Value)> Facts);

/// <summary>Changes a draft of the actor's organisation. Two windows that change different things both succeed.</summary>
public sealed class ChangeDraft(AppuiDb db, TimeProvider clock)
{
    private const int Attempts = 8;

    /// <summary>Applies a change to the draft as it stands now.</summary>
    /// <param name="seen">Revision that the change was decided on; null when it does not matter.</param>
    public async Task<Outcome<InstrumentVersion>> Run(
        Guid id,
        int? seen,
        Func<InstrumentFile, Outcome<DraftChange>> change,
        Actor actor,
        CancellationToken stop
    )
    {
        if (EditorAccess.MayEdit(actor) is { } forbidden)
            return forbidden;
        for (var attempt = 1; ; attempt++)
        {
            if (!(await Draft(db, id, actor, stop)).Is(out var row, out var refusal))
                return refusal;
            if (seen is { } revision && revision != row.Revision)
                return EditorRefusals.DraftChanged;
            var before = InstrumentFile.Of(row.Content);
            if (!change(before).Is(out var made, out refusal))
                return refusal;
            if (ReferenceEquals(made.File, before))
                return row;
            row.Take(made.File, clock.Now());
            if (System.Text.Encoding.UTF8.GetByteCount(row.Content) > InstrumentVersion.Largest)
                return EditorRefusals.Full;
            db.Record(actor, made.Kind, clock.Now(), row.Id, [("version", $"{row.Code} {row.Version}"), .. made.Facts]);
            try
            {
                await db.SaveChangesAsync(stop);
                return row;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>A draft that the actor's organisation writes, or why not.</summary>
    internal static async Task<Outcome<InstrumentVersion>> Draft(AppuiDb db, Guid id, Actor actor, CancellationToken stop)
    {
        if (
            await db.InstrumentVersions.SingleOrDefaultAsync(v => v.Id == id && v.OrganisationId == actor.OrganisationId, stop)
            is not { } row
        )
            return EditorRefusals.NoInstrument;
        return row.State == InstrumentState.Draft ? row : EditorRefusals.NoLongerDraft;
    }
}

/// <summary>An adviser throws a draft away. What was published is never thrown away.</summary>
public sealed class DeleteDraft(AppuiDb db, TimeProvider clock)
{
    /// <summary>Deletes it, unless it changed since it was shown.</summary>
    public async Task<Outcome> Run(Guid id, int seen, Actor actor, CancellationToken stop)
    {
        if (EditorAccess.MayEdit(actor) is { } forbidden)
            return forbidden;
        if (!(await ChangeDraft.Draft(db, id, actor, stop)).Is(out var row, out var refusal))
            return refusal;
        if (row.Revision != seen)
            return EditorRefusals.DraftChanged;
        db.Remove(row);
        db.Record(actor, EditorKinds.Deleted, clock.Now(), row.Id, ("version", $"{row.Code} {row.Version}"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
