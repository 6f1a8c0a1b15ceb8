using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Web;

namespace Appui.Strategy;

/// <summary>A plan as the API gives it. <see cref="Content"/> is null until it is ready.</summary>
public sealed record ApiPlan(Guid Id, PlanState State, DateTime CreatedAt, DateTime? ReadyAt, PlanLimits Limits, PlanContent? Content);

/// <summary>The public JSON door of Strategy, for a client with the scope <c>plan</c>, and the documents of a plan.</summary>
public static class StrategyApi
{
    /// <summary>Name of the scope.</summary>
    public const string Scope = "plan";

    private const string PdfType = "application/pdf";
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the routes.</summary>
    public static void MapStrategyApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Strategy").RequireScope(Scope);
        api.MapPost("/plans", Make)
            .WithName("MakePlan")
            .WithSummary("Asks for a plan within limits (whole euros, half-days a month). It is computed in the background.")
            .Produces<ApiPlan>(202)
            .ProducesValidationProblem(422);
        api.MapGet("/plans/{id:guid}", Read)
            .WithName("ReadPlan")
            .WithSummary("A plan; its content is null while it is being computed.")
            .Produces<ApiPlan>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id:guid}.pdf", Pdf)
            .WithName("PlanPdf")
            .WithSummary("The plan as a tagged PDF.")
            .Produces<byte[]>(contentType: PdfType);
        api.MapGet("/plans/{id:guid}.xlsx", Xlsx)
            .WithName("PlanXlsx")
            .WithSummary("The plan as a workbook.")
            .Produces<byte[]>(contentType: XlsxType);
        foreach (var space in new[] { "/o/{organisation}", "/essai/{link}" })
        {
            app.MapGet(space + "/plan/{id:guid}.pdf", Pdf).ExcludeFromDescription();
            app.MapGet(space + "/plan/{id:guid}.xlsx", Xlsx).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> Make(PlanLimits limits, MakePlan make, CurrentActor current, CancellationToken stop)
    {
        // A caller that says nothing of priorities gets the usual ones.
        limits = limits with
        {
            Priorities = limits.Priorities ?? new Dictionary<string, int>(StringComparer.Ordinal),
        };
        var (plan, refusals) = await make.Run(limits, current.Actor, stop);
        if (plan is not null)
            return Results.Accepted($"/api/v1/plans/{plan.Id}", new ApiPlan(plan.Id, plan.State, plan.CreatedAt, null, limits, null));
        return refusals is [{ Kind: not RefusalKind.Invalid } only]
            ? only.ToResult()
            : Results.ValidationProblem(
                refusals
                    .GroupBy(r => r.Field ?? "", StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => g.Select(r => r.Sentence).ToArray(), StringComparer.Ordinal),
                statusCode: 422
            );
    }

    private static async Task<IResult> Read(Guid id, FindPlan find, CancellationToken stop) =>
        await find.Run(id, stop) is { } open
            ? Results.Ok(new ApiPlan(open.Plan.Id, open.Plan.State, open.Plan.CreatedAt, open.Plan.ReadyAt, open.Limits, open.Content))
            : StrategyRefusals.NoPlan.ToResult();

    private static async Task<IResult> Pdf(Guid id, PlanDocuments documents, CurrentActor current, CancellationToken stop) =>
        (await documents.Pdf(id, current.Actor, stop)).Is(out var file, out var refusal)
            ? Results.File(file.Content, PdfType, file.Name)
            : refusal.ToResult();

    private static async Task<IResult> Xlsx(Guid id, PlanDocuments documents, CurrentActor current, CancellationToken stop) =>
        (await documents.Xlsx(id, current.Actor, stop)).Is(out var file, out var refusal)
            ? Results.File(file.Content, XlsxType, file.Name)
            : refusal.ToResult();
}
