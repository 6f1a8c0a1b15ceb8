using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis;

/// <summary>A diagnosis with its answers and the instrument they were given to.</summary>
public sealed record OpenDiagnosis(
    MaturityDiagnosis Diagnosis,
    Instrument Instrument,
    IReadOnlyDictionary<string, DiagnosisAnswer> Answers,
    bool IsNewest
)
{
    private IReadOnlyList<InstrumentItem>? asked;

    /// <summary>Item code → choice, as the rules read it.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; } =
        Answers.ToDictionary(a => a.Key, a => a.Value.Choice, StringComparer.Ordinal);

    /// <summary>The items asked with the answers so far.</summary>
    public IReadOnlyList<InstrumentItem> Asked =>
        asked ??= ScoringRules.Asked(Instrument, Diagnosis.Profile, Choices, Diagnosis.DeepenedDimensions);

    /// <summary>Is an item of the express questions or of a dimension being deepened, whatever its condition?</summary>
    public bool MayAsk(InstrumentItem item) => ScoringRules.MayAsk(item, Diagnosis.DeepenedDimensions);

    /// <summary>Place (from 1) of the first item without an answer, or null when all have one.</summary>
    public int? NextQuestion
    {
        get
        {
            for (var i = 0; i < Asked.Count; i++)
            {
                if (!Answers.ContainsKey(Asked[i].Code))
                    return i + 1;
            }

            return null;
        }
    }

    /// <summary>Scores, levels and what explains them.</summary>
    public DiagnosisResult Result() => ScoringRules.Score(Instrument, Diagnosis.Profile, Choices);
}

/// <summary>Reads the newest diagnosis of the actor's organisation, or one by id.</summary>
public sealed class FindDiagnosis(AppuiDb db, Instruments instruments)
{
    /// <summary>The newest diagnosis (<paramref name="id"/> null) or the one named; null when there is none.</summary>
    public async Task<OpenDiagnosis?> Run(Guid? id, CancellationToken stop)
    {
        var newest = await db.Diagnoses.OrderByDescending(d => d.StartedAt).ThenByDescending(d => d.Id).FirstOrDefaultAsync(stop);
        var diagnosis = id is null || newest?.Id == id ? newest : await db.Diagnoses.SingleOrDefaultAsync(d => d.Id == id, stop);
        if (diagnosis is null)
            return null;
        var answers = await db
            .DiagnosisAnswers.Where(a => a.DiagnosisId == diagnosis.Id)
            .ToDictionaryAsync(a => a.ItemCode, StringComparer.Ordinal, stop);
        return new OpenDiagnosis(
            diagnosis,
            instruments.Exactly(diagnosis.InstrumentCode, diagnosis.InstrumentVersion),
            answers,
            diagnosis.Id == newest!.Id
        );
    }

    /// <summary>Every round, oldest first.</summary>
    internal async Task<IReadOnlyList<Contract.MaturityRound>> Rounds(CancellationToken stop) =>
        await db
            .Diagnoses.OrderBy(d => d.StartedAt)
            .Select(d => new Contract.MaturityRound(d.Id, d.StartedAt, d.CompletedAt))
            .ToListAsync(stop);
}
