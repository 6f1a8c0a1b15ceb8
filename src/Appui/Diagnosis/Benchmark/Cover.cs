namespace Appui.Diagnosis.Benchmark;

/// <summary>How well the people of a group at one time are known from what was shown of the group at any time: what subtracting it leaves.</summary>
/// <param name="Code">Kept as a byte: 0 to 9 providers are left, <see cref="Exact"/>, or ten and more (<see cref="None"/>).</param>
public readonly record struct Cover(byte Code)
{
    private const byte ExactCode = 100;
    private const byte NoneCode = 255;

    /// <summary>Nothing is left: exactly these were shown, or there is nobody.</summary>
    public static Cover Exact { get; } = new(ExactCode);

    /// <summary>Ten and more tell them apart: nothing is learnt.</summary>
    public static Cover None { get; } = new(NoneCode);

    /// <summary>Nothing of it was shown: all of it is left.</summary>
    public static Cover Unshown(int size) => By(size, size);

    /// <summary>Something was shown: so many are missing in it, and so many are missing, too many or changed.</summary>
    public static Cover By(int missing, int apart) =>
        apart == 0 ? Exact
        : apart >= BenchmarkRules.Fewest ? None
        : new Cover((byte)missing);

    /// <summary>How many are left when it is subtracted; null when ten and more.</summary>
    public int? Left =>
        Code == ExactCode ? 0
        : Code == NoneCode ? null
        : Code;

    /// <summary>The one from which more is learnt.</summary>
    public static Cover Better(Cover one, Cover other) => one.Rank <= other.Rank ? one : other;

    private int Rank => Code == ExactCode ? -1 : Code;
}
