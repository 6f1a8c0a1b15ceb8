using Appui.Accounts.Contract;
using Appui.Shared;

namespace Appui.Diagnosis.Demo;

/// <summary>How one provider of the demonstration answers, round after round: where it stands on each item, and what it gains in between.</summary>
public sealed class DemoManner
{
    // Dimensions that plans put first: the link, evidence, access.
    private static readonly string[] First = ["D3", "D7", "D8"];

    private readonly DemoHabits habits;
    private readonly DemoDraw draw;
    private readonly double usual;
    private readonly bool isHandsOn;
    private readonly Dictionary<string, double> dimensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> steps = new(StringComparer.Ordinal);
    private readonly HashSet<string> faceToFace = new(StringComparer.Ordinal);
    private int round;

    /// <summary>Larger teams stand a little higher, each in its own way.</summary>
    public DemoManner(ProviderProfile profile, DemoHabits habits, DemoDraw draw)
    {
        (this.habits, this.draw) = (habits, draw);
        usual =
            draw.Around0(0.6)
            + profile switch
            {
                ProviderProfile.Solo => 1.25,
                ProviderProfile.UpTo10 => 1.35,
                ProviderProfile.From11To50 => 1.75,
                ProviderProfile.Over50 => 2.2,
                _ => 2.0,
            };
        isHandsOn = draw.Chance(0.35);
    }

    /// <summary>A round begins: since the last one some items went up, few went down.</summary>
    public void Begin(DemoDraw since, int number)
    {
        round = number;
        if (number == 0)
            return;
        foreach (var code in steps.Keys.Order(StringComparer.Ordinal).ToList())
        {
            var rises = since.Chance(First.Contains(code.Split('.')[0], StringComparer.Ordinal) ? 0.45 : 0.3);
            steps[code] +=
                rises ? (since.Chance(0.2) ? 2 : 1)
                : since.Chance(0.03) ? -1
                : 0;
        }
    }

    /// <summary>The answer to an item, and sometimes a word beside it.</summary>
    public (string Choice, string? Note) Choose(InstrumentItem item, DemoDraw chance)
    {
        // Written for described situations; other kinds of items are left as not known.
        if (item.Type != ItemType.Anchored || chance.Chance(round == 0 ? 0.06 : 0.03))
            return (ScoringRules.Unknown, null);
        if (item.Options.FirstOrDefault(o => o.FaceToFace) is { } face && StaysInTheRoom(item.Code))
            return (face.Code, null);
        var situations = item.Options.Where(o => !o.FaceToFace).OrderBy(o => o.Value).ToList();
        var step = Math.Clamp(StepOf(item), 0, situations.Count - 1);
        // The remarks fit somebody on the way.
        var isRemarked = chance.Chance(0.09) && step is (1 or 2);
        var note = isRemarked && habits.Remarks.TryGetValue(item.Code, out var remarks) ? chance.One(remarks) : null;
        return (situations[step].Code, note);
    }

    private bool StaysInTheRoom(string code)
    {
        if (round == 0 && isHandsOn && draw.For($"face/{code}").Chance(0.4))
            faceToFace.Add(code);
        return faceToFace.Contains(code);
    }

    private int StepOf(InstrumentItem item)
    {
        if (!dimensions.TryGetValue(item.Dimension, out var habit))
            dimensions[item.Dimension] = habit = draw.For(item.Dimension).Around0(0.45);
        if (!steps.TryGetValue(item.Code, out var step))
            steps[item.Code] = step = (int)
                Math.Floor(usual + habit + habits.Ease.GetValueOrDefault(item.Code) + draw.For(item.Code).Around0(0.6) + 0.5);
        return step;
    }
}
