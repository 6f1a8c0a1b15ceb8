using Appui.Accounts.Contract;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Appui.Accounts.Organisations;

/// <summary>Kinds, profiles and departments as lists to choose from, in the current language.</summary>
public static class OrganisationLabels
{
    /// <summary>Kinds an organisation may declare, and the one it has.</summary>
    public static IEnumerable<SelectListItem> Kinds(string? current) =>
        Enum.GetValues<OrganisationKind>()
            .Where(k => OrganisationForm.SelfDeclared.Contains(k) || k.ToString() == current)
            .Select(k => new SelectListItem(Name(k), k.ToString()));

    /// <summary>Size and nature of a provider.</summary>
    public static IEnumerable<SelectListItem> Profiles() =>
        Enum.GetValues<ProviderProfile>().Select(p => new SelectListItem(Name(p), p.ToString()));

    /// <summary>Departments by code, and none.</summary>
    public static IEnumerable<SelectListItem> Departments() =>
        Places.Departments.Select(d => new SelectListItem($"{d.Code} – {d.Name}", d.Code)).Prepend(new SelectListItem("", ""));

    /// <summary>A kind in words.</summary>
    public static string Name(OrganisationKind kind) => Text($"Kind_{kind}");

    /// <summary>A profile in words.</summary>
    public static string Name(ProviderProfile profile) => Text($"Profile_{profile}");

    /// <summary>A field of the organisation's form in words, by its name there.</summary>
    public static string Field(string name) =>
        name switch
        {
            nameof(OrganisationForm.Name) => AccountsTexts.Field_OrganisationName,
            nameof(OrganisationForm.TraineesPerYear) => AccountsTexts.Field_Trainees,
            _ => Text($"Field_{name}"),
        };

    private static string Text(string key) =>
        AccountsTexts.ResourceManager.GetString(key, System.Globalization.CultureInfo.CurrentUICulture) ?? key;
}
