namespace Appui.Shared.Work;

/// <summary>Lets a handler tell how far it is and where the result lies.</summary>
public interface IWorkProgress
{
    /// <summary>Shows a share done (0 to 100) and what is being done. Cheap: at most two a second are written.</summary>
    Task Report(int percent, string text, CancellationToken stop);

    /// <summary>Gives the address of what was made, shown as a link at the end.</summary>
    void Result(string address);
}

/// <summary>
/// What a capability does for one kind of work; a registration record. It runs in a scope of its own, as the actor of the row, in the
/// language of whoever asked. It may run again after a crash: do the same thing twice without harm. A refusal ends the work, except
/// <see cref="RefusalKind.Unavailable"/>, which like an exception is tried again later.
/// </summary>
public sealed record WorkHandler(string Kind, Func<IServiceProvider, string, IWorkProgress, CancellationToken, Task<Outcome>> Run)
{
    /// <summary>Attempts before it is given up.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>A handler whose payload is a record.</summary>
    public static WorkHandler Of<T>(string kind, Func<IServiceProvider, T, IWorkProgress, CancellationToken, Task<Outcome>> run) =>
        new(kind, (services, payload, progress, stop) => run(services, Work.Read<T>(payload), progress, stop));

    /// <summary>How long to wait after a failed attempt: 5 s, then four times longer each time, two hours at most.</summary>
    public static TimeSpan Wait(int attempts) => TimeSpan.FromSeconds(Math.Min(7200, 5 * Math.Pow(4, Math.Max(0, attempts - 1))));
}

/// <summary>
/// Work that comes back at fixed times; a registration record. The clock only inserts a row under <paramref name="Key"/>, so that several
/// nodes insert it once. A time missed while the platform was stopped is made up for at start.
/// </summary>
/// <param name="Kind">Which handler runs it, with an empty payload.</param>
/// <param name="Cron">Quartz cron expression, Paris time.</param>
/// <param name="Key">Key of the row for an instant: the same key is one piece of work.</param>
public sealed record Schedule(string Kind, string Cron, Func<DateTime, string> Key)
{
    /// <summary>Once a day at an hour of Paris.</summary>
    public static Schedule Daily(string kind, int hour, int minute) =>
        new(kind, $"0 {minute} {hour} * * ?", now => $"{kind}/{now:yyyy-MM-dd}");
}

/// <summary>How the worker works; the defaults suit everything but tests.</summary>
public sealed record WorkOptions
{
    /// <summary>Pieces of work at the same time on this node.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>How long a taken row is safe from others; renewed at a third of it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the table is looked at when nothing signals.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>False: rows are written and nobody runs them (commands, some tests).</summary>
    public bool IsOn { get; init; } = true;
}
