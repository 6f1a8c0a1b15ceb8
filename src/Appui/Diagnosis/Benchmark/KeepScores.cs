using Appui.Shared.Storage;

namespace Appui.Diagnosis.Benchmark;

/// <summary>Puts the scores of a complete diagnosis beside it, in the transaction of the answer that completes or changes it.</summary>
public static class KeepScores
{
    /// <summary>Adds or renews them; a diagnosis that is not complete has none.</summary>
    public static async Task Run(AppuiDb db, OpenDiagnosis open, DiagnosisAnswer answer, CancellationToken stop)
    {
        if (open.Diagnosis.CompletedAt is null)
            return;
        var choices = new Dictionary<string, string>(open.Choices, StringComparer.Ordinal) { [answer.ItemCode] = answer.Choice };
        var fresh = Of(open.Diagnosis, open.Instrument, choices);
        if (await db.DiagnosisScores.FindAsync([open.Diagnosis.Id], stop) is not { } kept)
        {
            db.DiagnosisScores.Add(fresh);
            return;
        }

        (kept.Dimensions, kept.Capacity, kept.Progress) = (fresh.Dimensions, fresh.Capacity, fresh.Progress);
    }

    /// <summary>The scores of a complete diagnosis.</summary>
    public static DiagnosisScores Of(MaturityDiagnosis diagnosis, Instrument instrument, IReadOnlyDictionary<string, string> choices)
    {
        var scores = ComparableRules.Score(instrument, diagnosis.Profile, choices);
        return new DiagnosisScores
        {
            DiagnosisId = diagnosis.Id,
            OrganisationId = diagnosis.OrganisationId,
            InstrumentCode = diagnosis.InstrumentCode,
            InstrumentVersion = diagnosis.InstrumentVersion,
            Dimensions = scores.Dimensions,
            Capacity = scores.Capacity,
            Progress = scores.Progress,
            CompletedAt = diagnosis.CompletedAt!.Value,
            IsControlled = true, // the management's answers always are
        };
    }
}
