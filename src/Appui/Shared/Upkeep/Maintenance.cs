using Appui.Shared.Storage;
using Appui.Shared.Web;
using Appui.Shared.Work;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Upkeep;

/// <summary>Whether this node answers that it is being looked after.</summary>
public sealed class Maintenance
{
    private volatile bool isOn;

    /// <summary>True while a backup is being restored.</summary>
    public bool IsOn
    {
        get => isOn;
        set => isOn = value;
    }
}

/// <summary>While a backup is restored, every page says so and nothing is read or written.</summary>
public sealed class MaintenanceMiddleware(RequestDelegate next, Maintenance maintenance)
{
    /// <summary>Answers 503, except to the page that says it.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (!maintenance.IsOn || http.Features.Get<ErrorNotice>() is not null)
            return next(http);
        http.Response.Headers.RetryAfter = "60";
        http.Refuse(SharedRefusals.Maintenance);
        return Task.CompletedTask;
    }
}

/// <summary>Looks every second at what administrators switched on, so that every node of the instance follows.</summary>
public sealed partial class SwitchWatch(
    IServiceProvider services,
    IEnumerable<AfterRestore> afterRestore,
    Maintenance maintenance,
    WorkPause pause,
    ILogger<SwitchWatch> log
) : BackgroundService
{
    /// <summary>How often it looks; a restore waits for twice as long.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken); // before the worker takes anything
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, stoppingToken)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (!stoppingToken.IsCancellationRequested)
                await Look(stoppingToken);
        }
    }

    private async Task Look(CancellationToken stop)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var on = await scope.ServiceProvider.GetRequiredService<AppuiDb>().Switches.Select(s => s.Name).ToListAsync(stop);
            var isMaintained = on.Contains(Switch.Maintenance);
            pause.IsOn = isMaintained || on.Contains(Switch.WorkPaused);
            if (maintenance.IsOn && !isMaintained)
            {
                foreach (var hook in afterRestore)
                    hook.Forget(services);
            }

            maintenance.IsOn = isMaintained;
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            NotSeen(log, error); // as it was: a database away is no reason to change anything
        }
        catch (OperationCanceledException)
        {
            // stopping
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Switches of the instance could not be read")]
    private static partial void NotSeen(ILogger log, Exception error);
}
