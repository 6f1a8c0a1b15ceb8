using System.CommandLine;
using Appui.Shared.Storage;
using Appui.Shared.Upkeep;
using Appui.Shared.Work;
using Microsoft.EntityFrameworkCore;

namespace Appui;

/// <summary>Durable work, as an administrator sees it: what waits, and letting it go on after a restore.</summary>
public static class WorkCommand
{
    /// <summary>The command and its options.</summary>
    public static Command Build() => new("work", "Travaux en attente. / Waiting work.") { List(), Resume() };

    private static Command List()
    {
        var command = new Command("list", "Ce qui attend, par nature. / What waits, by kind.");
        command.SetAction(
            (parsed, stop) =>
                Commands.InScope(
                    parsed,
                    async services =>
                    {
                        var db = services.GetRequiredService<AppuiDb>();
                        if (await db.Switches.AnyAsync(s => s.Name == Switch.WorkPaused, stop))
                            Console.WriteLine("En pause jusqu’à « ./appui work resume ». / Paused until ./appui work resume.");
                        var lines = await db
                            .Work.Where(w => w.State != WorkState.Done)
                            .GroupBy(w => new { w.Kind, w.State })
                            .Select(g => new
                            {
                                g.Key.Kind,
                                g.Key.State,
                                Count = g.Count(),
                                Oldest = g.Min(w => w.CreatedAt),
                            })
                            .ToListAsync(stop);
                        foreach (var line in lines.OrderBy(l => l.Kind, StringComparer.Ordinal).ThenBy(l => l.State))
                            Console.WriteLine($"  {line.Kind, -24} {line.State, -8} {line.Count, 7}   {line.Oldest:yyyy-MM-dd HH:mm} UTC");
                        if (lines.Count == 0)
                            Console.WriteLine("Rien n’attend. / Nothing waits.");
                        return 0;
                    }
                )
        );
        return command;
    }

    private static Command Resume()
    {
        var command = new Command("resume", "Laisse repartir les travaux après une restauration. / Lets work go on after a restore.");
        command.SetAction(
            (parsed, stop) =>
                Commands.InScope(
                    parsed,
                    async services =>
                    {
                        var was = await services.GetRequiredService<AppuiDb>().SwitchOff(Switch.WorkPaused, stop);
                        Console.WriteLine(
                            was ? "Les travaux repartent. / Work goes on." : "Les travaux n’étaient pas en pause. / Work was not paused."
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
