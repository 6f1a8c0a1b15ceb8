namespace Appui.Shared.Work;

/// <summary>Work that outlives a request: the table, the worker, the clock.</summary>
public static class WorkModule
{
    /// <summary>Registers the job system and its own nightly retention.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<WorkPause>();
        services.AddSingleton(new WorkOptions());
        services.AddScoped<WorkQueue>();
        services.AddHostedService<Worker>();
        services.AddHostedService<WorkClock>();
        services.AddSingleton(new WorkHandler(Retention.Kind, (s, _, progress, stop) => Retention.Run(s, progress, stop)));
        services.AddSingleton(Schedule.Daily(Retention.Kind, 3, 20));
        services.AddSingleton(Retention.FinishedWork);
        services.AddSingleton(Retention.FailedWork);
        return services;
    }
}
