using System.Data.Common;
using Appui.Diagnosis.Editor;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis;

/// <summary>A version that people answer or answered.</summary>
/// <param name="IsRetired">Nobody begins it any more; answers stay with it.</param>
public sealed record ReleasedInstrument(InstrumentFile File, Instrument Instrument, Guid? Id, bool IsRetired)
{
    /// <summary>It came with the platform.</summary>
    public bool IsShipped => Id is null;
}

/// <summary>
/// The instruments that people answer: those shipped in the reference data and those that advisers published. All are kept in memory; what
/// another node published is seen within <see cref="FreshFor"/>. A faulty file stops the start with its line and rule.
/// </summary>
public sealed partial class Instruments(AppuiSettings settings, IServiceScopeFactory scopes, ILogger<Instruments> log)
{
    /// <summary>Code of the maturity instrument of training providers.</summary>
    public const string Maturity = "of-maturity";

    /// <summary>How long what is in memory is taken for the truth without looking.</summary>
    public static TimeSpan FreshFor { get; } = TimeSpan.FromSeconds(2);

    private readonly Lock loading = new();
    private readonly Lazy<IReadOnlyList<ReleasedInstrument>> shipped = new(() => Shipped(settings));
    private volatile Shelf? shelf;
    private long freshUntil;

    /// <summary>Reads the shipped files, and throws what is wrong with them.</summary>
    public void CheckFiles() => _ = shipped.Value;

    /// <summary>The version of the maturity instrument in force on a day.</summary>
    public Instrument InForce(DateOnly day) => InForceRules.On([.. Fresh().All.Where(r => r.Instrument.Code == Maturity)], day).Instrument;

    /// <summary>The very version that answers were given to, retired or not.</summary>
    public Instrument Exactly(string code, string version)
    {
        if (Fresh().ByName.TryGetValue((code, version), out var found))
            return found.Instrument;
        // Published by another node a moment ago.
        Forget();
        return Fresh().ByName.TryGetValue((code, version), out found)
            ? found.Instrument
            : throw new InvalidOperationException($"Instrument {code} {version} is gone.");
    }

    /// <summary>Every version of a code that people answer or answered, the newest first.</summary>
    public IReadOnlyList<ReleasedInstrument> Released(string code) =>
        [.. Fresh().All.Where(r => r.Instrument.Code == code).OrderByDescending(r => Version.Parse(r.Instrument.Version))];

    /// <summary>Something was published or retired: the next reader looks.</summary>
    public void Forget() => Interlocked.Exchange(ref freshUntil, 0);

    /// <summary>Another database stands behind: nothing that was read is true any more.</summary>
    public void ForgetAll()
    {
        lock (loading)
        {
            shelf = null;
            Forget();
        }
    }

    private Shelf Fresh()
    {
        var now = Environment.TickCount64;
        if (shelf is { } known && now < Interlocked.Read(ref freshUntil))
            return known;
        lock (loading)
        {
            if (shelf is { } loaded && now < Interlocked.Read(ref freshUntil))
                return loaded;
            var read = Environment.TickCount64;
            shelf = Load(shelf);
            Interlocked.Exchange(ref freshUntil, read + (long)FreshFor.TotalMilliseconds);
            return shelf;
        }
    }

    // What the database cannot say now is said by what is known: nobody is refused an answer for that.
    private Shelf Load(Shelf? before)
    {
        try
        {
            using var scope = scopes.CreateScope();
            var rows = scope
                .ServiceProvider.GetRequiredService<AppuiDb>()
                .InstrumentVersions.AsNoTracking()
                .Where(v => v.State != InstrumentState.Draft);
            var states = rows.Select(v => new { v.Id, v.State }).ToDictionary(v => v.Id, v => v.State == InstrumentState.Retired);
            var known = (before?.All ?? []).Where(r => r.Id is { } id && states.ContainsKey(id)).ToDictionary(r => r.Id!.Value);
            var missing = states.Keys.Where(id => !known.ContainsKey(id)).ToList();
            if (missing.Count > 0)
            {
                foreach (var row in rows.Where(v => missing.Contains(v.Id)).Select(v => new { v.Id, v.Content }))
                {
                    var file = InstrumentFile.Of(row.Content);
                    known[row.Id] = new ReleasedInstrument(file, InstrumentRules.Of(file), row.Id, false);
                }
            }

            return new Shelf(shipped.Value, [.. known.Values.Select(r => r with { IsRetired = states[r.Id!.Value] })]);
        }
        catch (Exception away) when (away is DbException or InvalidOperationException or TimeoutException)
        {
            NotRead(log, away);
            return before ?? new Shelf(shipped.Value, []);
        }
    }

    private static List<ReleasedInstrument> Shipped(AppuiSettings settings) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(settings.DataFolder, "instruments"), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path =>
                {
                    var bytes = File.ReadAllBytes(path);
                    var instrument = InstrumentRules.Read(Path.GetFileName(path), bytes);
                    return new ReleasedInstrument(InstrumentFile.Parse(Path.GetFileName(path), bytes).Content, instrument, null, false);
                }),
        ];

    [LoggerMessage(Level = LogLevel.Warning, Message = "Published instruments could not be read; those known are served.")]
    private static partial void NotRead(ILogger log, Exception why);

    // A version that an adviser published stays what it is, should the platform one day ship another of that number.
    private sealed class Shelf
    {
        public Shelf(IReadOnlyList<ReleasedInstrument> shipped, IReadOnlyList<ReleasedInstrument> published)
        {
            ByName = published.Concat(shipped).DistinctBy(Name).ToDictionary(Name);
            All = [.. ByName.Values];
        }

        public IReadOnlyList<ReleasedInstrument> All { get; }

        public IReadOnlyDictionary<(string Code, string Version), ReleasedInstrument> ByName { get; }

        private static (string, string) Name(ReleasedInstrument released) => (released.Instrument.Code, released.Instrument.Version);
    }
}
