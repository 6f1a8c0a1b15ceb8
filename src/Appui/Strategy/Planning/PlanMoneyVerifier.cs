namespace Appui.Strategy.Planning;

/// <summary>The money rules of <see cref="PlanVerifier"/>.</summary>
internal static class PlanMoneyVerifier
{
    internal static IEnumerable<BrokenRule> Check(PlannerInput input, PlannerResult plan, List<PlannerAction> chosen) =>
        Payments(input, plan).Concat(Lines(plan, chosen)).Concat(Schemes(input, plan)).Concat(Own(input, plan, chosen));

    private static IEnumerable<BrokenRule> Payments(PlannerInput input, PlannerResult plan)
    {
        foreach (var group in plan.Payments.GroupBy(p => (p.Action, p.Line, p.Scheme)))
        {
            var line = input.Actions.First(a => a.Code == group.Key.Action).Lines.First(l => l.Code == group.Key.Line);
            var scheme = input.Schemes.First(s => s.Code == group.Key.Scheme);
            var paid = group.Sum(p => (long)p.Euros);
            var what = $"'{scheme.Code}' for line '{line.Code}' of '{group.Key.Action}'";
            if (group.Any(p => p.Euros <= 0))
                yield return new("PaymentNotPositive", $"A payment of {what} is not above 0.");
            if (group.Count() > 1)
                yield return new("RepeatedPayment", $"There are {group.Count()} payments of {what}.");
            if (!scheme.Categories.Contains(line.Category, StringComparer.Ordinal))
                yield return new("CategoryNotCovered", $"{what}: the scheme does not pay '{line.Category}'.");
            if (paid * 100 > (long)scheme.RatePercent * line.HighEuros)
                yield return new("RateExceeded", $"{what}: {paid} € is more than {scheme.RatePercent} % of {line.HighEuros} €.");
        }
    }

    private static IEnumerable<BrokenRule> Lines(PlannerResult plan, List<PlannerAction> chosen)
    {
        foreach (var action in chosen)
        {
            foreach (var line in action.Lines)
            {
                var paid = plan.Payments.Where(p => p.Action == action.Code && p.Line == line.Code).Sum(p => (long)p.Euros);
                if (paid > line.HighEuros)
                    yield return new("PaidTwice", $"Line '{line.Code}' of '{action.Code}' costs {line.HighEuros} € and is paid {paid} €.");
            }
        }
    }

    private static IEnumerable<BrokenRule> Schemes(PlannerInput input, PlannerResult plan)
    {
        var totals = input.Schemes.ToDictionary(
            s => s.Code,
            s => plan.Payments.Where(p => p.Scheme == s.Code).Sum(p => (long)p.Euros),
            StringComparer.Ordinal
        );
        foreach (var scheme in input.Schemes)
        {
            var paid = totals[scheme.Code];
            if (paid != 0 && paid < scheme.FloorEuros)
                yield return new("BelowFloor", $"'{scheme.Code}' pays {paid} €, below its floor of {scheme.FloorEuros} €.");
            if (paid > scheme.CeilingEuros)
                yield return new("AboveCeiling", $"'{scheme.Code}' pays {paid} €, above its ceiling of {scheme.CeilingEuros} €.");
        }

        foreach (var set in input.Schemes.SelectMany(s => s.ExclusiveSets).Distinct(StringComparer.Ordinal))
        {
            var used = input
                .Schemes.Where(s => s.ExclusiveSets.Contains(set, StringComparer.Ordinal) && totals[s.Code] != 0)
                .Select(s => s.Code)
                .ToList();
            if (used.Count > 1)
                yield return new("ExclusiveSchemes", $"Only one scheme of '{set}' may pay, not {string.Join(", ", used)}.");
        }

        var minimis = input.Schemes.Where(s => s.DeMinimis).Sum(s => totals[s.Code]);
        if (minimis > input.DeMinimisRoomEuros)
            yield return new("DeMinimisExceeded", $"De minimis aid of {minimis} €, there is room for {input.DeMinimisRoomEuros} €.");
    }

    private static IEnumerable<BrokenRule> Own(PlannerInput input, PlannerResult plan, List<PlannerAction> chosen)
    {
        var own = chosen.Sum(a => a.Lines.Sum(l => (long)l.HighEuros)) - plan.Payments.Sum(p => (long)p.Euros);
        if (own != plan.OwnEuros)
            yield return new("OwnWrong", $"The plan says {plan.OwnEuros} € of own money, its lines leave {own} €.");
        if (own > input.OwnEuros)
            yield return new("OwnExceeded", $"The plan needs {own} € of own money, there are {input.OwnEuros} €.");
    }
}
