using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Evidence;

/// <summary>Who from elsewhere may read the evidence of a provider.</summary>
public static class EvidenceAccess
{
    /// <summary>The organisation for which somebody may read the evidence of another: they advise or are an expert there, and do not belong to the provider.</summary>
    public static SwitcherLine? ReaderOf(IReadOnlyList<SwitcherLine> memberships, string provider) =>
        memberships.Any(m => m.Code == provider)
            ? null
            : memberships.FirstOrDefault(m => (m.Roles & (Roles.Adviser | Roles.Expert)) != Roles.None);

    /// <summary>The share that a secret opens, whoever it belongs to.</summary>
    internal static Task<EvidenceShare?> ShareOf(AppuiDb db, string secret, CancellationToken stop)
    {
        var hash = Ids.HashOf(secret);
        return db.EvidenceShares.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter }).SingleOrDefaultAsync(s => s.SecretHash == hash, stop);
    }
}
