using Appui.Strategy.Planning;

namespace Appui.Tests.Strategy.Planning;

/// <summary>Why something is left out is true, figure by figure: checked by searching through everything on drawn cases.</summary>
public sealed class PlannerExplanationTests(ITestOutputHelper output)
{
    private const int Cases = 500;

    [Fact]
    public void Every_reason_given_is_true_and_forcing_the_action_in_never_makes_a_better_plan()
    {
        var seen = new Dictionary<LeftOutKind, int>();
        for (var seed = 1; seed <= Cases; seed++)
        {
            var input = PlannerCases.Draw(seed);
            var plan = Planner.Solve(input, PlannerLimits.Usual, TestContext.Current.CancellationToken);
            var reasons = PlannerExplanation.Explain(input, plan);
            reasons
                .Select(r => r.Code)
                .Concat(plan.Actions.Select(a => a.Code))
                .ShouldBe(input.Actions.Select(a => a.Code), ignoreOrder: true, $"seed {seed}");
            var proof = new Proof(input, plan);
            foreach (var reason in reasons)
            {
                proof.Faults(reason).ShouldBeEmpty($"seed {seed}: {reason}");
                seen[reason.Kind] = seen.GetValueOrDefault(reason.Kind) + 1;
            }
        }

        output.WriteLine(string.Join(", ", seen.OrderBy(s => s.Key).Select(s => $"{s.Key} {s.Value}")));
        seen.Keys.ShouldBe(Enum.GetValues<LeftOutKind>().Except([LeftOutKind.Outweighed]), ignoreOrder: true);
    }

    /// <summary>What must hold for a reason to be true.</summary>
    private sealed class Proof(PlannerInput input, PlannerResult plan)
    {
        private readonly ExhaustivePlanner all = new(input);
        private readonly HashSet<string> planned = plan.Actions.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);

        internal IEnumerable<string> Faults(LeftOutAction reason)
        {
            var action = Of(reason.Code);
            if (all.Search(must: action.Code) is { } forced && IsBetter(forced))
                yield return $"a plan with it is better: {forced}";
            if (reason.Kind == LeftOutKind.MissingRequirement)
            {
                if (Needs(action).All(code => input.Actions.Any(a => a.Code == code) && !Needs(Of(code)).Contains(code)))
                    yield return "all it needs can be had";
                if (!Needs(action).Contains(reason.By!))
                    yield return $"it does not need {reason.By}";
                yield break;
            }

            HashSet<string> with = [.. planned, action.Code, .. Needs(action)];
            HashSet<string> added = [.. with.Except(planned)];
            if (!Holds(reason, action, with, added))
                yield return "the reason is not true";
            var gain = all.Gain(with) - plan.Gain;
            if (reason.Kind is not (LeftOutKind.NoGain or LeftOutKind.Excluded) && reason.Gain != gain)
                yield return $"the plan would gain {gain} with it";
        }

        private bool Holds(LeftOutAction reason, PlannerAction action, HashSet<string> with, HashSet<string> added) =>
            reason.Kind switch
            {
                LeftOutKind.NoGain when reason.By is null => !action.Reaches.Any(IsAboveToday),
                LeftOutKind.NoGain => planned.Contains(reason.By!)
                    && all.Gain(with) == plan.Gain
                    && action
                        .Reaches.Where(IsAboveToday)
                        .Any(mine => Of(reason.By!).Reaches.Any(r => r.Item == mine.Item && r.ValueMilli >= mine.ValueMilli)),
                LeftOutKind.Excluded => with.Contains(reason.By!) && added.Any(code => Exclude(Of(code), Of(reason.By!))),
                LeftOutKind.OwnMoney => all.LeastOwn(with) > input.OwnEuros
                    && (reason.Need, reason.Left) == (all.LeastOwn(with) - plan.OwnEuros, input.OwnEuros - plan.OwnEuros),
                LeftOutKind.StaffDays => HoldsStaff(reason, added),
                LeftOutKind.Calendar => all.EarliestEnd(with) is null && reason.Left == input.Months,
                _ => false,
            };

        private bool HoldsStaff(LeftOutAction reason, HashSet<string> added)
        {
            var role = (int)reason.Role!.Value;
            var need = reason.PerMonth
                ? added.Max(code => Enumerable.Range(0, Of(code).Months).Max(k => InMonth(Of(code), role, k)))
                : added.Sum(code => Of(code).HalfDays[role]);
            var left = reason.PerMonth
                ? input.HalfDaysPerMonth[role]
                : (input.HalfDaysPerMonth[role] * input.Months) - planned.Sum(code => Of(code).HalfDays[role]);
            return need > left && (reason.Need, reason.Left) == (need, left);
        }

        private bool IsBetter(ExhaustiveBest other) =>
            other.Gain != plan.Gain ? other.Gain > plan.Gain
            : other.OwnEuros != plan.OwnEuros ? other.OwnEuros < plan.OwnEuros
            : other.EndMonth < plan.EndMonth;

        private bool IsAboveToday(PlannerReach reach) =>
            input.Items.Single(i => i.Code == reach.Item) is { PointsMilli: > 0 } item && reach.ValueMilli > item.CurrentMilli;

        private PlannerAction Of(string code) => input.Actions.Single(a => a.Code == code);

        /// <summary>Everything it needs, directly or not; itself only when that turns in a circle.</summary>
        private HashSet<string> Needs(PlannerAction action)
        {
            HashSet<string> needs = [.. action.Requires];
            while (needs.SelectMany(code => input.Actions.Where(a => a.Code == code)).SelectMany(a => a.Requires).Any(needs.Add)) { }
            return needs;
        }

        private static bool Exclude(PlannerAction one, PlannerAction other) =>
            one.Code != other.Code && (one.Excludes.Contains(other.Code) || other.Excludes.Contains(one.Code));

        private static int InMonth(PlannerAction action, int role, int k) =>
            (action.HalfDays[role] * (k + 1) / action.Months) - (action.HalfDays[role] * k / action.Months);
    }
}
