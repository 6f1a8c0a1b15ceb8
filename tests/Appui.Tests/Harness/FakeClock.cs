namespace Appui.Tests.Harness;

/// <summary>A clock that stands still until a test moves it. Timers keep real time.</summary>
public sealed class FakeClock : TimeProvider
{
    /// <summary>Tuesday 24 November 2026, ten in the morning in Paris.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private long ticks = Start.Ticks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves time on (or back, with a negative span).</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
