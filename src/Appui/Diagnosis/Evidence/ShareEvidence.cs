using System.Security.Claims;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Evidence;

/// <summary>A manager lets one adviser or expert read the evidence of the newest diagnosis for thirty days.</summary>
public sealed class ShareEvidence(AppuiDb db, FindDiagnosis find, TimeProvider clock)
{
    /// <summary>How long a link opens.</summary>
    public static readonly TimeSpan Opens = TimeSpan.FromDays(30);

    /// <summary>Makes the link; its secret is shown once.</summary>
    public async Task<Outcome<string>> Run(string? forWhom, Actor actor, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (string.IsNullOrWhiteSpace(forWhom) || forWhom.Trim().Length > EvidenceRules.LongestTitle)
            return EvidenceRefusals.SayForWhom.With(EvidenceRules.LongestTitle);
        if (await find.Run(null, stop) is not { } open)
            return DiagnosisRefusals.NoDiagnosis;
        var (secret, now) = (Ids.NewSecret(), clock.Now());
        db.EvidenceShares.Add(
            new EvidenceShare
            {
                Id = Ids.New(),
                OrganisationId = actor.OrganisationId,
                DiagnosisId = open.Diagnosis.Id,
                SecretHash = Ids.HashOf(secret),
                ForWhom = forWhom.Trim(),
                CreatedAt = now,
                EndsAt = now + Opens,
            }
        );
        db.Record(actor, DiagnosisKinds.EvidenceShared, now, open.Diagnosis.Id, ("name", forWhom.Trim()));
        await db.SaveChangesAsync(stop);
        return secret;
    }

    /// <summary>Takes a link back; it opens nothing any more.</summary>
    public async Task<Outcome> Revoke(Guid id, Actor actor, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (await db.EvidenceShares.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } share)
            return EvidenceRefusals.Unknown;
        share.RevokedAt ??= clock.Now();
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}

/// <summary>What a reader from elsewhere sees.</summary>
/// <param name="Reader">Acts in the provider's organisation, for this alone.</param>
/// <param name="ReadsFor">Name of the reader's own organisation.</param>
public sealed record SharedEvidence(
    string Provider,
    EvidenceShare Share,
    OpenDiagnosis Open,
    IReadOnlyList<AnswerEvidence> Evidence,
    Actor Reader,
    string ReadsFor
);

/// <summary>Opens a link for the adviser or expert who holds it. From then on the request acts in the provider's organisation.</summary>
public sealed class FindShare(AppuiDb db, FindDiagnosis find, ReaderDesk desk, CurrentActor current)
{
    /// <summary>What it shows, or why it does not open.</summary>
    public async Task<Outcome<SharedEvidence>> Run(string secret, ClaimsPrincipal user, CancellationToken stop)
    {
        if (await desk.Enter(secret, user, stop) is not { } seat)
            return EvidenceRefusals.NoShare;
        if (seat.ReadsFor is null)
            return EvidenceRefusals.OnlyReaders;
        current.Actor = new Actor(seat.PersonId, null, seat.Share.OrganisationId, Roles.None);
        var open = (await find.Run(seat.Share.DiagnosisId, stop))!;
        var evidence = await db.Evidence.Where(e => e.DiagnosisId == open.Diagnosis.Id).OrderBy(e => e.AddedAt).ToListAsync(stop);
        return new SharedEvidence(seat.Provider, seat.Share, open, evidence, current.Actor, seat.ReadsFor);
    }
}

/// <summary>Who holds a link: which share it opens and for which organisation they read, if they may.</summary>
public sealed record ReaderSeat(EvidenceShare Share, string Provider, Guid PersonId, string? ReadsFor);

/// <summary>Recognises the holder of a link: signed in, from another organisation than the provider.</summary>
public sealed class ReaderDesk(AppuiDb db, Switcher switcher, OrganisationDirectory organisations, TimeProvider clock)
{
    /// <summary>The holder, or null when nothing opens.</summary>
    public async Task<ReaderSeat?> Enter(string secret, ClaimsPrincipal user, CancellationToken stop)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
            return null;
        if (await EvidenceAccess.ShareOf(db, secret, stop) is not { } share || !share.IsOpenAt(clock.Now()))
            return null;
        var provider = (await organisations.Find(share.OrganisationId, stop))!;
        var reader = EvidenceAccess.ReaderOf(await switcher.Lines(user, stop), provider.Code);
        return new ReaderSeat(share, provider.Name, person, reader?.Name);
    }
}
