using System.CommandLine;
using Appui.Accounts;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Appui;

/// <summary>Accounts made from the command line, the first administrator's above all.</summary>
public static class UserCommand
{
    /// <summary>The command and its options.</summary>
    public static Command Build() => new("user", "Comptes. / Accounts.") { Add() };

    private static Command Add()
    {
        var email = new Argument<string>("email") { Description = "Adresse de la personne. / The person’s address." };
        var role = new Option<Roles>("--role")
        {
            Description = "Rôle dans l’organisation. / Role in the organisation.",
            DefaultValueFactory = _ => Roles.Administrator,
        };
        var organisation = new Option<string>("--organisation")
        {
            Description = "Code de l’organisation. / Code of the organisation.",
            Required = true,
        };
        var name = new Option<string?>("--name") { Description = "Nom affiché. / Displayed name." };
        var command = new Command("add", "Ajoute un compte et affiche son mot de passe. / Adds an account and prints its password.")
        {
            email,
            role,
            organisation,
            name,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                if (Commands.Settings(parsed) is not { } settings)
                    return Commands.BadInput;
                await using var app = AppuiApplication.Build(settings, Commands.Quiet);
                await using var scope = app.Services.CreateAsyncScope();
                var address = parsed.GetValue(email)!;
                var said = await AddMember(
                    scope.ServiceProvider,
                    address,
                    parsed.GetValue(name) ?? address,
                    parsed.GetValue(role),
                    parsed.GetValue(organisation)!,
                    stop
                );
                Console.WriteLine(said.Sentence);
                return said.Done ? 0 : 1;
            }
        );
        return command;
    }

    private static async Task<(bool Done, string Sentence)> AddMember(
        IServiceProvider services,
        string email,
        string name,
        Roles role,
        string code,
        CancellationToken stop
    )
    {
        var db = services.GetRequiredService<AppuiDb>();
        var people = services.GetRequiredService<UserManager<Person>>();
        var now = services.GetRequiredService<TimeProvider>().Now();
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Code == code, stop) is not { } organisation)
            return (false, $"Aucune organisation de code « {code} ». / No organisation has this code.");
        var password = "";
        if (await people.FindByEmailAsync(email) is not { } person)
        {
            password = Ids.NewSecret()[..20];
            person = new Person
            {
                Id = Ids.New(),
                FullName = name,
                UserName = email,
                Email = email,
                EmailConfirmed = true,
                CreatedAt = now,
            };
            var made = await people.CreateAsync(person, password);
            if (!made.Succeeded)
                return (false, string.Join(' ', made.Errors.Select(e => e.Description)));
        }

        services.GetRequiredService<CurrentActor>().Actor = Actor.Nobody with { OrganisationId = organisation.Id };
        if (await db.Memberships.SingleOrDefaultAsync(m => m.PersonId == person.Id, stop) is { } membership)
            membership.Roles |= role;
        else
        {
            db.Add(
                new Membership
                {
                    Id = Ids.New(),
                    OrganisationId = organisation.Id,
                    PersonId = person.Id,
                    Roles = role,
                    DisplayName = person.FullName,
                    JoinedAt = now,
                }
            );
        }

        await db.SaveChangesAsync(stop);
        return (
            true,
            $"{email} : {role}, {organisation.Name}."
                + (password.Length > 0 ? $" Mot de passe / password: {password}" : " (compte existant / existing account)")
        );
    }
}
