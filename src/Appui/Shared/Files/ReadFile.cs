using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Files;

/// <summary>The bytes of a small file of the current organisation, for a document that shows it.</summary>
public sealed class ReadFile(AppuiDb db, AppuiSettings settings)
{
    /// <summary>The bytes, or null when there is no such file or its bytes are gone.</summary>
    public async Task<byte[]?> Run(Guid id, CancellationToken stop)
    {
        var file = await db.KeptFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop);
        await using var content = file is null ? null : FileShelf.Open(settings, file);
        if (content is null)
            return null;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
