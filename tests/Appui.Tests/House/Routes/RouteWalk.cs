using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Appui.Shared;
using Appui.Tests.Harness;

namespace Appui.Tests.House.Routes;

/// <summary>Somebody at the door: who they are, and what they show.</summary>
public sealed record Caller(string Name, Roles Roles, Guid? PersonId = null, string? ClientKey = null, string? Cookie = null);

/// <summary>Calls every handler as everybody, and says where the answer is not the one its sample promises.</summary>
public sealed partial class RouteWalk(AppFixture app, RouteScene scene, Func<Task<long>> changes)
{
    private readonly HttpClient http = app.Client();
    private readonly List<(string What, string Who)> faults = [];

    /// <summary>How many calls were made.</summary>
    public int Calls { get; private set; }

    /// <summary>Walks: first all that must be refused, then all that must be let in. Returns what is wrong, one sentence each.</summary>
    public async Task<IReadOnlyList<string>> Run(IReadOnlyList<(Callable Route, Sample Sample)> routes)
    {
        foreach (var (route, sample) in routes)
        {
            foreach (var (caller, own, named) in Refused(route, sample))
                await Refuse(route, sample, caller, own, named);
        }

        foreach (var (route, sample) in routes.OrderBy(r => r.Sample.Once))
        {
            foreach (var caller in Admitted(route, sample))
                await Admit(route, sample, caller);
        }

        return [.. faults.GroupBy(f => f.What, f => f.Who).Select(f => $"{f.Key}: {string.Join(", ", f.Distinct())}")];
    }

    // Who must not get in: into which place, naming the things of which place.
    private IEnumerable<(Caller Caller, Place In, Place Named)> Refused(Callable route, Sample sample)
    {
        var (own, other) =
            sample.Advised ? (scene.Operator, scene.OtherOperator)
            : route.IsOfLink ? (scene.OwnSpace, scene.OtherSpace)
            : (scene.Own, scene.Other);
        var names = (sample.Value?.Invoke(own), sample.Body?.Invoke(own)) != (sample.Value?.Invoke(other), sample.Body?.Invoke(other));
        switch (sample.For)
        {
            case Audience.Nobody or Audience.Secret:
                foreach (var caller in scene.Everybody)
                    yield return (caller, own, own);
                break;
            case Audience.SignedIn:
                yield return (scene.Stranger, own, own);
                if (names)
                    yield return (scene.Manager, own, other);
                break;
            case Audience.Client:
                foreach (var caller in scene.Everybody.Append(scene.ClientWithoutScope))
                    yield return (caller, own, own);
                if (names)
                    yield return (scene.Client, own, other);
                break;
            case Audience.Space when route.IsOfLink:
                yield return (scene.Stranger, scene.NoSpace, own);
                if (names)
                    yield return (scene.Stranger, own, other);
                break;
            case Audience.Space:
                yield return (scene.Stranger, own, own);
                foreach (var caller in sample.Advised ? scene.Members : [])
                    yield return (caller, scene.Own, own);
                foreach (var caller in MembersFor(sample))
                {
                    yield return (caller, other, other);
                    if (names || !caller.Roles.HasAny(sample.Roles))
                        yield return (caller, own, names && caller.Roles.HasAny(sample.Roles) ? other : own);
                }

                break;
        }
    }

    private IReadOnlyList<Caller> MembersFor(Sample sample) => sample.Advised ? scene.Advisers : scene.Members;

    private IEnumerable<Caller> Admitted(Callable route, Sample sample)
    {
        IEnumerable<Caller> all = sample.For switch
        {
            Audience.Anyone => scene.Everybody,
            Audience.SignedIn => [scene.Manager],
            Audience.Client => [scene.Client],
            Audience.Space when route.IsOfLink => sample.Roles.HasAny(Roles.Visitor) ? [scene.Stranger] : [],
            Audience.Space => MembersFor(sample).Where(m => m.Roles.HasAny(sample.Roles)),
            _ => [],
        };
        return sample.Once ? all.Take(1) : all;
    }

    private async Task Refuse(Callable route, Sample sample, Caller caller, Place own, Place named)
    {
        for (var attempt = 0; ; attempt++)
        {
            var before = await changes();
            var (status, to) = await Call(route, sample, caller, own, named);
            var said = $"{route.Verb} {route.Template}{(route.Handler.Length > 0 ? "#" + route.Handler : "")} in {scene.Say(own, named)}";
            // A secret that is no longer good is a conflict, and a write without a session goes back to the page: both say so.
            var saysSo = sample.For == Audience.Secret && (status == 409 || (to is not null && to == AddressOf(route, sample, own, named)));
            if (!IsRefused(status, to) && !saysSo)
                faults.Add(($"{said} answers {status} and should refuse (404, 403 or sign-in)", caller.Name));
            else if (await changes() == before)
                return;
            // Work in the background may have written something: once may be chance.
            else if (attempt > 0)
                faults.Add(($"{said} refuses with {status}, but the database changed", caller.Name));
            else
                continue;
            return;
        }
    }

    private async Task Admit(Callable route, Sample sample, Caller caller)
    {
        var own =
            sample.Advised ? scene.Operator
            : route.IsOfLink ? scene.OwnSpace
            : scene.Own;
        if (caller.PersonId is { } person)
            caller = caller with { Cookie = await app.SessionCookie(person) };
        var (status, to) = await Call(route, sample, caller, own, own);
        if (!IsAdmitted(status, to))
            faults.Add(($"{route.Key} answers {status} {to} and should let in (2xx, 3xx to a page, 400, 409, 422)", caller.Name));
    }

    /// <summary>A page, a redirection to a page, or a "no" about what was typed.</summary>
    public static bool IsAdmitted(int status, string? to) =>
        status is >= 200 and < 300 or 400 or 409 or 422 || (status is >= 300 and < 400 && !IsSignIn(to));

    /// <summary>Nothing is there, it is not for you, or please sign in.</summary>
    public static bool IsRefused(int status, string? to) => status is 401 or 403 or 404 || (status is >= 300 and < 400 && IsSignIn(to));

    private static bool IsSignIn(string? to) => to is not null && to.Contains("/connexion", StringComparison.Ordinal);

    private async Task<(int Status, string? To)> Call(Callable route, Sample sample, Caller caller, Place own, Place named)
    {
        Calls++;
        using var request = new HttpRequestMessage(new HttpMethod(route.Verb), AddressOf(route, sample, own, named));
        if (caller.Cookie is { } cookie)
            request.Headers.Add("Cookie", $"appui={cookie}");
        if (caller.ClientKey is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", key);
        if (route.Verb is not "GET")
        {
            var json = route.Template.StartsWith("/api/", StringComparison.Ordinal);
            var type = json ? "application/json" : "application/x-www-form-urlencoded";
            request.Content = new StringContent(sample.Body?.Invoke(named) ?? "", Encoding.UTF8, type);
        }

        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, response.Headers.Location?.OriginalString);
    }

    private static string AddressOf(Callable route, Sample sample, Place own, Place named)
    {
        var values = new Queue<string>((sample.Value?.Invoke(named) ?? "").Split('|'));
        var path = route
            .Template.Replace("/o/{organisation}", own.Prefix, StringComparison.Ordinal)
            .Replace("/essai/{link}", own.Prefix, StringComparison.Ordinal);
        path = Hole().Replace(path, _ => values.TryDequeue(out var value) ? value : "");
        return route.Handler.Length > 0 ? $"{path}?handler={route.Handler}" : path;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}

/// <summary>Reading of roles in tests.</summary>
public static class RoleSets
{
    /// <summary>At least one in common.</summary>
    public static bool HasAny(this Roles roles, Roles wanted) => (roles & wanted) != Roles.None;
}
