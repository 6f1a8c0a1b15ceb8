using System.Text.Json;
using Appui.Diagnosis.Voices;
using Appui.Shared;

namespace Appui.Diagnosis.Demo;

/// <summary>A voice that was heard: its round, its codes, its replies.</summary>
public sealed record HeardVoice(VoiceRound Round, IReadOnlyList<VoiceCode> Codes, IReadOnlyList<VoiceReply> Replies);

/// <summary>What trainers and trainees of the manager's own provider say in the demonstration: the management is a little too sure of itself.</summary>
public static class DemoVoices
{
    /// <summary>The management's own answers to the shared items, and one closed round per voice with its replies.</summary>
    public static (IReadOnlyList<DiagnosisAnswer> Own, IReadOnlyList<HeardVoice> Rounds) Of(
        MaturityDiagnosis diagnosis,
        Instrument instrument,
        Guid? manager,
        DemoDraw draw
    )
    {
        var at = diagnosis.CompletedAt ?? diagnosis.StartedAt;
        diagnosis.Deepened = ScoringRules.Mirror;
        List<DiagnosisAnswer> own =
        [
            .. instrument
                .For(diagnosis.Profile)
                .Where(i => i is { Express: false, Voices.Count: > 1 })
                .Select(i => new DiagnosisAnswer
                {
                    DiagnosisId = diagnosis.Id,
                    OrganisationId = diagnosis.OrganisationId,
                    ItemCode = i.Code,
                    ItemVersion = i.Version,
                    Choice = draw.For(i.Code).Chance(0.5) ? "4" : "5",
                    Revision = 1,
                    AnsweredAt = at,
                    AnsweredBy = manager,
                }),
        ];
        diagnosis.Revision += own.Count;
        return (own, [Heard(diagnosis, instrument, Voice.Trainer, 5, draw), Heard(diagnosis, instrument, Voice.Trainee, 12, draw)]);
    }

    private static HeardVoice Heard(MaturityDiagnosis diagnosis, Instrument instrument, Voice voice, int people, DemoDraw draw)
    {
        var own = draw.For($"{voice}");
        var opened = diagnosis.StartedAt.AddDays(1);
        var round = new VoiceRound
        {
            Id = own.Id(opened),
            OrganisationId = diagnosis.OrganisationId,
            DiagnosisId = diagnosis.Id,
            Voice = voice,
            Door = VoiceDoor.Codes,
            OpenedAt = opened,
            ClosesOn = DateOnly.FromDateTime(opened.AddDays(8)),
            ClosedAt = opened.AddDays(8),
        };
        var replies = Enumerable
            .Range(0, people)
            .Select(person => new VoiceReply
            {
                Id = own.For($"reply {person}").Id(opened),
                OrganisationId = diagnosis.OrganisationId,
                RoundId = round.Id,
                Choices = JsonSerializer.Serialize(Answers(instrument.For(diagnosis.Profile, voice), own.For($"{person}"))),
            });
        var codes = Enumerable
            .Range(0, people + 1)
            .Select(i => new VoiceCode
            {
                Hash = Ids.HashOf($"{round.Id}/{i}"),
                OrganisationId = diagnosis.OrganisationId,
                RoundId = round.Id,
                IsUsed = i < people,
            });
        return new HeardVoice(round, [.. codes], [.. replies]);
    }

    private static Dictionary<string, string> Answers(IReadOnlyList<InstrumentItem> items, DemoDraw draw) =>
        items.ToDictionary(i => i.Code, i => Choose(i, draw.For(i.Code)), StringComparer.Ordinal);

    private static string Choose(InstrumentItem item, DemoDraw draw)
    {
        var lines = item.Options.Where(o => !o.FaceToFace).Select(o => o.Code).ToList();
        return item.Type switch
        {
            ItemType.Perception => draw.Between(2, 4).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ItemType.Quantity => draw.Below((int)Math.Min(item.Most ?? 10, 10)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ItemType.Multi => string.Join(',', lines.Where(l => draw.For(l).Chance(0.5))) is { Length: > 0 } some
                ? some
                : ScoringRules.None,
            _ => draw.One(lines),
        };
    }
}
