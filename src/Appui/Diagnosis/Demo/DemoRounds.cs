using Appui.Accounts.Contract;
using Appui.Diagnosis.Benchmark;
using Appui.Shared;

namespace Appui.Diagnosis.Demo;

/// <summary>How providers of the demonstration answer: <c>data/demo/answers.json</c>.</summary>
/// <param name="Ease">Item code → how much easier than others, in steps of an answer.</param>
/// <param name="Remarks">Item code → precisions somebody may add.</param>
/// <param name="Main">The rounds of the manager's own provider, as they were.</param>
public sealed record DemoHabits(
    IReadOnlyDictionary<string, double> Ease,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Remarks,
    IReadOnlyList<DemoRound> Main
);

/// <summary>One round of answers that is given.</summary>
public sealed record DemoRound(int DaysAgo, IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Remarks);

/// <summary>Draws the rounds of a provider and answers them in order, through the same rules as somebody at the screen.</summary>
public sealed class DemoRounds(DemoHabits habits, Instruments instruments, DemoOptions options)
{
    // Of a hundred providers, how many have 0, 1, 2, 3, 4 rounds when they have had the time.
    private static readonly int[] Rounds = [7, 31, 32, 21, 9];

    /// <summary>The rounds, oldest first, with their answers.</summary>
    public IEnumerable<(MaturityDiagnosis Diagnosis, IReadOnlyList<DiagnosisAnswer> Answers)> Of(DemoProvider provider)
    {
        var draw = new DemoDraw(options.Seed, $"diagnoses/{provider.Code}");
        if (provider.Code == DemoProvider.Main)
            return habits.Main.Select(round => Main(provider, round, draw.For($"{round.DaysAgo}")));
        return Drawn(provider, draw);
    }

    /// <summary>The scores of a complete round, as they count among those of others.</summary>
    public DiagnosisScores ScoresOf(MaturityDiagnosis diagnosis, IReadOnlyList<DiagnosisAnswer> answers) =>
        KeepScores.Of(
            diagnosis,
            instruments.Exactly(diagnosis.InstrumentCode, diagnosis.InstrumentVersion),
            answers.ToDictionary(a => a.ItemCode, a => a.Choice, StringComparer.Ordinal)
        );

    private (MaturityDiagnosis, IReadOnlyList<DiagnosisAnswer>) Main(DemoProvider provider, DemoRound round, DemoDraw draw) =>
        Answer(
            provider,
            draw.Working(options.Today.AddDays(-round.DaysAgo)),
            draw,
            (item, _) => (round.Answers.GetValueOrDefault(item.Code) ?? ScoringRules.Unknown, round.Remarks.GetValueOrDefault(item.Code)),
            int.MaxValue
        );

    private IEnumerable<(MaturityDiagnosis, IReadOnlyList<DiagnosisAnswer>)> Drawn(DemoProvider provider, DemoDraw draw)
    {
        var count = 0;
        for (var left = draw.Below(Rounds.Sum()); left >= Rounds[count]; count++)
            left -= Rounds[count];
        var manner = new DemoManner(provider.Profile, habits, draw.For("manner"));
        var day = DateOnly.FromDateTime(provider.Since).AddDays(draw.Between(1, 8));
        for (var round = 0; round < count; round++, day = day.AddDays(draw.Between(85, 170)))
        {
            var own = draw.For($"{round}");
            var isLast = round == count - 1 || day.AddDays(170) >= options.Today;
            var started = own.Working(day);
            if (day >= options.Today.AddDays(-1) || started < provider.Since)
                yield break;
            manner.Begin(own, round);
            var asked = isLast && own.Chance(0.16) ? own.Between(3, 13) : int.MaxValue;
            yield return Answer(provider, started, own, manner.Choose, asked);
        }
    }

    private (MaturityDiagnosis, IReadOnlyList<DiagnosisAnswer>) Answer(
        DemoProvider provider,
        DateTime started,
        DemoDraw draw,
        Func<InstrumentItem, DemoDraw, (string Choice, string? Note)> choose,
        int most
    )
    {
        var instrument = instruments.InForce(DateOnly.FromDateTime(started));
        var diagnosis = new MaturityDiagnosis
        {
            Id = draw.Id(started),
            OrganisationId = provider.Id,
            InstrumentCode = instrument.Code,
            InstrumentVersion = instrument.Version,
            Profile = provider.Profile.Code(),
            StartedAt = started,
        };
        List<DiagnosisAnswer> answers = [];
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = started;
        while (Next(instrument, diagnosis.Profile, choices) is { } item)
        {
            if (answers.Count == most)
                return (diagnosis, answers);
            var (choice, note) = choose(item, draw);
            if (AnswerRules.Check(item, new GivenAnswer(item.Code, choice, note, 0)) is { } refusal)
                throw new InvalidOperationException($"{item.Code}: « {choice} » is no answer ({refusal.Code}).");
            at = at.AddSeconds(draw.Between(9, 48));
            var corrected = draw.Chance(0.04) ? 1 : 0;
            answers.Add(
                new DiagnosisAnswer
                {
                    DiagnosisId = diagnosis.Id,
                    OrganisationId = provider.Id,
                    ItemCode = item.Code,
                    ItemVersion = item.Version,
                    Choice = choice,
                    Note = note,
                    Evidence = EvidenceLevel.Declared,
                    Revision = 1 + corrected,
                    AnsweredAt = at,
                    AnsweredBy = provider.Manager,
                }
            );
            choices[item.Code] = choice;
            diagnosis.Revision += 1 + corrected;
        }

        diagnosis.CompletedAt = at;
        return (diagnosis, answers);
    }

    private static InstrumentItem? Next(Instrument instrument, string profile, Dictionary<string, string> choices) =>
        ScoringRules.Asked(instrument, profile, choices).FirstOrDefault(i => !choices.ContainsKey(i.Code));
}
