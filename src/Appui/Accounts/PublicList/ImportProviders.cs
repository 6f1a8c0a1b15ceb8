using System.Text;
using Appui.Shared;
using Appui.Shared.Storage;

namespace Appui.Accounts.PublicList;

/// <summary>
/// Replaces the public list of providers by a newer file. Whole or not at all: until the last line is in, and whenever something fails, everybody
/// sees the former list. The same file twice gives the same list.
/// </summary>
public sealed class ImportProviders(AppuiDb db, TimeProvider clock)
{
    private const int TellEvery = 10_000;

    /// <summary>Imports a file. Lines that cannot be read are told and left out; a file that is mostly such lines is refused.</summary>
    public async Task<Outcome<ListCounts>> Run(Stream file, Action<ListCounts> progress, Action<BadLine> tell, CancellationToken stop)
    {
        try
        {
            if (!ReadProviderList.Open(file, tell).Is(out var list, out var refusal))
                return refusal;
            using (list)
            {
                var rows = Told(list, progress, stop);
                bool IsSound() => list.Counts.Kept > list.Counts.LeftOut;
                var isReplaced = db.IsSqlite
                    ? await ListSqlite.Replace(db, rows, IsSound, stop)
                    : await ListPostgres.Replace(db, rows, IsSound, stop);
                return isReplaced
                    ? list.Counts
                    : AccountsRefusals.ListMostlyBad.With(Show.Number(list.Counts.LeftOut), Show.Number(list.Counts.Kept));
            }
        }
        catch (DecoderFallbackException)
        {
            return AccountsRefusals.ListNotUtf8;
        }
    }

    private IEnumerable<ListedProvider> Told(ReadProviderList list, Action<ListCounts> progress, CancellationToken stop)
    {
        foreach (var provider in list.Rows(clock.Now()))
        {
            if (list.Counts.Kept % TellEvery == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress(list.Counts);
            }

            yield return provider;
        }
    }
}
