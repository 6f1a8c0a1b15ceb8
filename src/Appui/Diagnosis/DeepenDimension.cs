using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Diagnosis;

/// <summary>
/// The management goes further into a dimension: its deep items are asked too, in the same round. A round of an older version that has none
/// goes on in the version in force, with every answer whose question is still the same.
/// </summary>
public sealed class DeepenDimension(AppuiDb db, FindDiagnosis find, StartDiagnosis start)
{
    /// <summary>Deepens a dimension by its code, or <see cref="ScoringRules.Mirror"/>.</summary>
    public async Task<Outcome<MaturityDiagnosis>> Run(string dimension, Actor actor, CancellationToken stop)
    {
        if (DiagnosisAccess.MayAnswer(actor) is { } forbidden)
            return forbidden;
        if (await find.Run(null, stop) is not { } open)
            return DiagnosisRefusals.NoDiagnosis;
        if (!IsThere(open, dimension))
        {
            if (!(await start.Run(actor, stop, open)).Is(out _, out var refusal))
                return refusal;
            open = (await find.Run(null, stop))!;
        }

        if (!IsThere(open, dimension))
            return DiagnosisRefusals.NothingDeeper;
        open.Diagnosis.Deepen(dimension);
        await db.SaveChangesAsync(stop);
        return open.Diagnosis;
    }

    private static bool IsThere(OpenDiagnosis open, string dimension)
    {
        HashSet<string> only = [dimension];
        return open.Instrument.For(open.Diagnosis.Profile).Any(i => !i.Express && ScoringRules.MayAsk(i, only));
    }
}
