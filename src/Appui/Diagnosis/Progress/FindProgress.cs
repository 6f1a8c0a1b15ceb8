using Appui.Diagnosis.Contract;

namespace Appui.Diagnosis.Progress;

/// <summary>A provider's rounds and how the newest differs from the one it is compared with.</summary>
/// <param name="Rounds">Rounds that can be chosen to compare with, newest first; the newest itself is left out.</param>
public sealed record ProgressView(OpenDiagnosis Now, OpenDiagnosis Before, RoundComparison Comparison, IReadOnlyList<MaturityRound> Rounds);

/// <summary>Reads how the actor's organisation moved since an earlier round.</summary>
public sealed class FindProgress(FindDiagnosis find)
{
    /// <summary>Compares the newest round with the one named, else with the one before; null while there is only one.</summary>
    public async Task<ProgressView?> Run(Guid? since, CancellationToken stop)
    {
        var rounds = (await find.Rounds(stop)).Reverse().ToList();
        if (rounds.Count < 2)
            return null;
        var earlier = rounds.Skip(1).FirstOrDefault(r => r.DiagnosisId == since) ?? rounds[1];
        var now = (await find.Run(rounds[0].DiagnosisId, stop))!;
        var before = (await find.Run(earlier.DiagnosisId, stop))!;
        return new ProgressView(now, before, ProgressRules.Compare(before, now), rounds[1..]);
    }
}
