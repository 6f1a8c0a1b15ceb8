using Appui.Shared;

namespace Appui.Strategy;

/// <summary>What a provider can give, and what matters most to them.</summary>
/// <param name="OwnEuros">Own money over the whole plan, in whole euros.</param>
/// <param name="ManagementHalfDays">Half-days a month of the management.</param>
/// <param name="TrainerHalfDays">Half-days a month of all trainers together.</param>
/// <param name="SupportHalfDays">Half-days a month of the administrative team.</param>
/// <param name="Months">Horizon, in months.</param>
/// <param name="Priorities">Dimension code → 0 (not now) to 3 (essential).</param>
/// <param name="DeMinimisReceivedEuros">De minimis aid received over three years by the undertaking.</param>
/// <param name="Qualiopi">Certified: opens schemes.</param>
public sealed record PlanLimits(
    int OwnEuros,
    int ManagementHalfDays,
    int TrainerHalfDays,
    int SupportHalfDays,
    int Months,
    IReadOnlyDictionary<string, int> Priorities,
    int DeMinimisReceivedEuros,
    bool Qualiopi
);

/// <summary>Are limits ones a plan can be made in? Pure.</summary>
public static class LimitsRules
{
    /// <summary>Largest own money accepted, in euros.</summary>
    public const int MostEuros = 10_000_000;

    private const int MostPriorities = 100;

    /// <summary>Horizons offered, in months.</summary>
    public static IReadOnlyList<int> Horizons { get; } = [6, 12, 18, 24, 36];

    /// <summary>Every reason why the limits cannot be used, each at its field.</summary>
    public static IReadOnlyList<Refusal> Check(PlanLimits limits)
    {
        List<Refusal> refusals = [];
        if (limits.OwnEuros is < 0 or > MostEuros)
            refusals.Add(StrategyRefusals.OwnMoney.With(Show.Euros(MostEuros)));
        foreach (
            var (field, halfDays) in new[]
            {
                ("management", limits.ManagementHalfDays),
                ("trainer", limits.TrainerHalfDays),
                ("support", limits.SupportHalfDays),
            }
        )
        {
            if (halfDays is < 0 or > 2000)
                refusals.Add(StrategyRefusals.StaffDays.On(field));
        }

        if (limits.Months is < 1 or > 60)
            refusals.Add(StrategyRefusals.Horizon);
        if (limits.DeMinimisReceivedEuros is < 0 or > MostEuros)
            refusals.Add(StrategyRefusals.DeMinimis);
        if (limits.Priorities.Count > MostPriorities || limits.Priorities.Values.Any(p => p is < 0 or > 3))
            refusals.Add(StrategyRefusals.Priority);
        else if (limits.Priorities.Count > 0 && limits.Priorities.Values.All(p => p == 0))
            refusals.Add(StrategyRefusals.NoPriority);
        return refusals;
    }

    /// <summary>First figures to correct rather than an empty form; they grow with the size of the team.</summary>
    public static PlanLimits Careful(string profile, bool qualiopi)
    {
        var (own, management, trainer, support) = profile switch
        {
            "solo" => (1500, 2, 2, 0),
            "upTo10" => (6000, 4, 8, 2),
            "from11To50" => (15000, 6, 20, 6),
            _ => (30000, 10, 40, 12),
        };
        return new PlanLimits(own, management, trainer, support, 12, new Dictionary<string, int>(StringComparer.Ordinal), 0, qualiopi);
    }

    /// <summary>Priorities when nothing was said: the link, access and evidence first.</summary>
    public static int DefaultPriority(string dimension) => dimension is "D3" or "D7" or "D8" ? 3 : 2;
}
