using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Reference;
using Appui.Shared.Storage;

namespace Appui.Diagnosis.Editor;

/// <summary>An adviser begins a new version: a copy of one that is there, or a whole file.</summary>
public sealed class BeginDraft(AppuiDb db, Instruments instruments, FindInstruments find, TimeProvider clock)
{
    /// <summary>A copy of a version under the next number.</summary>
    public async Task<Outcome<InstrumentVersion>> Copy(string key, Actor actor, CancellationToken stop)
    {
        if (EditorAccess.MayEdit(actor) is { } forbidden)
            return forbidden;
        return await find.One(key, actor, stop) is { } from
            ? await Keep(from.File, from.File.Version, actor, stop)
            : EditorRefusals.NoInstrument;
    }

    /// <summary>A version sent as a file. Its faults are listed in the draft; what cannot be read at all is refused with its line.</summary>
    public async Task<Outcome<InstrumentVersion>> Import(string name, ReadOnlyMemory<byte> json, Actor actor, CancellationToken stop)
    {
        if (EditorAccess.MayEdit(actor) is { } forbidden)
            return forbidden;
        InstrumentFile file;
        try
        {
            file = InstrumentFile.Parse(name, json).Content;
        }
        catch (ReferenceException faulty)
        {
            return EditorRefusals.BadFile.With(faulty.Problems[0].Line, faulty.Problems[0].Sentence);
        }

        if (file.Code != Instruments.Maturity)
            return EditorRefusals.OtherCode.With(Instruments.Maturity);
        var released = instruments.Released(Instruments.Maturity);
        var settled = (file.Items ?? []).Select(i => ItemVersionRules.Settle(i, ItemVersionRules.Of(released, i.Code)));
        return await Keep(file with { Items = [.. settled] }, null, actor, stop);
    }

    private async Task<Outcome<InstrumentVersion>> Keep(InstrumentFile origin, string? copiedFrom, Actor actor, CancellationToken stop)
    {
        var number = ItemVersionRules.NextMinor(instruments.Released(Instruments.Maturity).Select(r => r.Instrument.Version));
        var now = clock.Now();
        var file = origin with { Version = number };
        var row = new InstrumentVersion
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            Code = file.Code!,
            Version = number,
            CopiedFrom = copiedFrom,
            State = InstrumentState.Draft,
            Content = file.ToJson(),
            Revision = 1,
            CreatedBy = actor.PersonId,
            CreatedAt = now,
            ChangedAt = now,
        };
        if (System.Text.Encoding.UTF8.GetByteCount(row.Content) > InstrumentVersion.Largest)
            return EditorRefusals.Full;
        db.InstrumentVersions.Add(row);
        db.Record(actor, EditorKinds.Begun, now, row.Id, ("version", $"{row.Code} {row.Version}"), ("from", copiedFrom));
        await db.SaveChangesAsync(stop);
        return row;
    }
}
