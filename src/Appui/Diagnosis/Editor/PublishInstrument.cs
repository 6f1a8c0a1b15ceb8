using System.Globalization;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Editor;

/// <summary>An adviser publishes a draft: from its effective day on, every new diagnosis asks it. Diagnoses already begun keep their version.</summary>
public sealed class PublishInstrument(AppuiDb db, Instruments instruments, TimeProvider clock)
{
    /// <summary>Publishes under a number and from a day on.</summary>
    /// <param name="seen">Revision of the draft that was checked on screen.</param>
    public async Task<Outcome<InstrumentVersion>> Run(
        Guid id,
        string? version,
        DateOnly? from,
        int seen,
        Actor actor,
        CancellationToken stop
    )
    {
        if (EditorAccess.MayEdit(actor) is { } forbidden)
            return forbidden;
        if (!(await ChangeDraft.Draft(db, id, actor, stop)).Is(out var row, out var refusal))
            return refusal;
        if (row.Revision != seen)
            return EditorRefusals.DraftChanged;
        // The place is taken before looking at what is published: whoever publishes in between takes the same one.
        var place = 1 + (await db.InstrumentVersions.Where(v => v.Code == row.Code).MaxAsync(v => v.PublishedAs, stop) ?? 0);
        instruments.Forget();
        var released = instruments.Released(row.Code);
        if (Refuse(released, version, from) is { } no)
            return no;
        var file = InstrumentFile.Of(row.Content) with
        {
            Version = version,
            EffectiveFrom = from!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        file = file with { Items = [.. (file.Items ?? []).Select(i => ItemVersionRules.Secure(i, ItemVersionRules.Of(released, i.Code)))] };
        if (PublishRules.FaultsOf(file, InForceRules.On(released, clock.Today()).File) is { Count: > 0 } faults)
            return EditorRefusals.NotSound.With(faults.Count);
        return await Publish(row, file, from.Value, place, actor, stop);
    }

    private Refusal? Refuse(IReadOnlyList<ReleasedInstrument> released, string? version, DateOnly? from)
    {
        var number = InstrumentRules.VersionOf(version?.Trim());
        var greatest = released.Max(r => Version.Parse(r.Instrument.Version));
        return number is null ? EditorRefusals.BadVersion
            : number <= greatest ? EditorRefusals.OldVersion.With($"{greatest}")
            : from is not { } day || day < clock.Today() || day > clock.Today().AddYears(2) ? EditorRefusals.BadDay
            : null;
    }

    private async Task<Outcome<InstrumentVersion>> Publish(
        InstrumentVersion row,
        InstrumentFile file,
        DateOnly from,
        int place,
        Actor actor,
        CancellationToken stop
    )
    {
        var now = clock.Now();
        row.Take(file, now);
        (row.Version, row.EffectiveFrom, row.State, row.PublishedAs) = (file.Version!, from, InstrumentState.Published, place);
        (row.PublishedBy, row.PublishedAt) = (actor.PersonId, now);
        db.Record(actor, EditorKinds.Published, now, row.Id, ("version", $"{row.Code} {row.Version}"), ("from", file.EffectiveFrom));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException clash)
            when (clash is DbUpdateConcurrencyException || StorageFailures.Of(clash) is { Code: nameof(SharedTexts.AlreadyThere) })
        {
            return EditorRefusals.PublishedMeanwhile;
        }

        instruments.Forget();
        return row;
    }
}

/// <summary>An adviser retires a version: nobody begins it any more, and whoever answered it keeps it.</summary>
public sealed class RetireInstrument(AppuiDb db, Instruments instruments, TimeProvider clock)
{
    /// <summary>Retires a version of the actor's organisation, unless nothing would be in force.</summary>
    public async Task<Outcome<InstrumentVersion>> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (EditorAccess.MayEdit(actor) is { } forbidden)
            return forbidden;
        var row = await db.InstrumentVersions.SingleOrDefaultAsync(v => v.Id == id && v.OrganisationId == actor.OrganisationId, stop);
        if (row is null || row.State == InstrumentState.Draft)
            return EditorRefusals.NoInstrument;
        if (row.State == InstrumentState.Retired)
            return row;
        var released = instruments.Released(row.Code);
        if (released.FirstOrDefault(r => r.Id == id) is { } own && InForceRules.IsLast(released, own, clock.Today()))
            return EditorRefusals.OnlyOneInForce;
        (row.State, row.RetiredBy, row.RetiredAt) = (InstrumentState.Retired, actor.PersonId, clock.Now());
        row.Revision++;
        db.Record(actor, EditorKinds.Retired, clock.Now(), row.Id, ("version", $"{row.Code} {row.Version}"));
        await db.SaveChangesAsync(stop);
        instruments.Forget();
        return row;
    }
}
