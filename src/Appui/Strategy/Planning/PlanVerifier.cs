namespace Appui.Strategy.Planning;

/// <summary>A rule that a plan breaks: a stable code and the facts in words (English, for logs and tests).</summary>
public sealed record BrokenRule(string Code, string Words);

/// <summary>
/// Re-checks every rule of a plan from the input alone. It shares no code with the planner on purpose: a mistake there must not be repeated here.
/// An empty list means that the plan holds; it says nothing about a better plan.
/// </summary>
public static class PlanVerifier
{
    /// <summary>Every broken rule, in a fixed order.</summary>
    public static IReadOnlyList<BrokenRule> Check(PlannerInput input, PlannerResult plan)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(plan);
        List<BrokenRule> broken = [.. Codes(input, plan)];
        if (broken.Count > 0)
            return broken; // the other rules cannot be read without knowing what is meant
        var starts = plan.Actions.ToDictionary(planned => planned.Code, planned => planned.StartMonth, StringComparer.Ordinal);
        var chosen = input.Actions.Where(action => starts.ContainsKey(action.Code)).ToList();
        broken.AddRange(Calendar(input, starts, chosen));
        broken.AddRange(Staff(input, starts, chosen));
        broken.AddRange(Together(starts, chosen));
        broken.AddRange(ForNothing(input, chosen));
        broken.AddRange(PlanMoneyVerifier.Check(input, plan, chosen));
        broken.AddRange(Figures(input, plan, starts, chosen));
        return broken;
    }

    private static IEnumerable<BrokenRule> Codes(PlannerInput input, PlannerResult plan)
    {
        foreach (var planned in plan.Actions)
        {
            if (input.Actions.All(action => action.Code != planned.Code))
                yield return new("UnknownAction", $"'{planned.Code}' is no action of the input.");
        }

        foreach (var twice in plan.Actions.GroupBy(planned => planned.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return new("RepeatedAction", $"'{twice.Key}' is planned {twice.Count()} times.");
        }

        foreach (var payment in plan.Payments)
        {
            if (plan.Actions.All(planned => planned.Code != payment.Action))
                yield return new("PaymentWithoutAction", $"'{payment.Scheme}' pays for '{payment.Action}', which is not planned.");
            else if (input.Actions.First(action => action.Code == payment.Action).Lines.All(line => line.Code != payment.Line))
                yield return new("UnknownLine", $"'{payment.Action}' has no cost line '{payment.Line}'.");
            if (input.Schemes.All(scheme => scheme.Code != payment.Scheme))
                yield return new("UnknownScheme", $"'{payment.Scheme}' is no scheme of the input.");
        }
    }

    private static IEnumerable<BrokenRule> Calendar(PlannerInput input, Dictionary<string, int> starts, List<PlannerAction> chosen)
    {
        foreach (var action in chosen)
        {
            var (start, end) = (starts[action.Code], (long)starts[action.Code] + action.Months);
            if (start < 0 || end > input.Months)
                yield return new("OutsideMonths", $"'{action.Code}' runs from month {start} to {end} of 0 to {input.Months}.");
        }
    }

    private static IEnumerable<BrokenRule> Staff(PlannerInput input, Dictionary<string, int> starts, List<PlannerAction> chosen)
    {
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var used = new Dictionary<int, long>();
            foreach (var action in chosen)
            {
                long done = 0;
                for (var k = 1; k <= action.Months; k++)
                {
                    var byNow = (long)action.HalfDays[(int)role] * k / action.Months;
                    var month = starts[action.Code] + k - 1;
                    used[month] = used.GetValueOrDefault(month) + byNow - done;
                    done = byNow;
                }
            }

            foreach (var (month, halfDays) in used.OrderBy(pair => pair.Key))
            {
                if (halfDays > input.HalfDaysPerMonth[(int)role])
                    yield return new(
                        "StaffExceeded",
                        $"{role} works {halfDays} half-days in month {month}, {input.HalfDaysPerMonth[(int)role]} are there."
                    );
            }
        }
    }

    private static IEnumerable<BrokenRule> Together(Dictionary<string, int> starts, List<PlannerAction> chosen)
    {
        foreach (var action in chosen)
        {
            foreach (var code in action.Requires)
            {
                if (chosen.Find(other => other.Code == code) is not { } required)
                    yield return new("RequirementMissing", $"'{action.Code}' needs '{code}', which is not planned.");
                else if (starts[code] + required.Months > starts[action.Code])
                    yield return new("RequirementLate", $"'{action.Code}' starts in month {starts[action.Code]}, before '{code}' ends.");
            }

            foreach (var code in action.Excludes)
            {
                if (code != action.Code && starts.ContainsKey(code))
                    yield return new("ExcludedTogether", $"'{action.Code}' and '{code}' exclude each other.");
            }
        }
    }

    private static IEnumerable<BrokenRule> ForNothing(PlannerInput input, List<PlannerAction> chosen)
    {
        var above = input
            .Items.Where(item => item.PointsMilli > 0)
            .ToDictionary(item => item.Code, item => item.CurrentMilli, StringComparer.Ordinal);
        var useful = new Queue<PlannerAction>(
            chosen.Where(a => a.Reaches.Any(r => above.TryGetValue(r.Item, out var today) && r.ValueMilli > today))
        );
        var idle = chosen.Except(useful).ToList();
        while (useful.TryDequeue(out var next))
        {
            foreach (var needed in idle.FindAll(a => next.Requires.Contains(a.Code, StringComparer.Ordinal)))
            {
                idle.Remove(needed);
                useful.Enqueue(needed);
            }
        }

        return idle.Select(a => new BrokenRule("ServesNothing", $"'{a.Code}' brings nothing, and nothing planned that does needs it."));
    }

    private static IEnumerable<BrokenRule> Figures(
        PlannerInput input,
        PlannerResult plan,
        Dictionary<string, int> starts,
        List<PlannerAction> chosen
    )
    {
        long gain = 0;
        foreach (var item in input.Items)
        {
            var after = item.CurrentMilli;
            foreach (var action in chosen)
            {
                foreach (var reach in action.Reaches)
                    if (reach.Item == item.Code && reach.ValueMilli > after)
                        after = reach.ValueMilli;
            }

            gain += (long)item.PointsMilli * (after - item.CurrentMilli);
        }

        if (plan.Gain != gain)
            yield return new("GainWrong", $"The plan says a gain of {plan.Gain}, its actions bring {gain}.");
        if (plan.Bound < plan.Gain)
            yield return new("BoundWrong", $"No plan should gain more than {plan.Bound}, this one gains {plan.Gain}.");
        if (plan.Proven && plan.Bound > plan.Gain)
            yield return new("ProofWrong", $"The plan is said to be the best, but one of {plan.Bound} is not ruled out.");
        var end = chosen.Select(action => starts[action.Code] + action.Months).DefaultIfEmpty(0).Max();
        if (plan.EndMonth != end)
            yield return new("EndWrong", $"The plan says it ends at month {plan.EndMonth}, its actions end at {end}.");
    }
}
