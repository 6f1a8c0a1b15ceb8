using Appui.Accounts.Contract;
using Appui.Diagnosis.Benchmark;
using Appui.Diagnosis.Evidence;
using Appui.Shared;
using Appui.Shared.Web;

namespace Appui.Diagnosis;

/// <summary>An answer as the API receives it.</summary>
/// <param name="Choice">Option code of the instrument, or "unknown".</param>
/// <param name="Note">A precision, 1 000 characters at most.</param>
/// <param name="SeenRevision">Revision that the caller last read; 0 for a first answer. Another one saved meanwhile is a 409.</param>
public sealed record ApiAnswer(string? Choice, string? Note, int SeenRevision);

/// <summary>An answer as the API gives it back.</summary>
public sealed record ApiSavedAnswer(string Item, string Choice, string? Note, int Revision, DateTime AnsweredAt);

/// <summary>A dimension of a result.</summary>
/// <param name="Level">1 to 5; null under the minimum coverage.</param>
/// <param name="BlockedBy">Item whose gate holds the level down.</param>
public sealed record ApiDimension(
    string Code,
    string Name,
    string Axis,
    double? Score,
    double Low,
    double High,
    double Coverage,
    int? Level,
    string? BlockedBy
);

/// <summary>A diagnosis as the API gives it: answers, scores and what is missing.</summary>
public sealed record ApiDiagnosis(
    Guid Id,
    string Instrument,
    string Version,
    DateTime StartedAt,
    DateTime? CompletedAt,
    double? Capacity,
    double? Progress,
    IReadOnlyList<ApiDimension> Dimensions,
    IReadOnlyList<ApiSavedAnswer> Answers,
    IReadOnlyList<string> Unanswered
);

/// <summary>The public JSON door of Diagnosis: the same actions as the pages, for a client with the scope <c>diagnosis</c>.</summary>
public static class DiagnosisApi
{
    /// <summary>Name of the scope.</summary>
    public const string Scope = "diagnosis";

    /// <summary>Maps the routes.</summary>
    public static void MapDiagnosisApi(this IEndpointRouteBuilder app)
    {
        app.MapEvidence();
        BenchmarkApi.Map(app);
        var api = app.MapGroup("/api/v1").WithTags("Diagnosis").RequireScope(Scope);
        api.MapGet("/instruments/of-maturity", (Instruments instruments, TimeProvider clock) => instruments.InForce(clock.Today()))
            .WithName("ReadInstrument")
            .WithSummary("The maturity instrument in force, in French and English.");
        api.MapPost("/diagnoses", Start)
            .WithName("StartDiagnosis")
            .WithSummary("Starts a diagnosis of the client's organisation; the previous one is kept as it was.")
            .Produces<ApiDiagnosis>(StatusCodes.Status201Created);
        api.MapGet("/diagnoses/current", Read)
            .WithName("ReadDiagnosis")
            .WithSummary("The newest diagnosis: answers, scores, levels and what is missing.")
            .Produces<ApiDiagnosis>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/diagnoses/current/answers/{item}", Answer)
            .WithName("SaveAnswer")
            .WithSummary("Keeps one answer. 409 when another was saved since the revision given.")
            .Produces<ApiSavedAnswer>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Start(StartDiagnosis start, FindDiagnosis find, CurrentActor current, CancellationToken stop) =>
        (await start.Run(current.Actor, stop)).Is(out _, out var refusal)
            ? Results.Created("/api/v1/diagnoses/current", ViewOf((await find.Run(null, stop))!))
            : refusal.ToResult();

    private static async Task<IResult> Read(FindDiagnosis find, CancellationToken stop) =>
        await find.Run(null, stop) is { } open ? Results.Ok(ViewOf(open)) : DiagnosisRefusals.NoDiagnosis.ToResult();

    private static async Task<IResult> Answer(
        string item,
        ApiAnswer answer,
        SaveAnswer save,
        CurrentActor current,
        CancellationToken stop
    ) =>
        (await save.Run(new GivenAnswer(item, answer.Choice, answer.Note, answer.SeenRevision), current.Actor, stop)).Is(
            out var saved,
            out var refusal
        )
            ? Results.Ok(ViewOf(saved))
            : refusal.ToResult();

    private static ApiSavedAnswer ViewOf(DiagnosisAnswer answer) =>
        new(answer.ItemCode, answer.Choice, answer.Note, answer.Revision, answer.AnsweredAt);

    private static ApiDiagnosis ViewOf(OpenDiagnosis open)
    {
        var result = open.Result();
        return new ApiDiagnosis(
            open.Diagnosis.Id,
            open.Instrument.Code,
            open.Instrument.Version,
            open.Diagnosis.StartedAt,
            open.Diagnosis.CompletedAt,
            result.Capacity.Score,
            result.Progress.Score,
            [
                .. result.Dimensions.Select(d => new ApiDimension(
                    d.Dimension.Code,
                    d.Dimension.Name.ToString(),
                    d.Dimension.Axis,
                    d.Score,
                    d.Low,
                    d.High,
                    d.Coverage,
                    d.Level,
                    d.BlockedBy?.Item.Code
                )),
            ],
            [.. open.Answers.Values.OrderBy(a => a.ItemCode, StringComparer.Ordinal).Select(ViewOf)],
            [.. open.Asked.Where(i => !open.Answers.ContainsKey(i.Code)).Select(i => i.Code)]
        );
    }
}
