using Appui.Diagnosis;

namespace Appui.Bench;

/// <summary>Scores of the instrument as shipped.</summary>
public static class DiagnosisBench
{
    private const int Sets = 1000;

    public static IReadOnlyList<Bench> All { get; } = [new("scoring", () => Task.FromResult(Scoring()))];

    private static IReadOnlyList<Figure> Scoring()
    {
        var file = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "instruments"), "*.json")
            .Order(StringComparer.Ordinal)
            .Last();
        var instrument = InstrumentRules.Read(Path.GetFileName(file), File.ReadAllBytes(file));
        var random = new Random(20261125);
        var answers = Enumerable
            .Range(0, Sets)
            .Select(_ =>
                instrument
                    .Items.Where(_ => random.Next(10) > 0)
                    .ToDictionary(
                        i => i.Code,
                        i => i.Options.Count == 0 ? "0.5" : i.Options[random.Next(i.Options.Count)].Code,
                        StringComparer.Ordinal
                    )
            )
            .ToArray();
        void Score()
        {
            for (var i = 0; i < 100_000; i++)
                ScoringRules.Score(instrument, "upTo10", answers[i % Sets]);
        }

        Score();
        var runs = Enumerable.Range(0, 7).Select(_ => Took.By(Score)).ToList();
        return
        [
            new("scoring, one thread", 100_000 / Took.Median(runs.Select(r => r.Seconds)), "answer sets/s", Least: 100_000),
            new("scoring, by processor time", 100_000 / Took.Median(runs.Select(r => r.CpuSeconds)), "answer sets/CPU s"),
        ];
    }
}
