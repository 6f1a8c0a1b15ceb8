using System.Diagnostics;
using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>An input that makes no sense is refused at once with its culprit; the largest one that is accepted is planned in bounded time.</summary>
public sealed class PlannerBoundsTests
{
    private const int MostEuros = 10_000_000;

    private static readonly PlannerAction Action = new("act", [new("line", "services", 10, 5)], [1, 1, 1], 1, [], [], [new("item", 900)]);

    private static readonly PlannerScheme Scheme = new("help", 50, 0, 100, ["services"], ["one"], true);

    private static readonly PlannerInput Input = new(100, [5, 5, 5], 12, 100, [new("item", "D1", 1, 100, 10)], [Action], [Scheme]);

    private static readonly Dictionary<string, (PlannerInput Input, string Culprit)> Hostile = new(StringComparer.Ordinal)
    {
        ["own money below 0"] = (Input with { OwnEuros = -1 }, "own money"),
        ["own money without end"] = (Input with { OwnEuros = int.MaxValue }, "own money"),
        ["no month"] = (Input with { Months = 0 }, "number of months"),
        ["a thousand months"] = (Input with { Months = 1000 }, "number of months"),
        ["half-days below 0"] = (Input with { HalfDaysPerMonth = [1, -1, 1] }, "half-days per month"),
        ["two roles"] = (Input with { HalfDaysPerMonth = [1, 1] }, "one number per role"),
        ["no roles"] = (Input with { HalfDaysPerMonth = null! }, "one number per role"),
        ["a de minimis room below 0"] = (Input with { DeMinimisRoomEuros = -1 }, "de minimis room"),
        ["two hundred and one actions"] = (
            Input with
            {
                Actions = [.. Enumerable.Range(0, 201).Select(i => Action with { Code = $"a{i}" })],
            },
            "number of actions"
        ),
        ["the same action twice"] = (Input with { Actions = [Action, Action] }, "'act'"),
        ["the same scheme twice"] = (Input with { Schemes = [Scheme, Scheme] }, "'help'"),
        ["the same item twice"] = (Input with { Items = [Input.Items[0], Input.Items[0]] }, "'item'"),
        ["an action without code"] = (Act(Action with { Code = " " }), "empty"),
        ["an action that is nothing"] = (Act(null!), "list of actions"),
        ["no list of actions"] = (Input with { Actions = null! }, "list of actions"),
        ["no list of requirements"] = (Act(Action with { Requires = null! }), "requirements of action 'act'"),
        ["ten thousand exclusions"] = (Act(Action with { Excludes = [.. Enumerable.Repeat("x", 10_000)] }), "exclusions of action 'act'"),
        ["an action of no month"] = (Act(Action with { Months = 0 }), "months of action 'act'"),
        ["an action of negative work"] = (Act(Action with { HalfDays = [0, 0, -4] }), "half-days of action 'act'"),
        ["the same line twice"] = (Act(Action with { Lines = [Action.Lines[0], Action.Lines[0]] }), "'line'"),
        ["a line below 0"] = (Act(Action with { Lines = [new("line", "services", -5, -5)] }), "line 'line'"),
        ["a line of a thousand million"] = (Act(Action with { Lines = [new("line", "services", 1_000_000_000, 0)] }), "line 'line'"),
        ["a low estimate above the high one"] = (Act(Action with { Lines = [new("line", "services", 5, 6)] }), "low estimate"),
        ["an item that is not there"] = (Act(Action with { Reaches = [new("nothing", 900)] }), "'nothing'"),
        ["a value above 1"] = (Act(Action with { Reaches = [new("item", 1001)] }), "reaches on item 'item'"),
        ["an item below 0"] = (Input with { Items = [new("item", "D1", 1, -1, 10)] }, "current value of item 'item'"),
        ["an item of endless points"] = (Input with { Items = [new("item", "D1", 1, 0, int.MaxValue)] }, "points of item 'item'"),
        ["a rate of 101 %"] = (Input with { Schemes = [Scheme with { RatePercent = 101 }] }, "rate of scheme 'help'"),
        ["a floor below 0"] = (Input with { Schemes = [Scheme with { FloorEuros = -1 }] }, "floor of scheme 'help'"),
        ["a ceiling below 0"] = (Input with { Schemes = [Scheme with { CeilingEuros = -1 }] }, "ceiling of scheme 'help'"),
        ["no categories"] = (Input with { Schemes = [Scheme with { Categories = null! }] }, "categories of scheme 'help'"),
    };

    public static TheoryData<string> HostileNames => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_input_is_refused_at_once_with_its_culprit(string name)
    {
        var clock = Stopwatch.StartNew();
        var refusal = Should.Throw<ArgumentException>(() => Planner.Solve(Hostile[name].Input, PlannerLimits.Usual, default));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        refusal.Message.ShouldContain(Hostile[name].Culprit);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void An_effort_that_is_no_effort_is_refused(double effort) =>
        Should.Throw<ArgumentException>(() => Planner.Solve(Input, new PlannerLimits(effort), default)).Message.ShouldContain("effort");

    [Fact]
    public void Without_any_effort_there_is_still_a_plan_that_holds()
    {
        var plan = Planner.Solve(Input, new PlannerLimits(0), default);
        PlanVerifier.Check(Input, plan).ShouldBeEmpty();
        plan.Actions.ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_to_do_is_an_empty_plan_that_is_proven()
    {
        foreach (var input in new[] { Input with { Actions = [] }, Input with { Items = [], Actions = [Action with { Reaches = [] }] } })
        {
            var plan = Planner.Solve(input, PlannerLimits.Usual, default);
            PlanVerifier.Check(input, plan).ShouldBeEmpty();
            (plan.Actions.Count, plan.Gain, plan.OwnEuros, plan.EndMonth, plan.Proven).ShouldBe((0, 0L, 0, 0, true));
        }
    }

    [Fact]
    public void The_largest_figures_that_are_accepted_do_not_overflow()
    {
        var lines = Enumerable.Range(0, 20).Select(l => new PlannerLine($"l{l}", "services", MostEuros, 0)).ToList();
        var input = new PlannerInput(
            MostEuros,
            [int.MaxValue, int.MaxValue, int.MaxValue],
            60,
            int.MaxValue,
            [.. Enumerable.Range(0, 50).Select(i => new PlannerItem($"i{i}", "D1", 1, 0, 100_000_000))],
            [
                .. Enumerable
                    .Range(0, 50)
                    .Select(i => new PlannerAction($"a{i}", lines, [int.MaxValue, int.MaxValue, 1], 60, [], [], [new($"i{i}", 1000)])),
                new PlannerAction("cheap", [], [1, 1, 1], 1, [], [], [new("i0", 500)]),
            ],
            [new("all", 100, 0, int.MaxValue, ["services"], [], true), new("half", 50, int.MaxValue, int.MaxValue, ["services"], [], true)]
        );
        var plan = Planner.Solve(input, PlannerLimits.Usual, default);
        PlanVerifier.Check(input, plan).ShouldBeEmpty();
        plan.Gain.ShouldBeGreaterThan(0);
    }

    private static PlannerInput Act(PlannerAction action) => Input with { Actions = [action] };
}
