using Appui.Diagnosis.Voices;
using Appui.Shared;

namespace Appui.Diagnosis;

/// <summary>A dimension that can be looked at more closely.</summary>
/// <param name="Left">Deep items without an answer.</param>
/// <param name="Total">Deep items in all.</param>
/// <param name="IsBegun">They are being asked already.</param>
public sealed record Deepening(InstrumentDimension Dimension, int Left, int Total, bool IsBegun);

/// <summary>Everything the result of a diagnosis shows.</summary>
/// <param name="HasEarlier">There is more than one round, so progress can be shown.</param>
public sealed record ResultView(
    OpenDiagnosis Open,
    DiagnosisResult Result,
    IReadOnlyList<VoiceState> Voices,
    IReadOnlyList<PerceptionGap> Gaps,
    IReadOnlyList<Deepening> Deeper,
    bool HasEarlier
);

/// <summary>Reads a diagnosis with what other voices say about it and what could be looked at more closely.</summary>
public sealed class FindResult(FindDiagnosis find, FindVoices voices, Instruments instruments, TimeProvider clock)
{
    /// <summary>The newest diagnosis, or the one named; null when there is none.</summary>
    public async Task<ResultView?> Run(Guid? id, CancellationToken stop)
    {
        if (await find.Run(id, stop) is not { } open)
            return null;
        var states = await voices.Run(open, stop);
        var gaps = VoiceRules.Gaps(open.Instrument, open.Choices, [.. states.Select(s => s.View).OfType<VoiceView>()]);
        return new ResultView(open, open.Result(), states, gaps, open.IsNewest ? Deeper(open) : [], (await find.Rounds(stop)).Count > 1);
    }

    // A round of an older version goes on in the one in force: what can be deepened is what that one offers.
    private List<Deepening> Deeper(OpenDiagnosis open)
    {
        var profile = open.Diagnosis.Profile;
        var instrument = open.Instrument.For(profile).All(i => i.Express) ? instruments.InForce(clock.Today()) : open.Instrument;
        return
        [
            .. from dimension in instrument.Dimensions
            let deep = instrument.Deep(profile, dimension.Code)
            where deep.Count > 0
            select new Deepening(
                dimension,
                deep.Count(i => !open.Answers.ContainsKey(i.Code)),
                deep.Count,
                open.Diagnosis.DeepenedDimensions.Contains(dimension.Code)
            ),
        ];
    }
}
