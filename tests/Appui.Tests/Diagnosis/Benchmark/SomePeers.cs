using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Diagnosis.Benchmark;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Diagnosis.Benchmark;

/// <summary>Providers with complete diagnoses, and the snapshots of them.</summary>
internal static class SomePeers
{
    private static readonly string[] Dimensions = ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"];

    /// <summary>Providers of Occitanie with the same score everywhere: 0, 1, 2…</summary>
    public static async Task<List<Guid>> Peers(this AppFixture app, int count, Action<Organisation>? with = null)
    {
        List<Guid> made = [];
        for (var i = 0; i < count; i++)
        {
            var organisation = Some.Organisation();
            with?.Invoke(organisation);
            await app.Db(
                null,
                db =>
                {
                    db.Add(organisation);
                    return db.SaveChangesAsync();
                }
            );
            await app.Answered(organisation.Id, i);
            made.Add(organisation.Id);
        }

        return made;
    }

    /// <summary>A provider completes a diagnosis, whose dimensions all have one score (null: none).</summary>
    public static Task Answered(this AppFixture app, Guid organisation, double? score, DateTime? at = null, bool isControlled = true) =>
        app.Db(
            new Actor(null, null, organisation, Roles.Manager),
            db =>
            {
                var when = at ?? app.Clock.Now();
                var diagnosis = new MaturityDiagnosis
                {
                    Id = Ids.New(),
                    OrganisationId = organisation,
                    InstrumentCode = Instruments.Maturity,
                    InstrumentVersion = "1.0.0",
                    Profile = "upTo10",
                    StartedAt = when,
                    CompletedAt = when,
                };
                db.Add(diagnosis);
                db.Add(
                    new DiagnosisScores
                    {
                        DiagnosisId = diagnosis.Id,
                        OrganisationId = organisation,
                        InstrumentCode = diagnosis.InstrumentCode,
                        InstrumentVersion = diagnosis.InstrumentVersion,
                        Dimensions = Dimensions.ToDictionary(d => d, _ => score, StringComparer.Ordinal),
                        CompletedAt = when,
                        IsControlled = isControlled,
                    }
                );
                return db.SaveChangesAsync();
            }
        );

    /// <summary>A month goes by, and its snapshot is taken.</summary>
    public static async Task NextSnapshot(this AppFixture app)
    {
        app.Clock.Advance(TimeSpan.FromDays(31));
        await app.Snapshot();
    }

    /// <summary>The snapshot of the present month is taken.</summary>
    public static Task Snapshot(this AppFixture app) =>
        app.Act(
            null,
            async s => (await s.GetRequiredService<TakeSnapshot>().Run(app.Clock.Today(), CancellationToken.None)).Refusal.ShouldBeNull()
        );

    /// <summary>What the newest snapshot shows of a group in one dimension, or null.</summary>
    public static Task<BenchmarkFigure?> Figure(this AppFixture app, string cell, string dimension = "D1") =>
        app.Db(
            null,
            db =>
                db.BenchmarkFigures.Where(f => f.Cell == cell && f.Dimension == dimension)
                    .Where(f => f.Month == db.BenchmarkSnapshots.Max(s => s.Month))
                    .SingleOrDefaultAsync()
        );
}
