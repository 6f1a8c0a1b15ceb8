using Appui.Shared.Storage;
using Quartz;
using Quartz.Impl;

namespace Appui.Shared.Work;

/// <summary>Quartz in memory, as a clock and nothing more: at the time of a <see cref="Schedule"/> a row is put into the work table.</summary>
public sealed partial class WorkClock(
    IServiceScopeFactory scopes,
    IEnumerable<Schedule> schedules,
    WorkOptions options,
    TimeProvider time,
    WorkSignal signal,
    ILogger<WorkClock> log
) : BackgroundService
{
    private readonly List<Schedule> schedules = [.. schedules];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsOn || schedules.Count == 0)
            return;
        await Task.Yield();
        foreach (var schedule in schedules)
            await Insert(schedule, stoppingToken); // what a stopped machine missed
        var scheduler = await QuartzSchedulerBuilder.Create().BuildScheduler(stoppingToken);
        foreach (var (schedule, index) in schedules.Select((s, i) => (s, i)))
        {
            var job = JobBuilder.Create<Tick>().WithIdentity($"{index}-{schedule.Kind}").Build();
            job.JobDataMap["tick"] = (Func<Task>)(() => Insert(schedule, stoppingToken));
            var trigger = TriggerBuilder.Create().WithCronSchedule(schedule.Cron, c => c.InTimeZone(Clock.Paris)).Build();
            await scheduler.ScheduleJob(job, trigger, cancellationToken: stoppingToken);
        }

        await scheduler.Start(stoppingToken);
        try
        {
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await scheduler.Shutdown(false, CancellationToken.None);
        }
    }

    private async Task Insert(Schedule schedule, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WorkQueue>().InsertDue(schedule.Kind, schedule.Key(time.Now()), stop);
            signal.Ring();
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            NotInserted(log, error, schedule.Kind);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Scheduled work {Kind} could not be put down")]
    private static partial void NotInserted(ILogger log, Exception error, string kind);

    private sealed class Tick : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await ((Func<Task>)context.MergedJobDataMap["tick"]!)();
    }
}
