using Appui.Accounts.Contract;
using Appui.Accounts.Journal;
using Appui.Accounts.Organisations;
using Appui.Accounts.Team;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.SignUp;

/// <summary>Whom to let in, where, and as what.</summary>
/// <param name="Name">Name of the person; their address when not said.</param>
/// <param name="OrganisationCode">Name of the organisation in addresses.</param>
/// <param name="OrganisationName">Makes the organisation when its code is unknown.</param>
/// <param name="Kind">What a new organisation is.</param>
/// <param name="Department">INSEE code of a new organisation's department.</param>
public sealed record Enrolment(
    string Email,
    string? Name,
    Roles Role,
    string OrganisationCode,
    string? OrganisationName,
    OrganisationKind Kind,
    string? Department
);

/// <summary>Somebody was let in.</summary>
/// <param name="Organisation">Name of the organisation.</param>
/// <param name="Password">First password of a new account, shown this once; null when the account was there.</param>
public sealed record Enrolled(string Organisation, string? Password);

/// <summary>
/// Whoever hosts the platform lets somebody in from the command line: the very first administrator, and organisations of the kinds that
/// nobody can declare of themselves (Région, Opco, Carif-Oref…).
/// </summary>
public sealed class EnrolMember(AppuiDb db, CurrentActor current, TimeProvider clock)
{
    /// <summary>Makes what is missing: organisation, account, membership. The address is taken as proven.</summary>
    public async Task<Outcome<Enrolled>> Run(Enrolment asked, CancellationToken stop)
    {
        if (!EmailAddress.Read(asked.Email).Is(out var email, out var malformed))
            return malformed;
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        if (!(await Place(asked, stop)).Is(out var organisation, out var refusal))
            return refusal;
        var given = TeamRules.RolesIn(organisation.Kind);
        if (!given.Contains(asked.Role))
            return AccountsRefusals.RoleNotGiven.With(organisation.Name, string.Join(", ", given));
        var now = clock.Now();
        current.Actor = Actor.Nobody with { OrganisationId = organisation.Id };
        var person = await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == email.Normalized, stop);
        string? password = null;
        if (person is null)
        {
            password = Ids.NewSecret()[..20];
            person = Person.New(string.IsNullOrWhiteSpace(asked.Name) ? email.Text : asked.Name.Trim(), now);
            person.PasswordHash = Passwords.Hash(password);
            person.Prove(email);
            db.People.Add(person);
            db.Note(person.Id, AccountEventKind.AccountMade, now);
        }

        await Join(person, organisation, asked.Role, now, stop);
        await db.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
        return new Enrolled(organisation.Name, password);
    }

    private async Task<Outcome<Organisation>> Place(Enrolment asked, CancellationToken stop)
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Code == asked.OrganisationCode, stop) is { } known)
            return known;
        if (string.IsNullOrWhiteSpace(asked.OrganisationName))
            return AccountsRefusals.UnknownOrganisation.With(asked.OrganisationCode);
        if (OrganisationCodes.Of(asked.OrganisationCode) != asked.OrganisationCode)
            return AccountsRefusals.CodeMalformed.With(asked.OrganisationCode, OrganisationCodes.Of(asked.OrganisationCode));
        if (asked.Department is not null && Places.RegionOf(asked.Department) is null)
            return AccountsRefusals.UnknownDepartment.With(asked.Department);
        var organisation = new Organisation
        {
            Id = Ids.New(),
            Code = asked.OrganisationCode,
            Name = asked.OrganisationName.Trim(),
            Kind = asked.Kind,
            State = OrganisationState.Active,
            Profile = ProviderProfile.Solo,
            DepartmentCode = asked.Department,
            RegionCode = Places.RegionOf(asked.Department),
            TimeZone = Places.ZoneOf(asked.Department),
            CreatedAt = clock.Now(),
            ClaimedAt = clock.Now(),
        };
        db.Organisations.Add(organisation);
        db.Record(
            Actor.Nobody with
            {
                OrganisationId = organisation.Id,
            },
            AccountsKinds.Founded,
            clock.Now(),
            organisation.Id,
            ("name", organisation.Name)
        );
        return organisation;
    }

    private async Task Join(Person person, Organisation organisation, Roles role, DateTime now, CancellationToken stop)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.PersonId == person.Id, stop);
        if (membership is null)
        {
            membership = Membership.Of(organisation.Id, person.Id, role, person.FullName, now, person.Email);
            db.Memberships.Add(membership);
            db.Note(person.Id, AccountEventKind.JoinedOrganisation, now, detail: organisation.Name);
        }

        (membership.Roles, membership.EndedAt) = (membership.Roles | role, null);
        db.Record(
            current.Actor,
            AccountsKinds.MemberJoined,
            now,
            person.Id,
            ("name", membership.DisplayName),
            ("roles", $"{membership.Roles}")
        );
    }
}
