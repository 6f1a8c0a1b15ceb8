using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Editor;

/// <summary>A version as the list shows it.</summary>
/// <param name="Key">Part of its address.</param>
/// <param name="Diagnoses">How many diagnoses were begun with it, over all organisations.</param>
public sealed record InstrumentLine(
    string Key,
    string Code,
    string Version,
    Translated? Title,
    InstrumentState State,
    bool IsShipped,
    bool IsInForce,
    DateOnly? From,
    int Items,
    int Diagnoses
);

/// <summary>A version that somebody looks into.</summary>
/// <param name="Row">Null for a shipped version.</param>
/// <param name="IsOwn">Written by the reader's organisation.</param>
public sealed record OpenInstrument(string Key, InstrumentFile File, InstrumentVersion? Row, bool IsOwn)
{
    /// <summary>How far it is.</summary>
    public InstrumentState State => Row?.State ?? InstrumentState.Published;

    /// <summary>Can its questions be changed by its authors?</summary>
    public bool IsDraft => Row is { State: InstrumentState.Draft };
}

/// <summary>Reads the versions of the questionnaire: shipped, published, and the drafts of the actor's organisation.</summary>
public sealed class FindInstruments(AppuiDb db, Instruments instruments, TimeProvider clock)
{
    /// <summary>All of them: drafts first, then the newest version.</summary>
    public async Task<IReadOnlyList<InstrumentLine>> List(Actor actor, CancellationToken stop)
    {
        var counts = await EditorAccess.CountDiagnoses(db, stop);
        var drafts = await db
            .InstrumentVersions.AsNoTracking()
            .Where(v => v.State == InstrumentState.Draft && v.OrganisationId == actor.OrganisationId)
            .OrderByDescending(v => v.ChangedAt)
            .ToListAsync(stop);
        var released = instruments.Released(Instruments.Maturity);
        var inForce = InForceRules.On(released, clock.Today());
        return
        [
            .. drafts.Select(v =>
            {
                var file = InstrumentFile.Of(v.Content);
                return new InstrumentLine($"{v.Id}", v.Code, v.Version, file.Title, v.State, false, false, null, file.Items?.Count ?? 0, 0);
            }),
            .. released.Select(r => new InstrumentLine(
                KeyOf(r),
                r.Instrument.Code,
                r.Instrument.Version,
                r.Instrument.Title,
                r.IsRetired ? InstrumentState.Retired : InstrumentState.Published,
                r.IsShipped,
                r == inForce,
                r.Instrument.EffectiveFrom,
                r.Instrument.Items.Count,
                counts.GetValueOrDefault((r.Instrument.Code, r.Instrument.Version))
            )),
        ];
    }

    /// <summary>A version by its key, or null when there is none that the actor may see.</summary>
    public async Task<OpenInstrument?> One(string key, Actor actor, CancellationToken stop)
    {
        if (!Guid.TryParseExact(key, "D", out var id))
            return instruments.Released(Instruments.Maturity).FirstOrDefault(r => r.IsShipped && KeyOf(r) == key) is { } shipped
                ? new OpenInstrument(key, shipped.File, null, false)
                : null;
        var row = await db.InstrumentVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, stop);
        return row is not null && EditorAccess.MaySee(actor, row)
            ? new OpenInstrument(key, InstrumentFile.Of(row.Content), row, row.OrganisationId == actor.OrganisationId)
            : null;
    }

    /// <summary>What stands in the address of a version.</summary>
    public static string KeyOf(ReleasedInstrument released) =>
        released.Id is { } id ? $"{id}" : $"{released.Instrument.Code}-{released.Instrument.Version}";
}
