using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Voices;

/// <summary>How somebody with a code or an open address is let in.</summary>
public static class VoicesAccess
{
    /// <summary>The round that a code opens, used or not; whoever holds it is known by nothing else.</summary>
    internal static Task<VoiceDoorway?> ByCode(AppuiDb db, string hash, CancellationToken stop) =>
        (
            from c in db.VoiceCodes.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
            join r in db.VoiceRounds.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }) on c.RoundId equals r.Id
            join d in db.Diagnoses.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }) on r.DiagnosisId equals d.Id
            where c.Hash == hash
            select new VoiceDoorway(r, d, c.IsUsed)
        ).SingleOrDefaultAsync(stop);

    /// <summary>The round that an open address leads to.</summary>
    internal static Task<VoiceDoorway?> ByLink(AppuiDb db, string hash, CancellationToken stop) =>
        (
            from r in db.VoiceRounds.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
            join d in db.Diagnoses.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }) on r.DiagnosisId equals d.Id
            where r.LinkHash == hash
            select new VoiceDoorway(r, d, false)
        ).SingleOrDefaultAsync(stop);
}

/// <summary>What a code or an open address leads to.</summary>
public sealed record VoiceDoorway(VoiceRound Round, MaturityDiagnosis Diagnosis, bool IsUsed);
