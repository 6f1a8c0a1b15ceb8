using System.Text.Json;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Strategy;

/// <summary>A plan with its limits and, once ready, its content.</summary>
public sealed record OpenPlan(Plan Plan, PlanLimits Limits, PlanContent? Content);

/// <summary>Reads the newest plan of the actor's organisation, or one by id.</summary>
public sealed class FindPlan(AppuiDb db)
{
    /// <summary>The newest plan (<paramref name="id"/> null) or the one named; null when there is none.</summary>
    public async Task<OpenPlan?> Run(Guid? id, CancellationToken stop)
    {
        var plans = db.Plans.AsNoTracking();
        var plan = id is null
            ? await plans.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).FirstOrDefaultAsync(stop)
            : await plans.SingleOrDefaultAsync(p => p.Id == id, stop);
        return plan is null
            ? null
            : new OpenPlan(
                plan,
                LimitsOf(plan),
                plan.Content is null ? null : JsonSerializer.Deserialize<PlanContent>(plan.Content, PlanJson.Options)
            );
    }

    internal static PlanLimits LimitsOf(Plan plan) => JsonSerializer.Deserialize<PlanLimits>(plan.Limits, PlanJson.Options)!;
}
