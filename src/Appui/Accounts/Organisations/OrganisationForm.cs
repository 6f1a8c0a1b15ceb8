using System.Globalization;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Standards.Identifiers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Appui.Accounts.Organisations;

/// <summary>What a person types about an organisation, as typed: nothing is lost when something is wrong.</summary>
public sealed class OrganisationForm
{
    public string? Name { get; set; }

    public string? Siret { get; set; }

    public string? ActivityNumber { get; set; }

    public string? Kind { get; set; }

    public string? Profile { get; set; }

    public string? Department { get; set; }

    public string? Employees { get; set; }

    public string? Trainers { get; set; }

    public string? TraineesPerYear { get; set; }

    public bool Qualiopi { get; set; }

    /// <summary>What was just filled from the public list, in words.</summary>
    [BindNever]
    public string? Filled { get; set; }

    /// <summary>Kinds that an organisation may declare of itself. The others are given by whoever hosts the platform: they carry trust.</summary>
    public static IReadOnlyList<OrganisationKind> SelfDeclared { get; } =
    [OrganisationKind.TrainingProvider, OrganisationKind.Publisher, OrganisationKind.Consultancy];

    /// <summary>A form filled with what is known.</summary>
    public static OrganisationForm Of(Organisation organisation) =>
        new()
        {
            Name = organisation.Name,
            Siret = Display(organisation.Siret),
            ActivityNumber = organisation.ActivityNumber,
            Kind = organisation.Kind.ToString(),
            Profile = organisation.Profile.ToString(),
            Department = organisation.DepartmentCode,
            Employees = Text(organisation.Employees),
            Trainers = Text(organisation.Trainers),
            TraineesPerYear = Text(organisation.TraineesPerYear),
            Qualiopi = organisation.Qualiopi,
        };

    /// <summary>The facts, or null after adding to <paramref name="problems"/> everything that is wrong with them.</summary>
    /// <param name="problems">Receives each refusal, with its field.</param>
    /// <param name="current">Kind the organisation already has, which it may keep; null when it is new.</param>
    public OrganisationFacts? Read(List<Refusal> problems, OrganisationKind? current = null)
    {
        var before = problems.Count;
        var name = (Name ?? "").Trim();
        if (name.Length == 0)
            problems.Add(AccountsRefusals.OrganisationNameMissing);
        else if (name.Length > 250)
            problems.Add(AccountsRefusals.OrganisationNameTooLong);
        var siret = Optional(
            Siret,
            (t, p) => AccountsRefusals.Of(Standards.Identifiers.Siret.Read(t, out var v)) is { } r ? Add(p, r) : v.ToString(),
            problems
        );
        var activity = Optional(
            ActivityNumber,
            (t, p) => AccountsRefusals.Of(Standards.Identifiers.ActivityNumber.Read(t, out var v)) is { } r ? Add(p, r) : v.ToString(),
            problems
        );
        var kind = Choice(Kind, current ?? OrganisationKind.TrainingProvider, nameof(Kind), problems);
        if (kind != current && !SelfDeclared.Contains(kind))
            problems.Add(AccountsRefusals.ChoiceMissing.On($"Organisation.{nameof(Kind)}"));
        var profile = Choice(Profile, ProviderProfile.Solo, nameof(Profile), problems);
        var department = string.IsNullOrEmpty(Department) ? null : Department;
        if (department is not null && Places.RegionOf(department) is null)
            problems.Add(AccountsRefusals.ChoiceMissing.On($"Organisation.{nameof(Department)}"));
        var employees = Number(Employees, nameof(Employees), 100_000, problems);
        var trainers = Number(Trainers, nameof(Trainers), 100_000, problems);
        var trainees = Number(TraineesPerYear, nameof(TraineesPerYear), 1_000_000, problems);
        return problems.Count > before
            ? null
            : new OrganisationFacts(name, kind, siret, activity, profile, department, employees, trainers, trainees, Qualiopi);
    }

    /// <summary>What differs from another form, "before → after" by field.</summary>
    public IReadOnlyList<(string Name, string? Value)> ChangesSince(OrganisationForm before) =>
        [
            .. typeof(OrganisationForm)
                .GetProperties()
                .Where(p => p.CanWrite)
                .Select(p => (p.Name, Before: p.GetValue(before)?.ToString() ?? "", After: p.GetValue(this)?.ToString() ?? ""))
                .Where(f => f.Before != f.After)
                .Select(f => (f.Name, (string?)$"{Or(f.Before)} → {Or(f.After)}")),
        ];

    private static string Or(string text) => text.Length == 0 ? "–" : text;

    private static string? Optional(string? typed, Func<string, List<Refusal>, string?> read, List<Refusal> problems) =>
        string.IsNullOrWhiteSpace(typed) ? null : read(typed, problems);

    private static string? Add(List<Refusal> problems, Refusal refusal)
    {
        problems.Add(refusal);
        return null;
    }

    private static T Choice<T>(string? typed, T otherwise, string field, List<Refusal> problems)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(typed))
            return otherwise;
        if (Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(typed[0]))
            return value;
        problems.Add(AccountsRefusals.ChoiceMissing.On($"Organisation.{field}"));
        return otherwise;
    }

    // "1 200" and "1 200" with any space are 1200; empty is 0, not known.
    private static int Number(string? typed, string field, int most, List<Refusal> problems)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (text.Length == 0)
            return 0;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            problems.Add(AccountsRefusals.NotANumber.On($"Organisation.{field}"));
        else if (value < 0 || value > most)
            problems.Add(AccountsRefusals.NumberOutOfRange.On($"Organisation.{field}").With(Show.Number(most)));
        else
            return (int)value;
        return 0;
    }

    private static string Display(string? siret) =>
        Standards.Identifiers.Siret.Read(siret, out var v) == SirenProblem.None ? v.ToDisplay() : "";

    private static string? Text(int number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What an organisation says of itself, checked. Numbers are 0 when not said.</summary>
public sealed record OrganisationFacts(
    string Name,
    OrganisationKind Kind,
    string? Siret,
    string? ActivityNumber,
    ProviderProfile Profile,
    string? DepartmentCode,
    int Employees,
    int Trainers,
    int TraineesPerYear,
    bool Qualiopi
)
{
    /// <summary>Writes the facts on an organisation; region and time zone follow from the department.</summary>
    public void WriteOn(Organisation organisation)
    {
        organisation.Name = Name;
        organisation.Kind = Kind;
        organisation.Siret = Siret;
        organisation.ActivityNumber = ActivityNumber;
        organisation.Profile = Profile;
        organisation.DepartmentCode = DepartmentCode;
        organisation.RegionCode = Places.RegionOf(DepartmentCode);
        organisation.TimeZone = Places.ZoneOf(DepartmentCode);
        organisation.Employees = Employees;
        organisation.Trainers = Trainers;
        organisation.TraineesPerYear = TraineesPerYear;
        organisation.Qualiopi = Qualiopi;
    }
}
