using Appui.Accounts.Clients;
using Appui.Accounts.Contract;
using Appui.Accounts.Demo;
using Appui.Accounts.SignIn;
using Appui.Accounts.SignUp;
using Appui.Accounts.Trainees;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts;

/// <summary>The nine people of the demonstration, one per kind of user, and their organisations.</summary>
public static class AccountsDemo
{
    /// <summary>Password of everyone in the demonstration.</summary>
    public const string Password = "demo-appui-2026";

    private sealed record Place(
        string Code,
        string Name,
        OrganisationKind Kind,
        string Department,
        int Employees,
        int Trainers,
        int Trainees
    );

    private sealed record Somebody(string Account, string Name, Roles Roles, string JobTitle, string Organisation, string? Phone = null);

    private static readonly Place[] Organisations =
    [
        new("atelier-montjoie", "Atelier Montjoie", OrganisationKind.TrainingProvider, "31", 8, 3, 220),
        new("region-garonne-pyrenees", "Région Garonne-Pyrénées", OrganisationKind.Region, "31", 0, 0, 0),
        new("opco-services", "Opco Services et Savoirs", OrganisationKind.SkillsOperator, "31", 0, 0, 0),
        new("carif-oref-garonne", "Carif-Oref Garonne", OrganisationKind.RegionalObservatory, "31", 0, 0, 0),
        new("editions-du-pont", "Éditions du Pont", OrganisationKind.Publisher, "34", 0, 0, 0),
        new("presses-du-canal", "Presses du Canal", OrganisationKind.Publisher, "11", 0, 0, 0),
        new("cabinet-lestrade", "Cabinet Lestrade", OrganisationKind.Consultancy, "81", 0, 0, 0),
        new("hebergeur", "Hébergement Appui", OrganisationKind.Host, "31", 0, 0, 0),
    ];

    private static readonly Somebody[] People =
    [
        new("manager", "Claire Vasseur", Roles.Manager, "Responsable", "atelier-montjoie"),
        new("trainer", "Karim Benali", Roles.Trainer, "Formateur", "atelier-montjoie"),
        new("trainee", "Inès Caradec", Roles.Trainee, "Stagiaire", "atelier-montjoie"),
        new("officer", "Hélène Roussel", Roles.Officer, "Instructrice", "region-garonne-pyrenees"),
        new("adviser", "Marc Delmas", Roles.Adviser, "Conseiller formation", "opco-services", "05 00 00 00 01"),
        new("analyst", "Nadia Ferrand", Roles.Analyst, "Chargée d’études", "carif-oref-garonne", "05 00 00 00 02"),
        new("publisher", "Louis Perrin", Roles.Publisher, "Éditeur", "editions-du-pont"),
        new("expert", "Sophie Lestrade", Roles.Expert, "Consultante", "cabinet-lestrade"),
        new("admin", "Paul Morvan", Roles.Administrator, "Administrateur", "hebergeur"),
    ];

    /// <summary>Makes them when they are missing; changes nothing that is there.</summary>
    public static async Task Tell(IServiceProvider services, DemoOptions options, IProgress<string> progress, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var current = services.GetRequiredService<CurrentActor>();
        progress.Report(AccountsTexts.Demo_Progress);
        var hash = Passwords.Hash(Password);
        var began = DemoProviders.Began(options.Today);
        for (var i = 0; i < Organisations.Length; i++)
        {
            var place = Organisations[i];
            if (await db.Organisations.AnyAsync(o => o.Code == place.Code, stop))
                continue;
            var organisation = Make(place, i, began, new DemoDraw(options.Seed, place.Code));
            db.Organisations.Add(organisation);
            current.Actor = new Actor(null, null, organisation.Id, Roles.Administrator);
            for (var who = 0; who < People.Length; who++)
            {
                if (People[who].Organisation == place.Code)
                    Add(db, People[who], organisation, hash, began.AddMinutes(who), new DemoDraw(options.Seed, People[who].Account));
            }

            if (place.Code == Organisations[0].Code)
            {
                AddClient(db, organisation, began, services.GetServices<ApiScope>());
                AddCard(db, organisation, began, new DemoDraw(options.Seed, "card"));
            }

            await db.SaveChangesAsync(stop);
        }

        current.Actor = Actor.Nobody;
    }

    private static void AddClient(AppuiDb db, Organisation organisation, DateTime began, IEnumerable<ApiScope> scopes) =>
        db.ApiClients.Add(
            new ApiClient
            {
                Id = DemonstrationClient.Id,
                OrganisationId = organisation.Id,
                Name = AccountsTexts.Demo_Client,
                SecretHash = Ids.HashOf(DemonstrationClient.Secret),
                Scopes = string.Join(' ', scopes.Select(s => s.Name)),
                CreatedBy = db.Memberships.Local.First(m => m.OrganisationId == organisation.Id).PersonId,
                CreatedAt = began,
            }
        );

    private static void AddCard(AppuiDb db, Organisation organisation, DateTime began, DemoDraw draw)
    {
        var trainee = db.Memberships.Local.First(m => m.OrganisationId == organisation.Id && m.Roles == Roles.Trainee);
        var access = new TraineeAccess
        {
            Id = draw.Id(began),
            OrganisationId = organisation.Id,
            MembershipId = trainee.Id,
        };
        access.Issue(Pins.Hash(organisation.Id, DemonstrationCard.Pin), Ids.HashOf(DemonstrationCard.Secret), began);
        db.TraineeAccesses.Add(access);
    }

    private static Organisation Make(Place place, int number, DateTime began, DemoDraw draw) =>
        new()
        {
            Id = draw.Id(began),
            Code = place.Code,
            Name = place.Name,
            Kind = place.Kind,
            State = OrganisationState.Active,
            Profile = ProviderProfile.UpTo10,
            Siret = DemoProviders.SiretOf(number),
            DepartmentCode = place.Department,
            RegionCode = Places.RegionOf(place.Department),
            TimeZone = Places.ZoneOf(place.Department),
            Qualiopi = place.Kind == OrganisationKind.TrainingProvider,
            ActivityNumber = place.Kind == OrganisationKind.TrainingProvider ? "76310000131" : null,
            Employees = place.Employees,
            Trainers = place.Trainers,
            TraineesPerYear = place.Trainees,
            CreatedAt = began,
            ClaimedAt = began,
        };

    private static void Add(AppuiDb db, Somebody somebody, Organisation organisation, string hash, DateTime began, DemoDraw draw)
    {
        var person = Person.New(somebody.Name, began, draw.Id(began));
        person.PasswordHash = hash;
        var email = EmailAddress.Of($"{somebody.Account}{SignInToDemonstration.Domain}");
        person.Prove(email);
        db.People.Add(person);
        db.Memberships.Add(
            new Membership
            {
                Id = draw.Id(began),
                OrganisationId = organisation.Id,
                PersonId = person.Id,
                Roles = somebody.Roles,
                DisplayName = somebody.Name,
                JobTitle = somebody.JobTitle,
                ContactEmail = email.Text,
                ContactPhone = somebody.Phone,
                IsPublicContact = somebody.Phone is not null,
                JoinedAt = began,
            }
        );
    }
}
