using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Diagnosis.Contract;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Appui.Shared.Work;
using Microsoft.EntityFrameworkCore;

namespace Appui.Strategy;

/// <summary>Asks for a plan within limits. The computation outlives the request; the plan is there at once, in the making.</summary>
public sealed class MakePlan(AppuiDb db, MaturityReader maturity, NoteQualiopi qualiopi, TimeProvider clock)
{
    /// <summary>Most plans a space may ask for in a day.</summary>
    public const int MostADay = 40;

    /// <summary>Kind of the durable work that computes it.</summary>
    public const string WorkKind = "strategy.plan";

    /// <summary>Keeps the limits and hands the plan to the worker. Every fault of the limits is told, each at its field.</summary>
    public async Task<(Plan? Plan, IReadOnlyList<Refusal> Refusals)> Run(PlanLimits limits, Actor actor, CancellationToken stop)
    {
        if (StrategyAccess.MayPlan(actor) is { } forbidden)
            return (null, [forbidden]);
        if (LimitsRules.Check(limits) is { Count: > 0 } refusals)
            return (null, refusals);
        if (await maturity.Find(null, stop) is not { } state || state.Items.All(i => i.Value is null))
            return (null, [StrategyRefusals.NoDiagnosis]);
        var since = clock.Now().AddDays(-1);
        if (await db.Plans.CountAsync(p => p.CreatedAt > since, stop) >= MostADay)
            return (null, [StrategyRefusals.TooManyPlans.With(MostADay)]);

        await qualiopi.Run(actor, limits.Qualiopi, stop);
        var today = clock.Today();
        var plan = new Plan
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            DiagnosisId = state.DiagnosisId,
            CreatedAt = clock.Now(),
            CreatedBy = actor.PersonId,
            State = PlanState.Pending,
            Limits = JsonSerializer.Serialize(limits, PlanJson.Options),
            FirstMonth = new DateOnly(today.Year, today.Month, 1).AddMonths(1),
        };
        db.Plans.Add(plan);
        db.Record(actor, StrategyKinds.PlanAsked, clock.Now(), plan.Id);
        Work.Enqueue(db, WorkKind, $"{WorkKind}:{plan.Id}", new PlanWork(plan.Id), actor, clock.Now());
        await db.SaveChangesAsync(stop);
        return (plan, []);
    }
}

/// <summary>Payload of the work that computes a plan.</summary>
public sealed record PlanWork(Guid PlanId);

/// <summary>How plans are written down.</summary>
public static class PlanJson
{
    /// <summary>One way of writing for database and API.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            IgnoreReadOnlyProperties = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
}
