using Appui.Shared;
using Appui.Shared.Work;

namespace Appui.Diagnosis.Benchmark;

/// <summary>The comparison with others: a snapshot a month, the page part that shows it, the API.</summary>
public static class BenchmarkModule
{
    /// <summary>Registers what the comparison needs.</summary>
    public static IServiceCollection AddBenchmark(this IServiceCollection services)
    {
        services.AddScoped<TakeSnapshot>().AddScoped<FindBenchmark>();
        services.AddSingleton(
            new WorkHandler(
                TakeSnapshot.Kind,
                (s, _, _, stop) => s.GetRequiredService<TakeSnapshot>().Run(s.GetRequiredService<TimeProvider>().Today(), stop)
            )
        );
        // The second of the month, at night.
        services.AddSingleton(new Schedule(TakeSnapshot.Kind, "0 20 3 2 * ?", now => $"{TakeSnapshot.Kind}/{now:yyyy-MM}"));
        services.AddSingleton(
            new DemoStory(11, "benchmark", (s, options, _, stop) => s.GetRequiredService<TakeSnapshot>().Run(options.Today, stop))
        );
        return services;
    }
}
