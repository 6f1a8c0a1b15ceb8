using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests;

/// <summary>A member as a test knows them.</summary>
public sealed record Member(Guid PersonId, Guid OrganisationId, string Code, Roles Roles)
{
    /// <summary>The actor this member is in their organisation.</summary>
    public Actor Actor => new(PersonId, null, OrganisationId, Roles);

    /// <summary>Beginning of the addresses of their organisation.</summary>
    public string Prefix => $"/o/{Code}";
}

/// <summary>Builders: something plausible, of which a test names only what matters to it.</summary>
public static partial class Some
{
    private static int counter;

    /// <summary>An organisation, not yet saved.</summary>
    public static Organisation Organisation(
        OrganisationKind kind = OrganisationKind.TrainingProvider,
        ProviderProfile profile = ProviderProfile.UpTo10,
        string? code = null,
        string? department = "31"
    )
    {
        var n = Interlocked.Increment(ref counter);
        return new Organisation
        {
            Id = Ids.New(),
            Code = code ?? $"organisme-{n}",
            Name = $"Organisme {n}",
            Kind = kind,
            State = OrganisationState.Active,
            Profile = profile,
            DepartmentCode = department,
            RegionCode = Places.RegionOf(department),
            TimeZone = Places.ZoneOf(department),
            Qualiopi = true,
            Employees = 6,
            Trainers = 4,
            TraineesPerYear = 180,
            CreatedAt = FakeClock.Start.UtcDateTime,
        };
    }

    /// <summary>A person who can sign in, not yet saved. No password.</summary>
    public static Person Person(string? email = null)
    {
        var n = Interlocked.Increment(ref counter);
        email ??= $"personne-{n}@exemple.test";
        return new Person
        {
            Id = Ids.New(),
            FullName = $"Personne {n}",
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = $"{n}",
            CreatedAt = FakeClock.Start.UtcDateTime,
        };
    }

    /// <summary>A saved member with the given roles, of a new organisation or of the one given.</summary>
    public static Task<Member> Member(
        this AppFixture app,
        Roles roles = Roles.Manager,
        Member? colleague = null,
        OrganisationKind kind = OrganisationKind.TrainingProvider
    ) =>
        app.Act(
            null,
            async services =>
            {
                var db = services.GetRequiredService<AppuiDb>();
                var organisation = colleague is null ? Organisation(kind) : null;
                var organisationId = organisation?.Id ?? colleague!.OrganisationId;
                var person = Person();
                if (organisation is not null)
                    db.Add(organisation);
                db.Add(person);
                await db.SaveChangesAsync();
                services.GetRequiredService<CurrentActor>().Actor = Actor.Nobody with { OrganisationId = organisationId };
                db.Add(
                    new Membership
                    {
                        Id = Ids.New(),
                        OrganisationId = organisationId,
                        PersonId = person.Id,
                        Roles = roles,
                        DisplayName = person.FullName,
                        JoinedAt = FakeClock.Start.UtcDateTime,
                    }
                );
                await db.SaveChangesAsync();
                return new Member(person.Id, organisationId, organisation?.Code ?? colleague!.Code, roles);
            }
        );

    /// <summary>A visitor's provisional space, reached by its link.</summary>
    public static Task<ProvisionalSpace> VisitorSpace(this AppFixture app, ProviderProfile profile = ProviderProfile.UpTo10) =>
        app.Act(null, s => s.GetRequiredService<OpenProvisionalSpace>().Run(profile, "31", CancellationToken.None));
}
