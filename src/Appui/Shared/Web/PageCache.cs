using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Appui.Shared.Web;

/// <summary>
/// Marks a page whose answer to a GET may be kept for a while, compressed. Without <see cref="PerActor"/> only visitors
/// without a session get the kept page; with it, each signed-in person has a copy of their own per organisation and roles.
/// Kept pages of a space are dropped as soon as something of that organisation is saved.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PageCachedAttribute(int seconds) : Attribute
{
    /// <summary>How long a page is kept at most.</summary>
    public TimeSpan KeptFor => TimeSpan.FromSeconds(seconds);

    /// <summary>Also kept for signed-in people, each their own.</summary>
    public bool PerActor { get; init; }

    /// <summary>What drops the page when evicted, such as <c>schemes</c>.</summary>
    public string[] Tags { get; init; } = [];
}

/// <summary>Pages ready to be sent: the compressed bytes, in the memory of this node.</summary>
public sealed class PageCache : IDisposable
{
    private const long Room = 64 * 1024 * 1024;
    private const int MostTags = 100_000;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly ConcurrentDictionary<string, long> evictions = new(StringComparer.Ordinal);
    private long moment;
    private long everything;

    /// <summary>Name of the session cookie: who has one is not a visitor.</summary>
    public const string SessionCookie = "appui";

    /// <summary>Cookies that change how a page looks, and nothing else.</summary>
    public static readonly IReadOnlyList<string> PreferenceCookies = ["langue", "theme", "lecture"];

    /// <summary>A moment to remember before a page is made: later evictions make it stale.</summary>
    public long Moment => Interlocked.Read(ref moment);

    /// <summary>Tag of everything that belongs to an organisation.</summary>
    public static string TagOf(Guid organisation) => organisation.ToString("N");

    /// <summary>Drops every page that carries the tag.</summary>
    public void Evict(string tag)
    {
        var now = Interlocked.Increment(ref moment);
        if (evictions.Count > MostTags)
        {
            Interlocked.Exchange(ref everything, now);
            evictions.Clear();
        }

        evictions[tag] = now;
    }

    /// <summary>Drops every page.</summary>
    public void EvictAll() => Interlocked.Exchange(ref everything, Interlocked.Increment(ref moment));

    /// <summary>A kept page that is still good, or null.</summary>
    public KeptPage? Find(string key) => pages.TryGetValue(key, out KeptPage? page) && IsFresh(page!) ? page : null;

    /// <summary>Keeps a page, unless it went stale while it was made.</summary>
    public void Keep(string key, KeptPage page, TimeSpan keptFor)
    {
        if (IsFresh(page))
        {
            pages.Set(
                key,
                page,
                new MemoryCacheEntryOptions { Size = page.Body.Length + (2 * key.Length) + 500, AbsoluteExpirationRelativeToNow = keptFor }
            );
        }
    }

    /// <inheritdoc />
    public void Dispose() => pages.Dispose();

    private bool IsFresh(KeptPage page)
    {
        if (page.MadeAt < Interlocked.Read(ref everything))
            return false;
        foreach (var tag in page.Tags)
        {
            if (evictions.TryGetValue(tag, out var evicted) && evicted > page.MadeAt)
                return false;
        }

        return true;
    }
}

/// <summary>The bytes of an answer as they are sent.</summary>
public sealed record KeptPage(
    ReadOnlyMemory<byte> Body,
    string ContentType,
    string? Encoding,
    string ETag,
    IReadOnlyList<string> Tags,
    long MadeAt
);
