using Appui.Shared;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Appui.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Organisations;

/// <summary>The logo of an organisation: what is accepted, and the address its members see it at.</summary>
public static class OrganisationLogo
{
    /// <summary>Name of the field it is chosen in.</summary>
    public const string Field = "Logo";

    /// <summary>What is kept.</summary>
    public static FileUse Use { get; } =
        new("accounts.logo", [FileKind.Png, FileKind.Jpeg, FileKind.Webp], 2 * FileLimits.Megabyte, StillReferred) { LongestSide = 800 };

    /// <summary>Maps the address.</summary>
    internal static void MapLogo(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/o/{organisation}/organisme/logo/{file:guid}", Send).ExcludeFromDescription();

    private static async Task<IResult> Send(Guid file, HttpContext http, AppuiDb db, CurrentActor current, SendFile send)
    {
        var isLogo = await db.Organisations.AnyAsync(o => o.Id == current.Actor.OrganisationId && o.LogoId == file, http.RequestAborted);
        return isLogo ? await send.Run(file, current.Actor, http, inline: true) : FileRefusals.Unknown.ToResult();
    }

    private static async Task<IReadOnlyCollection<Guid>> StillReferred(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        return await db.Organisations.Where(o => o.Id == db.Tenant && o.LogoId != null).Select(o => o.LogoId!.Value).ToListAsync(stop);
    }
}
