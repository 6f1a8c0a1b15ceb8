using System.Text.RegularExpressions;
using Appui.Strategy.Planning;
using Appui.Tests.Harness;
using Plan = Appui.Strategy.Planning.PlannerResult;

namespace Appui.Tests.Strategy.Planning;

/// <summary>A valid plan with one thing broken: the verifier names the rule, that one and no other.</summary>
public sealed partial class PlanVerifierTests
{
    private static readonly PlannerInput Input = new(
        OwnEuros: 900,
        HalfDaysPerMonth: [2, 3, 4],
        Months: 3,
        DeMinimisRoomEuros: 500,
        Items: [new("voice", "D1", 1, 200, 10), new("proof", "D7", 1, 0, 20)],
        Actions:
        [
            Action("prepare", [4, 0, 0], months: 2) with
            {
                Lines = [new("advice", "services", 1000, 500), new("screens", "equipment", 400, 400)],
                Reaches = [new("voice", 800)],
                Excludes = ["other"],
            },
            Action("train", [0, 3, 4]) with
            {
                Lines = [new("course", "training", 600, 600)],
                Reaches = [new("proof", 1000)],
                Requires = ["prepare"],
            },
            Action("other", [0, 0, 0]) with
            {
                Reaches = [new("voice", 600)],
            },
            Action("idle", [0, 0, 0]),
        ],
        Schemes:
        [
            new("region", 50, 600, 600, ["services", "training"], ["one"], false),
            new("state", 40, 0, 1000, ["services", "equipment"], [], true),
            new("fund", 100, 0, 1000, ["training"], ["one"], false),
        ]
    );

    private static readonly Plan Valid = new(
        [new("prepare", 0), new("train", 2)],
        [
            new("prepare", "advice", "region", 400),
            new("prepare", "advice", "state", 400),
            new("prepare", "screens", "state", 100),
            new("train", "course", "region", 200),
        ],
        Gain: 26_000,
        OwnEuros: 900,
        EndMonth: 3,
        Proven: true,
        Bound: 26_000
    );

    private static readonly Dictionary<string, (string Rule, PlannerInput Input, Plan Plan)> Faults = new(StringComparer.Ordinal)
    {
        ["an action nobody knows"] = ("UnknownAction", Input, Valid with { Actions = [.. Valid.Actions, new("nobody", 0)] }),
        ["an action done twice"] = ("RepeatedAction", Input, Valid with { Actions = [.. Valid.Actions, new("train", 2)] }),
        ["money for what is not planned"] = ("PaymentWithoutAction", Input, Paying(new Payment("other", "advice", "state", 1))),
        ["money for a line that is not there"] = ("UnknownLine", Input, Paying(new Payment("train", "advice", "region", 1))),
        ["money from nobody"] = ("UnknownScheme", Input, Paying(new Payment("train", "course", "nobody", 1))),
        ["an end beyond the horizon"] = (
            "OutsideMonths",
            Input,
            Valid with
            {
                Actions = [new("prepare", 0), new("train", 3)],
                EndMonth = 4,
            }
        ),
        ["a start before the beginning"] = ("OutsideMonths", Input, Valid with { Actions = [new("prepare", -1), new("train", 2)] }),
        ["a start as far as numbers go"] = (
            "OutsideMonths",
            Input,
            Valid with
            {
                Actions = [new("prepare", 0), new("train", int.MaxValue - 1)],
                EndMonth = int.MaxValue,
            }
        ),
        ["a month over the capacity of the trainers"] = ("StaffExceeded", Input with { HalfDaysPerMonth = [2, 2, 4] }, Valid),
        ["a month over the capacity of the management"] = ("StaffExceeded", Input with { HalfDaysPerMonth = [1, 3, 4] }, Valid),
        ["what is needed is not there"] = ("RequirementMissing", With("train", a => a with { Requires = ["prepare", "idle"] }), Valid),
        ["what is needed comes after"] = (
            "RequirementLate",
            Input,
            Valid with
            {
                Actions = [new("prepare", 0), new("train", 1)],
                EndMonth = 2,
            }
        ),
        ["two that exclude each other"] = ("ExcludedTogether", Input, Valid with { Actions = [.. Valid.Actions, new("other", 0)] }),
        ["an exclusion said by the other side"] = ("ExcludedTogether", With("train", a => a with { Excludes = ["prepare"] }), Valid),
        ["an action for nothing"] = ("ServesNothing", Input, Valid with { Actions = [.. Valid.Actions, new("idle", 0)] }),
        ["a payment of nothing"] = ("PaymentNotPositive", Input, Paying(new Payment("train", "course", "fund", 0))),
        ["a payment said twice"] = (
            "RepeatedPayment",
            Input,
            Changing("train", "course", "region", [new("train", "course", "region", 150), new("train", "course", "region", 50)])
        ),
        ["a category the scheme does not pay"] = (
            "CategoryNotCovered",
            Input,
            Changing("train", "course", "region", [new("train", "course", "region", 100), new("prepare", "screens", "region", 100)])
        ),
        ["more than the rate"] = (
            "RateExceeded",
            Input with
            {
                DeMinimisRoomEuros = 561,
            },
            Changing("prepare", "screens", "state", [new("prepare", "screens", "state", 161)]) with
            {
                OwnEuros = 839,
            }
        ),
        ["a line paid more than it costs"] = (
            "PaidTwice",
            SchemeWith("fund", s => s with { ExclusiveSets = [] }),
            Paying(new Payment("train", "course", "fund", 401)) with
            {
                OwnEuros = 499,
            }
        ),
        ["less than the floor"] = ("BelowFloor", SchemeWith("region", s => s with { FloorEuros = 601 }), Valid),
        ["more than the ceiling"] = ("AboveCeiling", SchemeWith("region", s => s with { CeilingEuros = 599, FloorEuros = 0 }), Valid),
        ["two schemes of an exclusive set"] = (
            "ExclusiveSchemes",
            Input,
            Paying(new Payment("train", "course", "fund", 50)) with
            {
                OwnEuros = 850,
            }
        ),
        ["more de minimis aid than there is room for"] = ("DeMinimisExceeded", Input with { DeMinimisRoomEuros = 499 }, Valid),
        ["own money understated"] = ("OwnWrong", Input, Valid with { OwnEuros = 899 }),
        ["over budget"] = ("OwnExceeded", Input with { OwnEuros = 899 }, Valid),
        ["a gain overstated"] = ("GainWrong", Input, Valid with { Gain = 26_001, Bound = 26_001 }),
        ["a gain above its own bound"] = ("BoundWrong", Input, Valid with { Bound = 25_999 }),
        ["a proof that leaves room for better"] = ("ProofWrong", Input, Valid with { Bound = 26_001 }),
        ["an end that is not the end"] = ("EndWrong", Input, Valid with { EndMonth = 2 }),
        ["another input: a line that costs more"] = (
            "OwnWrong",
            With("prepare", a => a with { Lines = [a.Lines[0] with { HighEuros = 1001 }, a.Lines[1]] }) with
            {
                OwnEuros = 901,
            },
            Valid
        ),
        ["another input: an item that stands higher"] = (
            "GainWrong",
            Input with
            {
                Items = [Input.Items[0] with { CurrentMilli = 250 }, Input.Items[1]],
            },
            Valid
        ),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Fact]
    public void The_plan_that_is_broken_below_is_valid() => PlanVerifier.Check(Input, Valid).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void One_fault_is_named_by_its_rule_alone(string fault)
    {
        var (rule, input, plan) = Faults[fault];
        var broken = PlanVerifier.Check(input, plan);
        broken.Select(b => b.Code).Distinct(StringComparer.Ordinal).ShouldBe([rule], string.Join('\n', broken));
    }

    [Fact]
    public void Every_rule_of_the_verifier_is_broken_by_a_case_above()
    {
        var folder = Path.Combine(TestRun.Repository, "src", "Appui", "Strategy", "Planning");
        var rules = new[] { "PlanVerifier.cs", "PlanMoneyVerifier.cs" }.SelectMany(file =>
            RuleCode().Matches(File.ReadAllText(Path.Combine(folder, file))).Select(m => m.Groups[1].Value)
        );
        Faults
            .Values.Select(f => f.Rule)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(rules.Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public void An_empty_plan_holds_and_gains_nothing() =>
        PlanVerifier.Check(Input, new Plan([], [], 0, 0, 0, false, 26_000)).ShouldBeEmpty();

    private static PlannerAction Action(string code, int[] halfDays, int months = 1) => new(code, [], halfDays, months, [], [], []);

    private static Plan Paying(Payment more) => Valid with { Payments = [.. Valid.Payments, more] };

    private static Plan Changing(string action, string line, string scheme, Payment[] instead) =>
        Valid with
        {
            Payments = [.. Valid.Payments.Where(p => (p.Action, p.Line, p.Scheme) != (action, line, scheme)), .. instead],
        };

    private static PlannerInput With(string code, Func<PlannerAction, PlannerAction> change) =>
        Input with
        {
            Actions = [.. Input.Actions.Select(a => a.Code == code ? change(a) : a)],
        };

    private static PlannerInput SchemeWith(string code, Func<PlannerScheme, PlannerScheme> change) =>
        Input with
        {
            Schemes = [.. Input.Schemes.Select(s => s.Code == code ? change(s) : s)],
        };

    [GeneratedRegex("""(?:new|new BrokenRule)\(\s*"(\w+)",""")]
    private static partial Regex RuleCode();
}
