using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Mail;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Voices;

/// <summary>How a manager wants a voice to be heard.</summary>
/// <param name="ClosesOn">Last day on which one can answer.</param>
/// <param name="Codes">How many slips to print.</param>
/// <param name="Mails">Addresses that receive a code each; they are not kept.</param>
/// <param name="Headcount">How many people an open address is for.</param>
public sealed record VoiceOrder(Voice Voice, VoiceDoor Door, DateOnly? ClosesOn, int? Codes, IReadOnlyList<string> Mails, int? Headcount);

/// <summary>What the manager hands out; it is shown once.</summary>
/// <param name="Codes">Codes to print.</param>
/// <param name="Secret">Secret of the open address.</param>
/// <param name="Mailed">How many codes left by mail.</param>
public sealed record VoiceKeys(VoiceRound Round, IReadOnlyList<string> Codes, string? Secret, int Mailed);

/// <summary>A manager lets a voice be heard about the newest diagnosis, or hands out more codes for it. The management is asked the same items.</summary>
public sealed class OpenVoice(AppuiDb db, DeepenDimension deepen, VoiceMail mail, TimeProvider clock)
{
    /// <summary>Opens the round, or adds codes to the one that is open.</summary>
    public async Task<Outcome<VoiceKeys>> Run(VoiceOrder order, Actor actor, TimeZoneInfo zone, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        var today = clock.Today(zone);
        if (VoiceOrderRules.Check(order, today) is { } wrong)
            return wrong;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!(await deepen.Run(ScoringRules.Mirror, actor, stop)).Is(out var diagnosis, out var refusal))
            return refusal;

        var round = await db.VoiceRounds.SingleOrDefaultAsync(
            r => r.DiagnosisId == diagnosis.Id && r.Voice == order.Voice && r.Door == order.Door,
            stop
        );
        if (round is not null && !round.IsOpenOn(today))
            return VoicesRefusals.AlreadyClosed;
        var fresh = round is null;
        round ??= Begin(order, diagnosis, actor);
        round.ClosesOn = order.ClosesOn!.Value;
        var keys = order.Door == VoiceDoor.Link ? Address(round, order) : await Codes(round, order, fresh, actor, stop);
        if (keys is null)
            return VoicesRefusals.TooManyCodes.With(VoiceRules.MostCodes);
        if (fresh)
            db.Record(actor, DiagnosisKinds.VoiceOpened, clock.Now(), round.Id, ("voice", $"{round.Voice}"));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return keys;
    }

    private VoiceRound Begin(VoiceOrder order, MaturityDiagnosis diagnosis, Actor actor)
    {
        var round = new VoiceRound
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            DiagnosisId = diagnosis.Id,
            Voice = order.Voice,
            Door = order.Door,
            OpenedAt = clock.Now(),
            ClosesOn = order.ClosesOn!.Value,
        };
        db.VoiceRounds.Add(round);
        return round;
    }

    // A new address each time: the former one opens nothing any more.
    private static VoiceKeys Address(VoiceRound round, VoiceOrder order)
    {
        var secret = Ids.NewSecret();
        round.LinkHash = Ids.HashOf(secret);
        round.Headcount = order.Headcount;
        return new VoiceKeys(round, [], secret, 0);
    }

    private async Task<VoiceKeys?> Codes(VoiceRound round, VoiceOrder order, bool fresh, Actor actor, CancellationToken stop)
    {
        var count = (order.Codes ?? 0) + order.Mails.Count;
        var already = fresh ? 0 : await db.VoiceCodes.CountAsync(c => c.RoundId == round.Id, stop);
        if (already + count > VoiceRules.MostCodes)
            return null;
        List<string> codes = [.. Enumerable.Range(0, count).Select(_ => VoiceRules.NewCode())];
        db.VoiceCodes.AddRange(
            codes.Select(code => new VoiceCode
            {
                Hash = Ids.HashOf(code),
                OrganisationId = actor.OrganisationId,
                RoundId = round.Id,
            })
        );
        for (var i = 0; i < order.Mails.Count; i++)
            await mail.Queue(round, order.Mails[i], codes[i], actor, stop);
        return new VoiceKeys(round, codes[order.Mails.Count..], null, order.Mails.Count);
    }
}

/// <summary>Writes the mail that carries a code. The address stays in the mail alone.</summary>
public sealed class VoiceMail(AppuiDb db, Accounts.Contract.OrganisationDirectory organisations, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>Queues it.</summary>
    public async Task Queue(VoiceRound round, string to, string code, Actor actor, CancellationToken stop)
    {
        var name = (await organisations.Find(round.OrganisationId, stop))!.Name;
        var text = string.Format(DiagnosisTexts.Voice_Mail_Text, name, $"{settings.BaseUrl}/repondre/{code}", Show.Day(round.ClosesOn));
        Mail.Queue(db, actor, to, string.Format(DiagnosisTexts.Voice_Mail_Subject, name), text, null, clock.Now());
    }
}
