using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Appui.Accounts.Contract;

/// <summary>The one foreign key that crosses capabilities: a row belongs to an organisation.</summary>
public static class OwnedTables
{
    /// <summary>The row's organisation must exist; its rows go with it.</summary>
    public static void BelongsToOrganisation<T>(this EntityTypeBuilder<T> table)
        where T : class, IOwned => table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId);
}
