using Appui.Shared.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Upkeep
{
    /// <summary>Something an administrator switched on for every node of the instance; the row is there while it is on.</summary>
    public sealed class Switch
    {
        /// <summary>Pages answer that a backup is being restored.</summary>
        public const string Maintenance = "maintenance";

        /// <summary>Durable work waits: a restored backup may hold mails that already went.</summary>
        public const string WorkPaused = "work-paused";

        public required string Name { get; init; }

        public required DateTime Since { get; init; }
    }
}

namespace Appui.Shared.Storage
{
    /// <content>Switches of the instance.</content>
    public abstract partial class AppuiDb
    {
        /// <summary>What is switched on.</summary>
        public DbSet<Switch> Switches => Set<Switch>();

        /// <summary>Switches something on, or leaves it on.</summary>
        public Task SwitchOn(string name, DateTime now, CancellationToken stop) =>
            Database.ExecuteSqlRawAsync(
                """INSERT INTO shared_switch ("Name", "Since") VALUES (@p0, @p1) ON CONFLICT ("Name") DO NOTHING""",
                [name, Stored(now)],
                stop
            );

        /// <summary>Switches something off; true when it was on.</summary>
        public async Task<bool> SwitchOff(string name, CancellationToken stop) =>
            await Switches.Where(s => s.Name == name).ExecuteDeleteAsync(stop) > 0;

        partial void MapSwitches(ModelBuilder model) =>
            model.Entity<Switch>(s =>
            {
                s.ToTable("shared_switch");
                s.HasKey(x => x.Name);
                s.Property(x => x.Name).HasMaxLength(30);
            });
    }
}
