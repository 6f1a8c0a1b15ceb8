using System.Globalization;
using System.Text;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Standards.Identifiers;

namespace Appui.Accounts.PublicList;

/// <summary>Where the columns of the public list stand in a file; -1 for one that is not there.</summary>
public sealed record ListColumns(
    int ActivityNumber,
    int Name,
    int Siren,
    int Siret,
    int PostalCode,
    int Trainers,
    int Trainees,
    IReadOnlyList<int> Certifications
);

/// <summary>How a line of the public list is read. Its publishers write titles in several ways, and lose zeros at the beginning of numbers.</summary>
public static class ListRules
{
    private static readonly string[] Certified = ["actionsdeformation", "bilansdecompetences", "vae", "actionsdeformationparapprentissage"];

    /// <summary>The columns by their titles, or a refusal that names those without which the list is of no use.</summary>
    public static Outcome<ListColumns> Columns(IReadOnlyList<string> titles)
    {
        var plain = titles.Select(Plain).ToList();
        int Find(params string[] names) => plain.FindIndex(t => names.Contains(t, StringComparer.Ordinal));
        var columns = new ListColumns(
            Find("numerodeclarationactivite", "numerodedeclarationdactivite", "numerodedeclaration"),
            Find("denomination"),
            Find("siren"),
            Find("siretetablissementdeclarant", "siret"),
            Find("adressephysiqueorganismeformationcodepostal", "codepostal"),
            Find("informationsdeclareeseffectifformateurs", "effectifformateurs"),
            Find("informationsdeclareesnbstagiaires", "nbstagiaires"),
            [.. Certified.Select(c => Find($"certifications{c}")).Where(i => i >= 0)]
        );
        (int Index, string Title)[] needed =
        [
            (columns.ActivityNumber, "numeroDeclarationActivite"),
            (columns.Name, "denomination"),
            (columns.Siret, "siretEtablissementDeclarant"),
        ];
        var missing = needed.Where(n => n.Index < 0).Select(n => n.Title).ToList();
        return missing.Count > 0 ? AccountsRefusals.ListColumnsMissing.With(string.Join(", ", missing)) : columns;
    }

    /// <summary>The provider of a line, or why the line is left out.</summary>
    /// <param name="columns">Where the columns stand.</param>
    /// <param name="cell">Text of a column of the line.</param>
    /// <param name="importedAt">When the list is imported.</param>
    public static Outcome<ListedProvider> Read(ListColumns columns, Func<int, string> cell, DateTime importedAt)
    {
        string Cell(int column) => column < 0 ? "" : cell(column).Trim();
        var name = Cell(columns.Name);
        if (name.Length == 0)
            return AccountsRefusals.OrganisationNameMissing;
        var typed = Digits(Cell(columns.ActivityNumber));
        if (typed.Length == ActivityNumber.Length - 1)
            typed = "0" + typed;
        // The list is the authority on which numbers were issued: only the form is checked.
        var problem = ActivityNumber.Read(typed, out var number);
        if (problem is not (ActivityNumberProblem.None or ActivityNumberProblem.Region or ActivityNumberProblem.Department))
            return AccountsRefusals.Of(problem)!;
        if (AccountsRefusals.Of(Siret.Read(SiretText(Cell(columns.Siret), Cell(columns.Siren)), out var siret)) is { } wrong)
            return wrong;
        return new ListedProvider
        {
            ActivityNumber = problem == ActivityNumberProblem.None ? number.ToString() : typed,
            Siret = siret.ToString(),
            Name = name.Length > 250 ? name[..250] : name,
            DepartmentCode = Places.DepartmentOfPostalCode(Postal(Cell(columns.PostalCode))),
            Qualiopi = columns.Certifications.Any(c => Cell(c) is "true" or "True" or "1" or "Oui" or "oui"),
            Trainers = Count(Cell(columns.Trainers), 100_000),
            TraineesPerYear = Count(Cell(columns.Trainees), 1_000_000),
            ImportedAt = importedAt,
        };
    }

    // Some exports give the establishment alone (NIC, five digits) beside the SIREN; some lose the zeros at the beginning.
    private static string SiretText(string siret, string siren)
    {
        var digits = Digits(siret);
        if (digits.Length is > 0 and <= 5 && Digits(siren) is { Length: > 0 } company)
            return company.PadLeft(9, '0') + digits.PadLeft(5, '0');
        return digits.Length is > 9 and < Siret.Length ? digits.PadLeft(Siret.Length, '0') : siret;
    }

    private static string Postal(string typed) => Digits(typed) is { Length: 4 or 5 } code ? code.PadLeft(5, '0') : "";

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static int Count(string typed, int most) => Typed.Number(typed) is { } number ? (int)Math.Clamp(number, 0, most) : 0;

    private static string Plain(string title) =>
        string.Concat(title.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
