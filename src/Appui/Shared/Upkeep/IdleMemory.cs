namespace Appui.Shared.Upkeep;

/// <summary>
/// Hands memory back to the machine once the application has gone quiet. The runtime alone keeps what a busy moment took until the next
/// busy moment: 20 to 40 MB that small hosts need for something else.
/// </summary>
public sealed class IdleMemory : BackgroundService
{
    private const long Quiet = 2_000_000; // bytes allocated between two looks: the application's own upkeep, no visitor
    private const long Worthwhile = 5_000_000; // bytes allocated since memory was last handed back

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(3));
        var (looked, handedBack) = (GC.GetTotalAllocatedBytes(), 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - looked < Quiet && now - handedBack > Worthwhile)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                handedBack = now;
            }

            looked = now;
        }
    }
}
