using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Appui.Shared.Files;

/// <summary>
/// Answers with a file, once the calling room has said that the actor may have it. Only files of the actor's organisation are found. A part
/// is sent to who asks for one, and « not changed » to who has it already; nobody else keeps a copy.
/// </summary>
public sealed partial class SendFile(AppuiDb db, AppuiSettings settings, ILogger<SendFile> log)
{
    private const string Alone = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The answer.</summary>
    /// <param name="id">Id of the file.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="http">The request; its answer gets the headers.</param>
    /// <param name="inline">Shown in the window rather than saved: images, and PDF that does nothing by itself. Ignored for anything else.</param>
    public async Task<IResult> Run(Guid id, Actor actor, HttpContext http, bool inline)
    {
        if (
            await db
                .KeptFiles.AsNoTracking()
                .SingleOrDefaultAsync(f => f.Id == id && f.OrganisationId == actor.OrganisationId, http.RequestAborted)
            is not { } file
        )
            return FileRefusals.Unknown.ToResult();
        if (FileShelf.Open(settings, file) is not { } bytes)
        {
            Lost(log, file.Id, file.OrganisationId);
            return FileRefusals.Damaged.With(file.Name).ToResult();
        }

        var format = FileFormat.Of(file.Kind);
        var isShown = inline && (format.Family == FileFamily.Image || file is { Kind: FileKind.Pdf, HasMacros: false });
        var headers = http.Response.Headers;
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        // A browser's PDF reader does not start in a sandbox; it is one itself.
        headers.ContentSecurityPolicy = file.Kind == FileKind.Pdf ? Alone : $"{Alone}; sandbox";
        headers.CacheControl = "private, no-cache";
        return Results.Stream(
            bytes,
            format.MediaType,
            lastModified: new DateTimeOffset(file.StoredAt),
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""),
            enableRangeProcessing: file.Kind != FileKind.Text // it is compressed on its way: parts would not fit together
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "File {Id} of organisation {Organisation} is missing or cut")]
    private static partial void Lost(ILogger log, Guid id, Guid organisation);
}
