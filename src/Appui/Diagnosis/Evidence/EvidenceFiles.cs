using Appui.Shared;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Evidence;

/// <summary>Files that back answers: what is accepted, and where the provider and its reader see them.</summary>
public static class EvidenceFiles
{
    /// <summary>Name of the field it is chosen in.</summary>
    public const string Field = "File";

    /// <summary>What is kept.</summary>
    public static FileUse Use { get; } =
        new(
            "diagnosis.evidence",
            [.. Enum.GetValues<FileKind>().Except([FileKind.Zip, FileKind.Mp4, FileKind.Mp3])],
            20 * FileLimits.Megabyte,
            StillReferred
        );

    /// <summary>Maps the addresses.</summary>
    internal static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/o/{organisation}/diagnostic/preuves/fichier/{file:guid}", Own).ExcludeFromDescription();
        routes.MapGet("/verifier/{secret}/fichier/{file:guid}", Shared).ExcludeFromDescription();
    }

    private static async Task<IResult> Own(Guid file, HttpContext http, AppuiDb db, CurrentActor current, SendFile send)
    {
        var isThere =
            DiagnosisAccess.MayRead(current.Actor) is null && await db.Evidence.AnyAsync(e => e.FileId == file, http.RequestAborted);
        return isThere ? await send.Run(file, current.Actor, http, inline: false) : FileRefusals.Unknown.ToResult();
    }

    private static async Task<IResult> Shared(string secret, Guid file, HttpContext http, FindShare find, SendFile send)
    {
        var isThere = (await find.Run(secret, http.User, http.RequestAborted)).Is(out var shared, out _);
        return isThere && shared!.Evidence.Any(e => e.FileId == file)
            ? await send.Run(file, shared.Reader, http, inline: false)
            : FileRefusals.Unknown.ToResult();
    }

    private static async Task<IReadOnlyCollection<Guid>> StillReferred(IServiceProvider services, CancellationToken stop) =>
        await services.GetRequiredService<AppuiDb>().Evidence.Where(e => e.FileId != null).Select(e => e.FileId!.Value).ToListAsync(stop);
}
