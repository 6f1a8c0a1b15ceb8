using Appui.Accounts.Contract;
using Appui.Diagnosis.Contract;
using Appui.Shared;
using Appui.Strategy.Planning;

namespace Appui.Strategy.Demo;

/// <summary>A plan that somebody of the demonstration asked for.</summary>
/// <param name="Effort">How hard the planner looks.</param>
public sealed record DemoPlan(Guid Id, Guid DiagnosisId, DateTime AskedAt, PlanLimits Limits, PlannerLimits Effort)
{
    /// <summary>First month of the plan: the one after it was asked for.</summary>
    public DateOnly FirstMonth => new DateOnly(AskedAt.Year, AskedAt.Month, 1).AddMonths(1);
}

/// <summary>Draws who asks for a plan, when, and within which limits.</summary>
public sealed class DemoPlans(DemoOptions options)
{
    // A start of the demonstration is short: sixty plans are good ones, the manager's own is proven the best.
    private static readonly PlannerLimits Short = new(0.05);

    /// <summary>The plans of a provider, oldest first: after each complete round of answers, or not.</summary>
    public IEnumerable<DemoPlan> Of(DemoProvider provider, IReadOnlyList<MaturityRound> rounds)
    {
        var draw = new DemoDraw(options.Seed, $"plans/{provider.Code}");
        var isMain = provider.Code == DemoProvider.Main;
        for (var i = 0; i < rounds.Count; i++)
        {
            if (rounds[i].CompletedAt is not { } completed)
                continue;
            var own = draw.For($"{i}");
            var isLast = i == rounds.Count - 1;
            var at =
                isMain && isLast ? SameMonth(own, completed) : own.Working(DateOnly.FromDateTime(completed).AddDays(own.Between(1, 12)));
            if (DateOnly.FromDateTime(at) >= options.Today || at < completed || !isMain && !own.Chance(isLast ? 0.8 : 0.5))
                continue;
            yield return isMain
                ? new DemoPlan(own.Id(at), rounds[i].DiagnosisId, at, Own(isLast), isLast ? PlannerLimits.Usual : Short)
                : new DemoPlan(own.Id(at), rounds[i].DiagnosisId, at, Limits(provider, own), Short);
        }
    }

    // Its first steps are still ahead: asked for this month, or yesterday on the first of a month.
    private DateTime SameMonth(DemoDraw draw, DateTime completed)
    {
        var day = options.Today.AddDays(-6);
        if (day.Month != options.Today.Month)
            day = options.Today.AddDays(-1);
        var at = day.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc).AddSeconds(draw.Below(3600));
        return at > completed ? at : completed.AddHours(1);
    }

    private static PlanLimits Own(bool isLast) =>
        LimitsRules.Careful("upTo10", qualiopi: true) with
        {
            OwnEuros = isLast ? 6000 : 2500,
            ManagementHalfDays = 3,
            SupportHalfDays = 4,
            DeMinimisReceivedEuros = 12_000,
            Priorities = new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["D1"] = 2,
                ["D2"] = 2,
                ["D3"] = 3,
                ["D4"] = 2,
                ["D5"] = isLast ? 0 : 1,
                ["D6"] = 2,
                ["D7"] = 3,
                ["D8"] = 3,
            },
        };

    private static PlanLimits Limits(DemoProvider provider, DemoDraw draw)
    {
        var careful = LimitsRules.Careful(provider.Profile.Code(), provider.Qualiopi);
        var percent = draw.One([25, 50, 75, 100, 100, 130, 180]);
        var priorities = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var d = 1; d <= 8; d++)
        {
            var code = $"D{d}";
            priorities[code] = draw.Chance(0.25) ? draw.Between(0, 3) : LimitsRules.DefaultPriority(code);
        }

        priorities["D3"] = Math.Max(1, priorities["D3"]);
        return careful with
        {
            OwnEuros = careful.OwnEuros * percent / 100 / 100 * 100,
            ManagementHalfDays = careful.ManagementHalfDays + draw.Between(-1, 2),
            TrainerHalfDays = careful.TrainerHalfDays + draw.Between(0, 3),
            SupportHalfDays = careful.SupportHalfDays + draw.Between(0, 2),
            Months = draw.One([6, 12, 12, 12, 18, 24]),
            Priorities = priorities,
            DeMinimisReceivedEuros = draw.Chance(0.3) ? draw.Between(2, 90) * 1000 : 0,
        };
    }
}
