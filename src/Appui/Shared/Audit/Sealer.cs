using Appui.Shared.Work;

namespace Appui.Shared.Audit;

/// <summary>How the sealer works; the defaults suit everything but tests.</summary>
public sealed record AuditOptions
{
    /// <summary>How often new entries are looked for.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>False: entries wait for another process to seal them.</summary>
    public bool IsOn { get; init; } = true;
}

/// <summary>Seals new audit entries every second, never on the path of a request. What a stopped platform left waits for its next start.</summary>
public sealed partial class Sealer(IServiceScopeFactory scopes, AuditOptions options, WorkPause pause, ILogger<Sealer> log)
    : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsOn)
            return;
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = options.Every;
            try
            {
                if (!pause.IsOn)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<SealChains>().Run(stoppingToken);
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                NotSealed(log, error);
                rest = AfterTrouble;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(rest, stoppingToken)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Audit entries could not be sealed; they wait")]
    private static partial void NotSealed(ILogger log, Exception error);
}
