using System.Globalization;
using Appui.Shared.Storage;

namespace Appui.Shared.Work;

/// <summary>Wakes the worker at once after a save that put work down.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim door = new(0);

    /// <summary>There may be something to do.</summary>
    public void Ring()
    {
        if (door.CurrentCount < 8)
            door.Release();
    }

    /// <summary>Waits for a ring, or for the time to look anyway.</summary>
    public Task<bool> Wait(TimeSpan longest, CancellationToken stop) => door.WaitAsync(longest, stop);

    /// <inheritdoc />
    public void Dispose() => door.Dispose();
}

/// <summary>Takes due work and runs it, a few at a time.</summary>
public sealed partial class Worker(
    IServiceScopeFactory scopes,
    IEnumerable<WorkHandler> handlers,
    WorkSignal signal,
    WorkOptions options,
    WorkPause pause,
    ILogger<Worker> log
) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, WorkHandler> byKind = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsOn)
            return;
        await Task.Yield();
        await TakeBack(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, options.Parallel).Select(_ => Loop(stoppingToken)));
    }

    private async Task TakeBack(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetRequiredService<AppuiDb>().IsSqlite)
                await scope.ServiceProvider.GetRequiredService<WorkQueue>().TakeBackAll(stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            Troubled(log, error);
        }
    }

    private async Task Loop(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (pause.IsOn || !await RunNext(stop))
                    await signal.Wait(options.Poll, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Troubled(log, error);
                await Task.Delay(AfterTrouble, stop)
                    .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private async Task<bool> RunNext(CancellationToken stop)
    {
        WorkItem? item;
        await using (var scope = scopes.CreateAsyncScope())
            item = await scope.ServiceProvider.GetRequiredService<WorkQueue>().Take(options.Lease, stop);
        if (item is null)
            return false;
        await Run(item, stop);
        return true;
    }

    private async Task Run(WorkItem item, CancellationToken stop)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var keeping = KeepLease(item, mine);
        var progress = new Progress(this, item);
        Func<WorkQueue, Task> end;
        try
        {
            end = await RunHandler(item, progress, mine.Token);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            end = queue => queue.Release(item, CancellationToken.None);
        }
        catch (Exception) when (mine.IsCancellationRequested)
        {
            LostLease(log, item.Kind, item.Id);
            end = _ => Task.CompletedTask;
        }
        catch (Exception error)
        {
            HandlerFailed(log, error, item.Kind, item.Id, item.Attempts);
            var last = !byKind.TryGetValue(item.Kind, out var handler) || item.Attempts >= handler.Attempts;
            end = queue => queue.Fail(item, Short(error.Message), last, CancellationToken.None);
        }

        await mine.CancelAsync();
        await keeping;
        await Move(end);
    }

    private async Task<Func<WorkQueue, Task>> RunHandler(WorkItem item, Progress progress, CancellationToken stop)
    {
        if (!byKind.TryGetValue(item.Kind, out var handler))
            throw new InvalidOperationException($"Nobody runs work of kind {item.Kind}.");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(item.Language);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = item.Actor;
        var outcome = await handler.Run(scope.ServiceProvider, item.Payload, progress, stop);
        if (outcome.Refusal is not { } refusal)
            return queue => queue.End(item, progress.Address, CancellationToken.None);
        var last = refusal.Kind != RefusalKind.Unavailable || item.Attempts >= handler.Attempts;
        var sentence = Short(refusal.Sentence);
        return queue => queue.Fail(item, sentence, last, CancellationToken.None);
    }

    private async Task KeepLease(WorkItem item, CancellationTokenSource mine)
    {
        while (!mine.IsCancellationRequested)
        {
            await Task.Delay(options.Lease / 3, mine.Token)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (mine.IsCancellationRequested)
                return;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<WorkQueue>().Renew(item, options.Lease, mine.Token))
                    await mine.CancelAsync();
            }
            catch (Exception error) when (!mine.IsCancellationRequested)
            {
                Troubled(log, error); // two more renewals fit in the lease
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Move(Func<WorkQueue, Task> move)
    {
        await using var scope = scopes.CreateAsyncScope();
        await move(scope.ServiceProvider.GetRequiredService<WorkQueue>());
    }

    private static string Short(string text) => text.Length <= WorkItem.LongestText ? text : text[..WorkItem.LongestText];

    [LoggerMessage(Level = LogLevel.Error, Message = "Work {Kind} {Id} failed, attempt {Attempt}")]
    private static partial void HandlerFailed(ILogger log, Exception error, string kind, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work {Kind} {Id} was taken over by another worker")]
    private static partial void LostLease(ILogger log, string kind, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker could not reach the database")]
    private static partial void Troubled(ILogger log, Exception error);

    private sealed class Progress(Worker worker, WorkItem item) : IWorkProgress
    {
        private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
        private long written;

        public string? Address { get; private set; }

        public void Result(string address) => Address = address;

        public Task Report(int percent, string text, CancellationToken stop)
        {
            if (written != 0 && System.Diagnostics.Stopwatch.GetElapsedTime(written) < Pace)
                return Task.CompletedTask;
            written = System.Diagnostics.Stopwatch.GetTimestamp();
            return worker.Move(queue => queue.Report(item, Math.Clamp(percent, 0, 100), Short(text), stop));
        }
    }
}

/// <summary>Holds the worker back, while a backup is restored and until an administrator confirms that what waits may go out (<c>./appui work resume</c>).</summary>
public sealed class WorkPause
{
    private volatile bool isOn;

    /// <summary>True while nothing is taken.</summary>
    public bool IsOn
    {
        get => isOn;
        set => isOn = value;
    }
}
