using System.CommandLine;
using Appui.Accounts.Contract;
using Appui.Accounts.SignUp;
using Appui.Shared;

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
            Description = "Rôle dans l’organisme. / Role in the organisation.",
            DefaultValueFactory = _ => Roles.Administrator,
        };
        var organisation = new Option<string>("--organisation")
        {
            Description = "Code de l’organisme, celui des adresses : mon-organisme. / Code of the organisation, as in addresses.",
            Required = true,
        };
        var organisationName = new Option<string?>("--organisation-name")
        {
            Description = "Crée l’organisme sous ce nom s’il n’existe pas. / Makes the organisation under this name when it is missing.",
        };
        var kind = new Option<OrganisationKind>("--kind")
        {
            Description = "Nature de l’organisme créé. / What a new organisation is.",
            DefaultValueFactory = _ => OrganisationKind.Host,
        };
        var department = new Option<string?>("--department")
        {
            Description = "Département de l’organisme créé, code INSEE. / Department of a new organisation.",
        };
        var name = new Option<string?>("--name") { Description = "Nom affiché. / Displayed name." };
        var command = new Command("add", "Ajoute un compte et affiche son mot de passe. / Adds an account and prints its password.")
        {
            email,
            role,
            organisation,
            organisationName,
            kind,
            department,
            name,
        };
        command.SetAction(
            (parsed, stop) =>
                Commands.InScope(
                    parsed,
                    services =>
                        Enrol(
                            services,
                            new Enrolment(
                                parsed.GetValue(email)!,
                                parsed.GetValue(name),
                                parsed.GetValue(role),
                                parsed.GetValue(organisation)!,
                                parsed.GetValue(organisationName),
                                parsed.GetValue(kind),
                                parsed.GetValue(department)
                            ),
                            stop
                        )
                )
        );
        return command;
    }

    private static async Task<int> Enrol(IServiceProvider services, Enrolment asked, CancellationToken stop)
    {
        if (!(await services.GetRequiredService<EnrolMember>().Run(asked, stop)).Is(out var enrolled, out var refusal))
            return Commands.Say(refusal);
        Console.WriteLine($"{asked.Email} : {asked.Role}, {enrolled.Organisation} (/o/{asked.OrganisationCode})");
        Console.WriteLine(
            enrolled.Password is { } password
                ? $"Mot de passe, à changer après la première connexion / password, to be changed after the first sign-in: {password}"
                : "Le compte existait déjà, son mot de passe reste le même. / The account was there already, its password stays."
        );
        return 0;
    }
}
