using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Appui.Shared;

/// <summary>
/// The chance of the demonstration: the same seed and name give the same draws on every machine and version of .NET. Each thing draws under a name of
/// its own, so that one more draw somewhere changes nothing elsewhere.
/// </summary>
public sealed class DemoDraw
{
    private readonly int seed;
    private readonly string name;
    private ulong state;

    /// <summary>The draws of a thing.</summary>
    public DemoDraw(int seed, string name)
    {
        (this.seed, this.name) = (seed, name);
        state = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{name}")));
    }

    /// <summary>The draws of a part of this thing.</summary>
    public DemoDraw For(string part) => new(seed, $"{name}/{part}");

    /// <summary>From 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(((UInt128)Next() * (uint)count) >> 64);

    /// <summary>From first to last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True that often.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>Around 0, seldom beyond twice the spread: the sum of four draws, which needs no function that differs between machines.</summary>
    public double Around0(double spread) => (Share() + Share() + Share() + Share() - 2) * 1.732 * spread;

    /// <summary>One of them.</summary>
    public T One<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>All of them in another order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        List<T> order = [.. things];
        for (var i = order.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    /// <summary>An instant of a working day: that day, or the Friday before a weekend.</summary>
    public DateTime Working(DateOnly day) =>
        day.AddDays(
                day.DayOfWeek switch
                {
                    DayOfWeek.Saturday => -1,
                    DayOfWeek.Sunday => -2,
                    _ => 0,
                }
            )
            .ToDateTime(new TimeOnly(7, 0), DateTimeKind.Utc)
            .AddSeconds(Below(8 * 3600));

    /// <summary>An id in the form of version 7 that is the same at each telling.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (long)(at - DateTime.UnixEpoch).TotalMilliseconds << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)((Next() & 0x0FFF) | 0x7000));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }

    // SplitMix64 (Steele, Lea, Flood 2014).
    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
