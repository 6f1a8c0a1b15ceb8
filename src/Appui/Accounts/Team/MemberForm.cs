using Appui.Accounts.Contract;
using Appui.Shared;

namespace Appui.Accounts.Team;

/// <summary>What a manager types about a member, as typed.</summary>
public sealed class MemberForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? JobTitle { get; set; }

    public bool IsPublicContact { get; set; }

    /// <summary>Names of the roles ticked.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>A form filled with what the organisation knows.</summary>
    public static MemberForm Of(Membership membership) =>
        new()
        {
            Name = membership.DisplayName,
            Email = membership.ContactEmail,
            Phone = membership.ContactPhone,
            JobTitle = membership.JobTitle,
            IsPublicContact = membership.IsPublicContact,
            Roles =
            [
                .. Enum.GetValues<Roles>().Where(r => r != Shared.Roles.None && membership.Roles.HasFlag(r)).Select(r => r.ToString()),
            ],
        };

    /// <summary>What was typed, checked; null after adding to <paramref name="problems"/> everything that is wrong.</summary>
    /// <param name="kind">What the organisation is, which decides the roles it gives.</param>
    /// <param name="held">Roles the member has already.</param>
    /// <param name="problems">Receives each refusal, with its field.</param>
    public MemberFacts? Read(OrganisationKind kind, Roles held, List<Refusal> problems)
    {
        var before = problems.Count;
        var name = (Name ?? "").Trim();
        if (name.Length == 0)
            problems.Add(AccountsRefusals.MemberNameMissing);
        else if (name.Length > 200)
            problems.Add(AccountsRefusals.NameTooLong.On("Member.Name"));
        EmailAddress? email = null;
        if (!string.IsNullOrWhiteSpace(Email))
        {
            if (EmailAddress.Read(Email).Is(out var address, out var malformed))
                email = address;
            else
                problems.Add(malformed.On("Member.Email"));
        }

        var jobTitle = Trimmed(JobTitle, 120, nameof(JobTitle), problems);
        var phone = Trimmed(Phone, 30, nameof(Phone), problems);
        if (
            !TeamRules
                .Read(Roles.Where(r => TeamRules.RolesIn(kind).Any(x => x.ToString() == r)), kind, held)
                .Is(out var choice, out var none)
        )
            problems.Add(none);
        return problems.Count > before ? null : new MemberFacts(name, email, phone, jobTitle, IsPublicContact, choice!.Roles);
    }

    private static string? Trimmed(string? typed, int longest, string field, List<Refusal> problems)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > longest)
            problems.Add(AccountsRefusals.TextTooLong.On($"Member.{field}").With(longest));
        return text.Length == 0 ? null : text;
    }
}

/// <summary>What an organisation knows of a member, checked.</summary>
public sealed record MemberFacts(string Name, EmailAddress? Email, string? Phone, string? JobTitle, bool IsPublicContact, Roles Roles);
