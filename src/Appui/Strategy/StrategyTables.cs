using Appui.Accounts.Contract;
using Appui.Strategy;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Storage;

/// <content>Tables of Strategy.</content>
public abstract partial class AppuiDb
{
    public DbSet<Plan> Plans => Set<Plan>();

    partial void MapStrategy(ModelBuilder model)
    {
        model.Entity<Plan>(plan =>
        {
            plan.ToTable("strategy_plan");
            plan.HasIndex(p => new { p.OrganisationId, p.CreatedAt });
            plan.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
            plan.BelongsToOrganisation();
        });
    }
}
