using Appui.Shared.Storage;

namespace Appui.Shared.Files;

/// <summary>A file whose bytes are not what they were.</summary>
/// <param name="IsMissing">Nothing is there; otherwise the bytes were altered or cut.</param>
public sealed record FileFault(Guid OrganisationId, Guid Id, string Name, bool IsMissing);

/// <summary>What a verification found.</summary>
public sealed record FilesReport(long Files, long Bytes, IReadOnlyList<FileFault> Faults);

/// <summary>Reads every file of every organisation and compares it with what was noted when it was stored.</summary>
public sealed class VerifyFiles(AppuiDb db, AppuiSettings settings)
{
    /// <summary>Verifies all of them.</summary>
    public async Task<FilesReport> Run(CancellationToken stop)
    {
        var (count, read) = (0L, 0L);
        List<FileFault> suspects = [];
        await foreach (var file in FilesAccess.All(db).WithCancellation(stop))
        {
            count++;
            read += file.Length;
            if (await Fault(file, stop) is { } fault)
                suspects.Add(fault);
        }

        List<FileFault> faults = [];
        foreach (var suspect in suspects)
        {
            if (await FilesAccess.IsKept(db, suspect.Id, stop)) // not collected meanwhile
                faults.Add(suspect);
        }

        return new FilesReport(count, read, faults);
    }

    private async Task<FileFault?> Fault(KeptFile file, CancellationToken stop)
    {
        await using var bytes = FileShelf.Open(settings, file);
        if (bytes is not null && await FileShelf.HashOf(bytes, stop) == file.Sha256)
            return null;
        return new FileFault(file.OrganisationId, file.Id, file.Name, !File.Exists(FileShelf.PathOf(settings, file)));
    }
}
