using Appui.Diagnosis.Contract;
using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Strategy;
using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy;

/// <summary>What the planner sees of a provider: only what is known, wanted and open to them.</summary>
public sealed class PlannerInputRulesTests
{
    private static readonly Translated Text = new("texte", "text");

    private static readonly StrategyAction Basic = Action("basic", reaches: [new("D1.a", 0.5)]);

    private static readonly PlanLimits Limits = new(6000, 4, 8, 2, 12, new Dictionary<string, int>(StringComparer.Ordinal), 0, true);

    [Fact]
    public void Only_what_was_answered_can_gain()
    {
        var input = Build(
            [Item("D1.a", 0.25), Item("D1.b", null), Item("D2.a", null, isFaceToFace: true)],
            [Action("all", reaches: [new("D1.a", 0.5), new("D1.b", 1), new("D2.a", 1), new("D9.unknown", 1)])]
        );
        input.Items.ShouldHaveSingleItem().Code.ShouldBe("D1.a");
        input.Actions.Single().Reaches.ShouldHaveSingleItem().ShouldBe(new PlannerReach("D1.a", 500));
    }

    [Fact]
    public void A_dimension_is_worth_its_priority_shared_among_its_answered_items_by_weight()
    {
        var priorities = new Dictionary<string, int>(StringComparer.Ordinal) { ["D1"] = 3, ["D2"] = 0 };
        var input = Build(
            [
                Item("D1.a", 0, weight: 1),
                Item("D1.b", 0, weight: 3),
                Item("D1.c", null, weight: 2),
                Item("D2.a", 0),
                Item("D3.a", 0),
                Item("D4.a", 0),
            ],
            [Basic],
            Limits with
            {
                Priorities = priorities,
            }
        );
        input
            .Items.ToDictionary(i => i.Code, i => i.PointsMilli, StringComparer.Ordinal)
            .ShouldBe(
                new Dictionary<string, int>(StringComparer.Ordinal)
                {
                    ["D1.a"] = 75_000,
                    ["D1.b"] = 225_000,
                    ["D2.a"] = 0,
                    ["D3.a"] = 300_000,
                    ["D4.a"] = 200_000,
                },
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    [InlineData(36, 3)]
    [InlineData(60, 5)]
    public void A_running_cost_counts_for_every_started_year(int months, int years)
    {
        var action = Basic with
        {
            Costs = [new("once", "once", "services", 100, 300, Text), new("yearly", "year", "licences", 200, 500, Text)],
        };
        Build([Item("D1.a", 0)], [action], Limits with { Months = months })
            .Actions.Single()
            .Lines.ShouldBe([
                new PlannerLine("once", "services", 300, 100),
                new PlannerLine("yearly", "licences", 500 * years, 200 * years),
            ]);
    }

    [Fact]
    public void What_is_required_and_already_reached_needs_no_doing()
    {
        StrategyAction[] actions = [Basic, Action("next", requires: ["basic"], reaches: [new("D1.a", 1)])];
        Requires(0.25).ShouldBe(["basic"]);
        Requires(0.5).ShouldBeEmpty();
        Requires(0.75).ShouldBeEmpty();
        Requires(null).ShouldBe(["basic"], "what is not known is not reached");

        IReadOnlyList<string> Requires(double? value) =>
            Build([Item("D1.a", value)], actions).Actions.Single(a => a.Code == "next").Requires;
    }

    [Fact]
    public void Actions_for_other_kinds_of_providers_are_not_there() =>
        Build(
            [Item("D1.a", 0)],
            [Basic, Basic with { Code = "solo", Profiles = ["solo"] }, Basic with { Code = "us", Profiles = ["upTo10"] }]
        )
            .Actions.Select(a => a.Code)
            .ShouldBe(["basic", "us"]);

    [Theory]
    [InlineData(0, 300_000)]
    [InlineData(299_999, 1)]
    [InlineData(300_000, 0)]
    [InlineData(10_000_000, 0)]
    public void De_minimis_aid_received_leaves_that_much_less_room(int received, int room) =>
        Build([Item("D1.a", 0)], [Basic], Limits with { DeMinimisReceivedEuros = received }).DeMinimisRoomEuros.ShouldBe(room);

    [Fact]
    public void Limits_reach_the_planner_as_they_were_given()
    {
        var input = Build([Item("D1.a", 0)], [Basic], new(1, 2, 3, 4, 5, new Dictionary<string, int>(StringComparer.Ordinal), 0, true));
        (input.OwnEuros, input.Months).ShouldBe((1, 5));
        input.HalfDaysPerMonth.ShouldBe([2, 3, 4]);
    }

    [Theory]
    [InlineData("solo", 0, 0, 0, 0, 1)]
    [InlineData("upTo10", 10_000_000, 2000, 2000, 2000, 60)]
    [InlineData("cfa", 5000, 3, 0, 1, 24)]
    public void The_shipped_catalogues_give_an_input_the_planner_accepts(
        string profile,
        int own,
        int management,
        int trainer,
        int support,
        int months
    )
    {
        var settings = new AppuiSettings();
        var instrument = Diagnosis.SomeDiagnosis.Instrument();
        for (var seed = 1; seed <= 5; seed++)
        {
            var state = SomePlan.State(instrument, Diagnosis.SomeDiagnosis.Answers(instrument, seed)) with { Profile = profile };
            var limits = new PlanLimits(own, management, trainer, support, months, Limits.Priorities, 0, true);
            var open = new SchemeCatalogue(settings).For(new SchemeAsker(profile, "76", true, new DateOnly(2026, 11, 24), true));
            var input = PlannerInputRules.Build(state, new ActionCatalogue(settings).All, open, limits);
            var plan = Planner.Solve(input, PlannerLimits.Usual, TestContext.Current.CancellationToken);
            PlanVerifier.Check(input, plan).ShouldBeEmpty();
            plan.Proven.ShouldBeTrue();
        }
    }

    private static PlannerInput Build(MaturityItem[] items, StrategyAction[] actions, PlanLimits? limits = null) =>
        PlannerInputRules.Build(
            new MaturityState(
                Guid.Empty,
                1,
                "1",
                default,
                "upTo10",
                true,
                items,
                [],
                new MaturityScores(null, null, new Dictionary<string, double?>(StringComparer.Ordinal))
            ),
            actions,
            [],
            limits ?? Limits
        );

    private static MaturityItem Item(string code, double? value, int weight = 1, bool isFaceToFace = false) =>
        new(code, code[..2], weight, value, isFaceToFace, Text);

    private static StrategyAction Action(string code, string[]? requires = null, ActionReach[]? reaches = null) =>
        new(code, Text, Text, Text, Text, [], new ActionStaff(1, 2, 3), 1, requires ?? [], [], null, reaches ?? []);
}
