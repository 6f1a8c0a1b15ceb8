using System.Globalization;
using Appui.Accounts.Contract;
using Appui.Accounts.Organisations;
using Appui.Shared;

namespace Appui.Accounts.Demo;

/// <summary>Draws the people of a provider: who heads it, its trainers, and for a few its trainees, who have no e-mail address.</summary>
public sealed class DemoStaff(DemoWords words, DemoOptions options, string passwordHash)
{
    /// <summary>They sign in with the password of the demonstration, at an address of their organisation.</summary>
    public IEnumerable<(Person Person, Membership Membership)> Of(Organisation organisation, DemoWho head, DemoDraw draw)
    {
        var isAlone = organisation.Profile == ProviderProfile.Solo;
        var names = new HashSet<string>(StringComparer.Ordinal) { head.Name };
        yield return Make(
            organisation,
            head.Name,
            words.Title(isAlone ? "alone" : "head", head, draw),
            isAlone ? Roles.Manager | Roles.Trainer : Roles.Manager,
            draw,
            phone: true
        );
        if (isAlone)
            yield break;

        (Person, Membership)? Next(string? post, Roles roles)
        {
            var who = words.Who(draw);
            return names.Add(who.Name)
                ? Make(organisation, who.Name, post is null ? null : words.Title(post, who, draw), roles, draw)
                : null;
        }

        if (organisation.Employees > 10 && Next("deputy", Roles.Manager) is { } deputy)
            yield return deputy;
        var most = organisation.Profile switch
        {
            ProviderProfile.UpTo10 => 3,
            ProviderProfile.From11To50 => 5,
            _ => 8,
        };
        for (var i = 0; i < Math.Min(most, organisation.Trainers); i++)
        {
            if (Next("trainer", Roles.Trainer) is { } trainer)
                yield return trainer;
        }

        var trainees = draw.Chance(0.15) ? draw.Between(6, 12) : 0;
        for (var i = 0; i < trainees; i++)
        {
            if (Next(null, Roles.Trainee) is { } trainee)
                yield return trainee;
        }
    }

    /// <summary>A person and their place in an organisation. Trainees get no address and no password: their trainers let them in.</summary>
    public (Person Person, Membership Membership) Make(
        Organisation organisation,
        string name,
        string? title,
        Roles roles,
        DemoDraw draw,
        bool phone = false
    )
    {
        var own = draw.For(name);
        var yesterday = options.Today.AddDays(-1);
        var day =
            roles == Roles.Trainee
                ? options.Today.AddDays(-own.Between(4, 70))
                : DateOnly.FromDateTime(organisation.CreatedAt).AddDays(own.Between(1, 60));
        var joined = phone ? organisation.CreatedAt : own.Working(day < yesterday ? day : yesterday);
        if (joined < organisation.CreatedAt)
            joined = organisation.CreatedAt;
        var person = Person.New(name, joined, own.Id(joined));
        EmailAddress? email =
            roles == Roles.Trainee ? null : EmailAddress.Of($"{OrganisationCodes.Of(name).Replace('-', '.')}@{organisation.Code}.example");
        if (email is { } address)
        {
            person.Prove(address);
            person.PasswordHash = passwordHash;
        }

        var membership = new Membership
        {
            Id = own.Id(joined),
            OrganisationId = organisation.Id,
            PersonId = person.Id,
            Roles = roles,
            DisplayName = name,
            JobTitle = title,
            ContactEmail = email?.Text,
            ContactPhone = phone ? string.Create(CultureInfo.InvariantCulture, $"05 00 00 00 {own.Between(10, 99):00}") : null,
            JoinedAt = joined,
        };
        return (person, membership);
    }
}
