using Appui.Diagnosis;
using Appui.Diagnosis.Contract;
using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Strategy;
using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy;

/// <summary>A plan in words says what the planner found, to the euro, and gives each thing left out its true reason.</summary>
public sealed class PlanContentRulesTests
{
    private static readonly AppuiSettings Settings = new();
    private static readonly ActionCatalogue Actions = new(Settings);
    private static readonly SchemeCatalogue Schemes = new(Settings);
    private static readonly Instrument Instrument = Diagnosis.SomeDiagnosis.Instrument();

    private static readonly PlanLimits Limits = new(6000, 3, 8, 4, 12, new Dictionary<string, int>(StringComparer.Ordinal), 0, true);

    [Fact]
    public void The_plan_in_words_has_the_figures_of_the_plan()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var made = Make(
                Diagnosis.SomeDiagnosis.Answers(Instrument, seed),
                Limits with
                {
                    OwnEuros = 1000 * seed,
                    Months = 6 * (1 + (seed % 4)),
                    DeMinimisReceivedEuros = 30_000 * seed,
                }
            );
            var (content, plan) = (made.Content, made.Plan);
            content.Steps.Select(s => (s.Code, s.Start)).ShouldBe(plan.Actions.Select(a => (a.Code, a.StartMonth)));
            content.OwnEuros.ShouldBe(plan.OwnEuros);
            content.GrantEuros.ShouldBe(plan.Payments.Sum(p => p.Euros));
            content.Schemes.Sum(s => s.Euros).ShouldBe(content.GrantEuros);
            content.Schemes.ShouldAllBe(s => s.Euros > 0 && s.Euros == content.Steps.Sum(step => step.PaidBy(s.Code)));
            content.Steps.SelectMany(s => s.Lines).ShouldAllBe(line => line.OwnEuros >= 0 && line.LowEuros <= line.HighEuros);
            content.DeMinimisEuros.ShouldBeLessThanOrEqualTo(made.Input.DeMinimisRoomEuros);
            (content.Proven, content.GapPercent).ShouldBe((true, 0));
            content.Considered.ShouldBe(made.Input.Actions.Count);
            content.End.ShouldBe(plan.EndMonth == 0 ? null : new DateOnly(2027, 1, 1).AddMonths(plan.EndMonth).AddDays(-1));
        }
    }

    [Fact]
    public void Every_action_is_planned_or_left_out_for_a_reason_or_already_there()
    {
        var made = Make(Diagnosis.SomeDiagnosis.Answers(Instrument, 3), Limits);
        var told = made
            .Content.Steps.Select(s => s.Code)
            .Concat(made.Content.LeftOut.Concat(made.Content.WontDo).Select(l => l.Code))
            .ToList();
        told.ShouldBeUnique();
        foreach (var code in made.Input.Actions.Select(a => a.Code).Except(told))
            Actions
                .Find(code)!
                .Reaches.Where(r => made.State.Items.Any(i => i.Code == r.Item))
                .ShouldAllBe(r => made.State.Items.Single(i => i.Code == r.Item).Value >= r.Value, code);
    }

    [Fact]
    public void Where_face_to_face_was_chosen_nothing_is_planned_and_that_is_said_as_a_choice()
    {
        var answers = Diagnosis.SomeDiagnosis.Answers(Instrument, "b");
        answers["D8.phone"] = "face";
        var made = Make(answers, Limits with { OwnEuros = 100_000 });
        Reason(made, "loan-devices").ShouldBe(LeftOutReason.FaceToFace);
        made.Content.WontDo.Single(l => l.Code == "loan-devices").Other!.ToString().ShouldBe(NameOf(made, "D8"));
    }

    [Fact]
    public void Not_now_and_not_answered_are_told_apart_from_no_use()
    {
        var answers = Diagnosis.SomeDiagnosis.Answers(Instrument, "b");
        answers["D7.proof"] = ScoringRules.Unknown;
        answers["D6.backup"] = "e";
        var made = Make(
            answers,
            Limits with
            {
                OwnEuros = 100_000,
                Priorities = new Dictionary<string, int>(StringComparer.Ordinal) { ["D1"] = 0 },
            }
        );
        Reason(made, "cost-one-course").ShouldBe(LeftOutReason.NotNow);
        Reason(made, "proof-checklist").ShouldBe(LeftOutReason.NotAnswered);
        made.Content.WontDo.ShouldContain(l => l.Code == "cost-one-course");
        made.Content.LeftOut.ShouldContain(l => l.Code == "proof-checklist");
        made.Content.LeftOut.Concat(made.Content.WontDo).ShouldNotContain(l => l.Code == "backup-full", "a tested backup is already there");
    }

    [Fact]
    public void Without_money_or_time_the_reason_is_money_or_time_with_what_is_missing()
    {
        var answers = Diagnosis.SomeDiagnosis.Answers(Instrument, "a");
        var poor = Make(answers, Limits with { OwnEuros = 0 }).Content.LeftOut.Where(l => l.Reason == LeftOutReason.OwnMoney).ToList();
        poor.ShouldNotBeEmpty();
        poor.ShouldAllBe(l => l.Need > l.Left && l.Left >= 0);
        var busy = Make(answers, Limits with { OwnEuros = 500_000, ManagementHalfDays = 1, TrainerHalfDays = 0, SupportHalfDays = 1 });
        busy.Content.LeftOut.ShouldContain(l => l.Reason == LeftOutReason.StaffDays);
        busy.Content.LeftOut.Where(l => l.Reason is LeftOutReason.StaffDays or LeftOutReason.StaffTime).ShouldAllBe(l => l.Need > l.Left);
    }

    [Fact]
    public void An_item_is_worth_the_best_of_today_and_of_what_is_planned()
    {
        var made = Make(Diagnosis.SomeDiagnosis.Answers(Instrument, "c"), Limits with { OwnEuros = 100_000, Months = 36 });
        var after = PlanContentRules.ValuesAfter(made.State, Actions.All, made.Plan);
        foreach (var item in made.State.Items.Where(i => i.Value is not null))
        {
            var reached = made
                .Plan.Actions.SelectMany(a => Actions.Find(a.Code)!.Reaches)
                .Where(r => r.Item == item.Code)
                .Select(r => r.Value);
            after[item.Code].ShouldBe(reached.Append(item.Value!.Value).Max());
        }

        made.Plan.Gain.ShouldBe(made.Input.Items.Sum(i => (long)i.PointsMilli * ((int)Math.Round(after[i.Code] * 1000) - i.CurrentMilli)));
    }

    [Fact]
    public void A_plan_that_is_not_proven_says_how_far_it_may_be_from_the_best()
    {
        var made = Make(Diagnosis.SomeDiagnosis.Answers(Instrument, "b"), Limits);
        var content = PlanContentRules.Build(made.From, made.Input, made.Plan with { Proven = false, Bound = made.Plan.Gain * 100 / 98 });
        (content.Proven, content.GapPercent).ShouldBe((false, 2.0));
    }

    private static LeftOutReason Reason(Made made, string code) =>
        made.Content.LeftOut.Concat(made.Content.WontDo).Single(l => l.Code == code).Reason;

    private static string NameOf(Made made, string dimension) => made.State.Dimensions.Single(d => d.Code == dimension).Name.ToString();

    private static Made Make(Dictionary<string, string> answers, PlanLimits limits)
    {
        var state = SomePlan.State(Instrument, answers);
        var open = Schemes.For(new SchemeAsker("upTo10", "76", true, new DateOnly(2026, 11, 24), true));
        var input = PlannerInputRules.Build(state, Actions.All, open, limits);
        var plan = Planner.Solve(input, PlannerLimits.Usual, CancellationToken.None);
        var from = new PlanSources(state, state.Scores, Actions, Schemes, open, limits, new DateOnly(2027, 1, 1), true);
        return new Made(from, state, input, plan, PlanContentRules.Build(from, input, plan));
    }

    private sealed record Made(PlanSources From, MaturityState State, PlannerInput Input, PlannerResult Plan, PlanContent Content);
}
