using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Files;

/// <summary>
/// Keeps a file that somebody sent. Its bytes are written and safe when this returns; its row is added to the unit of work of the action and
/// exists when the action's save succeeds, with the row that refers to it. What no save followed is collected.
/// </summary>
public sealed class StoreFile(AppuiDb db, AppuiSettings settings, IEnumerable<FileUse> uses, TimeProvider clock)
{
    // Drawing an image or reading a PDF takes memory: one at a time on this node.
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>The row of the file, not saved yet, or why it is refused; nothing is kept then.</summary>
    /// <param name="use">What it is for, registered.</param>
    /// <param name="name">Name as it was given.</param>
    /// <param name="content">Its bytes; read once, never further than allowed.</param>
    /// <param name="actor">Who sends it, for which organisation.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Outcome<KeptFile>> Run(FileUse use, string name, Stream content, Actor actor, CancellationToken stop)
    {
        if (!uses.Contains(use))
            throw new InvalidOperationException($"The use {use.Name} is not registered: its files would stay for ever.");
        var shown = FileNameRules.Clean(name);
        var room = await Room(stop);
        if (room <= 0)
            return NoRoom(shown, room);
        var (id, now) = (Ids.New(), clock.Now());
        var path = FileShelf.PathOf(settings, actor.OrganisationId, now, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using var file = new FileStream(
                path + FileShelf.Unfinished,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.Read,
                1 << 16,
                true
            );
            if (!await Copy(content, file, use.Accepts.Max(k => Limit(use, k)), stop))
                return FileRefusals.TooLarge.With(shown, Show.Size(use.Accepts.Max(k => Limit(use, k))));
            if (!(await Look(use, file, stop)).Is(out var look, out var refusal))
                return Said(refusal, shown, use);
            if (file.Length > room)
                return NoRoom(shown, room);
            var kept = new KeptFile
            {
                Id = id,
                OrganisationId = actor.OrganisationId,
                Use = use.Name,
                Name = FileNameRules.Fit(shown, look.Kind),
                Kind = look.Kind,
                Length = file.Length,
                Sha256 = await FileShelf.HashOf(file, stop),
                HasMacros = look.HasMacros,
                StoredAt = now,
                StoredBy = actor.PersonId,
            };
            FileShelf.Seal(file, path);
            db.KeptFiles.Add(kept);
            return kept;
        }
        finally
        {
            FileShelf.Remove(path + FileShelf.Unfinished);
        }
    }

    // What is being sent at the same moment is not counted yet: two large files may pass the limit together, once.
    private async Task<long> Room(CancellationToken stop)
    {
        var waiting = db.KeptFiles.Local.Where(f => db.Entry(f).State == EntityState.Added).Sum(f => f.Length);
        return (settings.FilesQuotaMegabytes * FileLimits.Megabyte) - await db.KeptFiles.SumAsync(f => f.Length, stop) - waiting;
    }

    private long Limit(FileUse use, FileKind kind) => Math.Min(use.Largest, FileLimits.Of(settings, kind));

    private async Task<Outcome<FileLook>> Look(FileUse use, FileStream file, CancellationToken stop)
    {
        await Turn.WaitAsync(stop);
        try
        {
            // What begins as it may not go on is not read any further.
            var begins = await SniffFile.Beginning(file, stop);
            if (begins is not (null or FileKind.Zip) && Unfit(use, begins.Value, file.Length) is { } early)
                return early;
            if (!(await SniffFile.Run(file, stop)).Is(out var look, out var refusal))
                return refusal;
            if (Unfit(use, look.Kind, file.Length) is { } late)
                return late;
            return FileFormat.Of(look.Kind).Family == FileFamily.Image ? await Redraw(use, file, stop) : look;
        }
        finally
        {
            Turn.Release();
        }
    }

    private Refusal? Unfit(FileUse use, FileKind kind, long length) =>
        !use.Accepts.Contains(kind) ? FileRefusals.NotAccepted
        : length > Limit(use, kind) ? FileRefusals.TooLarge.With("", Show.Size(Limit(use, kind)))
        : null;

    private static async Task<Outcome<FileLook>> Redraw(FileUse use, FileStream file, CancellationToken stop)
    {
        if (!(await Task.Run(() => RecodeImage.Run(file.Name, use.LongestSide), stop)).Is(out var image, out var refusal))
            return refusal;
        file.SetLength(0);
        await file.WriteAsync(image.Bytes, stop);
        await file.FlushAsync(stop);
        return new FileLook(image.Kind);
    }

    private static async Task<bool> Copy(Stream content, FileStream file, long most, CancellationToken stop)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; )
        {
            if (file.Position + read > most)
                return false;
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        await file.FlushAsync(stop);
        return true;
    }

    private static Refusal Said(Refusal refusal, string name, FileUse use) =>
        refusal.Code switch
        {
            nameof(SharedTexts.File_NotAccepted) => refusal.With(name, FileLimits.Accepted(use)),
            nameof(SharedTexts.File_TooManyPixels) => refusal.With(name, Show.Number(RecodeImage.MostPixels / 1_000_000)),
            nameof(SharedTexts.File_TooLarge) => refusal.With(name, refusal.Arguments[1]),
            _ => refusal.With(name),
        };

    private Refusal NoRoom(string name, long room) =>
        FileRefusals.NoRoom.With(name, Show.Size(Math.Max(0, room)), Show.Size(settings.FilesQuotaMegabytes * FileLimits.Megabyte));
}

/// <summary>How large files may be, and what is accepted, in words.</summary>
public static class FileLimits
{
    /// <summary>Bytes in a megabyte.</summary>
    public const long Megabyte = 1_000_000;

    /// <summary>Most bytes of a file of a kind on this instance.</summary>
    public static long Of(AppuiSettings settings, FileKind kind) =>
        Megabyte
        * FileFormat.Of(kind).Family switch
        {
            FileFamily.Image => settings.LargestImageMegabytes,
            FileFamily.Document => settings.LargestDocumentMegabytes,
            _ => settings.LargestPackageMegabytes,
        };

    /// <summary>« PDF, DOCX, PNG »: what a use accepts.</summary>
    public static string Accepted(FileUse use) =>
        string.Join(", ", use.Accepts.Select(k => FileFormat.Of(k).Extensions[0].ToUpperInvariant()));
}
