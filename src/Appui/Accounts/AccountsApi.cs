using Appui.Accounts.Contract;
using Appui.Accounts.Organisations;
using Appui.Shared;

namespace Appui.Accounts;

/// <summary>Public JSON of Accounts: what the caller's organisation says of itself.</summary>
public static class AccountsApi
{
    /// <summary>Scope that opens it.</summary>
    public const string Scope = "organisation";

    /// <summary>Maps the routes.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/api/v1/organisation",
                async (OrganisationDirectory directory, CurrentActor current, CancellationToken stop) =>
                    await directory.Find(current.Actor.OrganisationId, stop) is { } card
                        ? Results.Ok(OrganisationJson.Of(card))
                        : Results.NotFound()
            )
            .RequireScope(Scope)
            .WithTags("Accounts")
            .WithName("ReadOrganisation")
            .WithSummary("What the client's organisation says of itself.")
            .Produces<OrganisationJson>();
        routes.MapLogo();
        return routes;
    }
}

/// <summary>An organisation as the API gives it. Codes are those of INSEE; null when not said.</summary>
public sealed record OrganisationJson(
    string Code,
    string Name,
    string Kind,
    string Profile,
    string? Siret,
    string? Region,
    string? Department,
    bool Qualiopi,
    int Trainers,
    int TraineesPerYear
)
{
    /// <summary>The public form of a card.</summary>
    public static OrganisationJson Of(OrganisationCard card) =>
        new(
            card.Code,
            card.Name,
            card.Kind.ToString(),
            card.Profile.Code(),
            card.Siret,
            card.RegionCode,
            card.DepartmentCode,
            card.Qualiopi,
            card.Trainers,
            card.TraineesPerYear
        );
}
