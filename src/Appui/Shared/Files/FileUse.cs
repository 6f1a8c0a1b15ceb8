namespace Appui.Shared.Files;

/// <summary>
/// What a capability keeps files for; a registration record. It says what is accepted, and which files of an organisation are still referred
/// to. A file is collected when no use refers to it any more; one whose own use is not registered is never collected.
/// </summary>
/// <param name="Name">Stable name, such as <c>accounts.logo</c>; kept with each file.</param>
/// <param name="Accepts">Kinds that are accepted.</param>
/// <param name="Largest">Most bytes, under the limits of the settings.</param>
/// <param name="StillReferred">
/// Ids that rows of the current organisation refer to, whichever use stored them. It runs as nobody in that organisation: rows are found
/// through the tenant filter, so that nothing is said of another's files.
/// </param>
public sealed record FileUse(
    string Name,
    IReadOnlyList<FileKind> Accepts,
    long Largest,
    Func<IServiceProvider, CancellationToken, Task<IReadOnlyCollection<Guid>>> StillReferred
)
{
    /// <summary>Pixels of the longer side that images are reduced to.</summary>
    public int LongestSide { get; init; } = 4096;
}
