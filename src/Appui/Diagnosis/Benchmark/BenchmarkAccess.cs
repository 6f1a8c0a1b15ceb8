using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Benchmark;

/// <summary>The one read across organisations: scores to be counted together, by the snapshot alone. Nobody is shown one of them.</summary>
public static class BenchmarkAccess
{
    private static readonly string[] Tenant = [AppuiDb.TenantFilter];

    /// <summary>Scores of diagnoses completed since an instant, the newest of an organisation last.</summary>
    public static IAsyncEnumerable<(Guid Organisation, IReadOnlyDictionary<string, double?> Dimensions)> Since(
        AppuiDb db,
        DateTime since,
        DateTime until
    ) =>
        db
            .DiagnosisScores.IgnoreQueryFilters(Tenant)
            .AsNoTracking()
            .Where(s => s.CompletedAt >= since && s.CompletedAt <= until && s.IsControlled && s.InstrumentCode == Instruments.Maturity)
            .OrderBy(s => s.CompletedAt)
            .ThenBy(s => s.DiagnosisId)
            .Select(s => new ValueTuple<Guid, IReadOnlyDictionary<string, double?>>(s.OrganisationId, s.Dimensions))
            .AsAsyncEnumerable();
}
