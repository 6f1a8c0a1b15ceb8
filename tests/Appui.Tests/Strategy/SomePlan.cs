using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Diagnosis.Contract;
using Appui.Network.Contract;
using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Strategy;
using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy;

/// <summary>Plans made by the real planner from the reference data, for the tests of documents.</summary>
internal static class SomePlan
{
    /// <summary>The plan of a small provider, with the illustrative schemes: the same at each call.</summary>
    public static PlanDocumentView View(int ownEuros = 6000, int months = 12, string provider = "Atelier Montjoie")
    {
        var settings = new AppuiSettings();
        return new PlanDocumentView(
            Content(ownEuros, months),
            provider,
            ["12, rue des Écoles, 31000 Toulouse", "SIRET 000 123 456 00017"],
            new DateTime(2026, 11, 24, 9, 30, 0, DateTimeKind.Utc),
            Clock.Paris,
            new Guides(settings).For(["D3", "D7"], 3),
            [
                new(
                    "Nadia Ferrand",
                    "Conseillère formation",
                    "Opco Exemple",
                    OrganisationKind.SkillsOperator,
                    "nadia.ferrand@opco.example",
                    "05 00 00 00 01"
                ),
                new("Marc Lefèvre", "Chargé d’information", "Carif-Oref d’exemple", OrganisationKind.RegionalObservatory, null, null),
            ],
            "https://appui.example"
        );
    }

    private static PlanContent Content(int ownEuros, int months)
    {
        var settings = new AppuiSettings();
        var (actions, schemes) = (new ActionCatalogue(settings), new SchemeCatalogue(settings));
        var instrument = Diagnosis.SomeDiagnosis.Instrument();
        var choices = instrument
            .Items.Select(
                (item, i) =>
                    (
                        item.Code,
                        Choice: i % 7 == 3 ? "face"
                        : i % 3 == 0 ? "c"
                        : "b"
                    )
            )
            .ToDictionary(
                c => c.Code,
                c => instrument.Find(c.Code)!.Options.Any(o => o.Code == c.Choice) ? c.Choice : "b",
                StringComparer.Ordinal
            );
        var state = State(instrument, choices);
        var priorities = state.Dimensions.ToDictionary(
            d => d.Code,
            d => d.Code == "D5" ? 0 : LimitsRules.DefaultPriority(d.Code),
            StringComparer.Ordinal
        );
        var limits = new PlanLimits(ownEuros, 3, 8, 4, months, priorities, 12_000, Qualiopi: true);
        var open = schemes.For(new SchemeAsker("upTo10", "76", true, new DateOnly(2026, 11, 24), true));
        var input = PlannerInputRules.Build(state, actions.All, open, limits);
        var result = Planner.Solve(input, PlannerLimits.Usual, CancellationToken.None);
        var reached = PlanContentRules.ValuesAfter(state, actions.All, result);
        var after = State(instrument, Reached(instrument, choices, reached)).Scores;
        return PlanContentRules.Build(
            new PlanSources(state, after, actions, schemes, open, limits, new DateOnly(2027, 1, 1), true),
            input,
            result
        );
    }

    private static Dictionary<string, string> Reached(
        Instrument instrument,
        Dictionary<string, string> choices,
        IReadOnlyDictionary<string, double> values
    )
    {
        var reached = new Dictionary<string, string>(choices, StringComparer.Ordinal);
        foreach (var (code, value) in values)
            if (instrument.Find(code)?.Options.FirstOrDefault(o => !o.FaceToFace && o.Value >= value) is { } option)
                reached[code] = option.Code;
        return reached;
    }

    /// <summary>Where a small provider with these choices stands.</summary>
    internal static MaturityState State(Instrument instrument, Dictionary<string, string> choices)
    {
        var result = ScoringRules.Score(instrument, "upTo10", choices);
        return new MaturityState(
            Guid.Empty,
            1,
            instrument.Version,
            default,
            "upTo10",
            true,
            [
                .. result
                    .Dimensions.SelectMany(d => d.Items)
                    .Select(i => new MaturityItem(
                        i.Item.Code,
                        i.Item.Dimension,
                        i.Item.Weight,
                        i.Kind == AnswerKind.Valued ? i.Value : null,
                        i.Kind == AnswerKind.FaceToFace,
                        i.Item.Question
                    )),
            ],
            [
                .. result.Dimensions.Select(d => new MaturityDimension(
                    d.Dimension.Code,
                    d.Dimension.Axis,
                    d.Dimension.Name,
                    d.Dimension.ShortName,
                    d.Score,
                    d.Level
                )),
            ],
            new MaturityScores(
                result.Capacity.Score,
                result.Progress.Score,
                result.Dimensions.ToDictionary(d => d.Dimension.Code, d => d.Score, StringComparer.Ordinal)
            )
        );
    }
}
