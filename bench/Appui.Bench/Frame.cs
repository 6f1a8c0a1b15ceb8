using System.Diagnostics;
using System.Globalization;

namespace Appui.Bench;

/// <summary>A measured target of one capability: a name for the command line, and what gives its figures.</summary>
public sealed record Bench(string Name, Func<Task<IReadOnlyList<Figure>>> Run);

/// <summary>One measured figure. <paramref name="Most"/> or <paramref name="Least"/> is the target; without either it is for information.</summary>
public sealed record Figure(string Name, double Value, string Unit, double? Most = null, double? Least = null)
{
    /// <summary>Whether the target is met.</summary>
    public bool IsMet => !(Value > Most || Value < Least);

    /// <summary>A row of the table of <c>docs/benchmarks.md</c>.</summary>
    public override string ToString() => $"| {Name} | {Target} | {Show(Value)} | {(Target == "–" ? "" : IsMet ? "met" : "MISSED")} |";

    private string Target =>
        Most is { } most ? $"≤ {Show(most)}"
        : Least is { } least ? $"≥ {Show(least)}"
        : "–";

    private string Show(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture).Replace(',', ' ')
        + (Unit == "" ? "" : $" {Unit}");
}

/// <summary>What one run took: on the clock, and of this process's processors (the machine may be busy with others).</summary>
public sealed record Took(double Seconds, double CpuSeconds)
{
    /// <summary>Times one call.</summary>
    public static Took By(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        action();
        process.Refresh();
        return new(clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds);
    }

    /// <summary>The middle one of several values.</summary>
    public static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
