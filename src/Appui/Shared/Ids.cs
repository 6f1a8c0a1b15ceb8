using System.Security.Cryptography;
using System.Text;

namespace Appui.Shared;

/// <summary>Identifiers: one kind of key everywhere, and secrets that are kept as hashes only.</summary>
public static class Ids
{
    /// <summary>A new version-7 uuid. Ids made in a burst do not sort by creation.</summary>
    public static Guid New() => Guid.CreateVersion7();

    /// <summary>A new version-4 uuid, for the rare row whose id must not tell when it was made.</summary>
#pragma warning disable RS0030 // The one place that may.
    public static Guid Random() => Guid.NewGuid();
#pragma warning restore RS0030

    /// <summary>A new secret of 160 random bits in 32 lower-case letters and digits (base 32, no vowel confusion).</summary>
    public static string NewSecret()
    {
        const string alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        return string.Create(
            32,
            0,
            static (span, _) =>
            {
                Span<byte> random = stackalloc byte[32];
                RandomNumberGenerator.Fill(random);
                for (var i = 0; i < span.Length; i++)
                    span[i] = alphabet[random[i] & 31];
            }
        );
    }

    /// <summary>What is kept of a high-entropy secret: its SHA-256 in lower-case hexadecimal.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>Time as the platform keeps it.</summary>
public static class Clock
{
    /// <summary>Now, in UTC, cut to milliseconds so that both engines give back what was saved.</summary>
    public static DateTime Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }

    /// <summary>Today where the platform is run (zone Europe/Paris unless an organisation says otherwise).</summary>
    public static DateOnly Today(this TimeProvider clock, TimeZoneInfo? zone = null) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone ?? Paris).DateTime);

    /// <summary>Zone used when nothing says otherwise.</summary>
    public static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
}

/// <summary>A clock that runs at normal speed from another day, for demonstrations (<c>--today</c>).</summary>
public sealed class ShiftedClock(DateOnly today) : TimeProvider
{
    private readonly TimeSpan shift = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - System.GetUtcNow().UtcDateTime.Date;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
