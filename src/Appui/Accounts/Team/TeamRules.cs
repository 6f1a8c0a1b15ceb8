using Appui.Accounts.Contract;
using Appui.Shared;

namespace Appui.Accounts.Team;

/// <summary>Which roles a team may have, and for how long somebody may be replaced.</summary>
public static class TeamRules
{
    /// <summary>Longest time one deputy is named for.</summary>
    public const int MostDeputyDays = 366;

    /// <summary>Roles that manage an organisation: at least one member has one of them.</summary>
    public const Roles Managing = Roles.Manager | Roles.Administrator;

    /// <summary>Roles that an organisation of a kind gives its members. The others carry trust that it cannot give itself.</summary>
    public static IReadOnlyList<Roles> RolesIn(OrganisationKind kind) =>
        kind switch
        {
            OrganisationKind.Region or OrganisationKind.StateService => [Roles.Manager, Roles.Officer],
            OrganisationKind.SkillsOperator => [Roles.Manager, Roles.Adviser],
            OrganisationKind.RegionalObservatory => [Roles.Manager, Roles.Analyst],
            OrganisationKind.Publisher => [Roles.Manager, Roles.Publisher],
            OrganisationKind.Consultancy => [Roles.Manager, Roles.Expert],
            OrganisationKind.Host => [Roles.Manager, Roles.Administrator],
            _ => [Roles.Manager, Roles.Trainer],
        };

    /// <summary>The roles chosen by name, at least one. Those a member has beyond what the organisation gives are kept.</summary>
    public static Outcome<RoleChoice> Read(IEnumerable<string> names, OrganisationKind kind, Roles held = Roles.None)
    {
        var given = RolesIn(kind);
        var kept = held & ~given.Aggregate(Roles.None, (all, r) => all | r);
        var chosen = kept;
        foreach (var name in names)
        {
            var role = given.FirstOrDefault(r => r.ToString() == name);
            if (role == Roles.None)
                return AccountsRefusals.RoleMissing;
            chosen |= role;
        }

        return chosen == Roles.None ? AccountsRefusals.RoleMissing : new RoleChoice(chosen);
    }

    /// <summary>Does a change give or take a managing role? Only somebody who has one of their own may do that.</summary>
    public static bool TouchesManaging(Roles before, Roles after) => (before & Managing) != (after & Managing);

    /// <summary>Why a member may not be replaced for these days, or null.</summary>
    public static Refusal? CheckDays(DateOnly? first, DateOnly? last, DateOnly today) =>
        (first, last) switch
        {
            (null, _) => AccountsRefusals.DayMalformed.On("First"),
            (_, null) => AccountsRefusals.DayMalformed.On("Last"),
            var (f, l) when l < f => AccountsRefusals.DaysReversed,
            var (_, l) when l < today => AccountsRefusals.DaysPast,
            var (f, l) when l.Value.DayNumber - f.Value.DayNumber >= MostDeputyDays => AccountsRefusals.DaysTooMany.With(MostDeputyDays),
            _ => null,
        };
}

/// <summary>Roles chosen for a member.</summary>
public sealed record RoleChoice(Roles Roles);
