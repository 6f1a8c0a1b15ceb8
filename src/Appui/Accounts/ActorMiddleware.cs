using System.Security.Claims;
using Appui.Accounts.Clients;
using Appui.Accounts.Contract;
using Appui.Accounts.Organisations;
using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Authentication;

namespace Appui.Accounts;

/// <summary>
/// Finds out, once per request, who acts and for which organisation: <c>/o/{organisation}</c> needs a membership,
/// <c>/essai/{link}</c> needs the secret link, an endpoint with a scope needs an API client. Anybody else's space answers 404, never 403.
/// </summary>
public sealed class ActorMiddleware(RequestDelegate next, TimeProvider clock)
{
    /// <summary>Runs after routing and authentication.</summary>
    public async Task InvokeAsync(HttpContext http, AppuiDb db, CurrentActor current)
    {
        var person = Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : (Guid?)null;
        current.Actor = Actor.Nobody with { PersonId = person };
        if (http.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is { } scope)
        {
            if (await http.RequestServices.GetRequiredService<ApiGate>().Admits(http, scope))
                await next(http);
            return;
        }

        if (http.GetRouteValue("organisation") is string code)
        {
            if (person is null)
            {
                await http.ChallengeAsync();
                return;
            }

            if (
                await AccountsAccess.Enter(db, code, person.Value, clock.Now(), http.RequestAborted) is not { } entry
                || Admitted(http.User, entry) is not { } admitted
            )
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            current.Actor = new Actor(person, null, admitted.OrganisationId, admitted.Roles, admitted.For?.PersonId);
            current.OrganisationCode = code;
            (current.OrganisationName, current.DisplayName) = (admitted.OrganisationName, admitted.DisplayName);
            current.HasTrainees = admitted.Kind == OrganisationKind.TrainingProvider;
            current.MayHavePlans = OrganisationForm.SelfDeclared.Contains(admitted.Kind);
            current.MayAdvise =
                admitted.Kind
                    is OrganisationKind.SkillsOperator
                        or OrganisationKind.Region
                        or OrganisationKind.StateService
                        or OrganisationKind.RegionalObservatory;
            current.OnBehalfOfName = admitted.For?.DisplayName;
            current.Zone = TimeZoneInfo.FindSystemTimeZoneById(admitted.TimeZone);
        }
        else if (http.GetRouteValue("link") is string link)
        {
            if (link.Length != 32 || await AccountsAccess.EnterByLink(db, link, http.RequestAborted) is not { } space)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            current.Actor = new Actor(person, null, space.OrganisationId, Roles.Visitor);
            current.Zone = TimeZoneInfo.FindSystemTimeZoneById(space.TimeZone);
            current.Link = link;
        }

        await next(http);
    }

    // Who came by PIN or card is a trainee in that organisation alone, whatever else they may be there.
    private static Entry? Admitted(ClaimsPrincipal user, Entry entry)
    {
        if (user.OnlyOrganisation() is not { } only)
            return entry;
        return only == entry.OrganisationId && entry.Roles.HasFlag(Roles.Trainee) ? entry with { Roles = Roles.Trainee, For = null } : null;
    }
}

/// <summary>A visitor's provisional space, as its link opens it.</summary>
public sealed record Space(Guid OrganisationId, string TimeZone);

/// <summary>Claims of the session cookie beyond the person's id.</summary>
public static class AccountsClaims
{
    /// <summary>Id of the session row.</summary>
    public const string Session = "appui:session";

    /// <summary>Id of the only organisation the session is good for.</summary>
    public const string OnlyOrganisation = "appui:only";
}
