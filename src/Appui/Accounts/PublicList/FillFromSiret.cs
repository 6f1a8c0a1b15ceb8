using System.Globalization;
using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Standards.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.PublicList;

/// <summary>Somebody typed a SIRET and asks that what is public be filled in. What they typed themselves stays as it is.</summary>
public sealed class FillFromSiret(AppuiDb db, Attempts attempts)
{
    /// <summary>Fills the empty fields of the form and says from when the list is, or refuses.</summary>
    public async Task<Outcome<string>> Run(OrganisationForm form, Origin origin, CancellationToken stop)
    {
        if (AccountsRefusals.Of(Siret.Read(form.Siret, out var siret)) is { } wrong)
            return wrong;
        if (await attempts.Count(AttemptLimit.Lookup(origin.Address), stop) is { } tooMany)
            return tooMany;
        var number = siret.ToString();
        var listed = await db
            .ListedProviders.Where(p => p.Siret == number)
            .OrderByDescending(p => p.TraineesPerYear)
            .ThenBy(p => p.ActivityNumber)
            .FirstOrDefaultAsync(stop);
        if (listed is null)
            return AccountsRefusals.NotInPublicList;
        Fill(form, listed);
        var day = Show.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(listed.ImportedAt, Clock.Paris)));
        return string.Format(CultureInfo.CurrentCulture, AccountsTexts.PublicList_Filled, listed.Name, day);
    }

    private static void Fill(OrganisationForm form, ListedProvider listed)
    {
        form.Name = Kept(form.Name) ?? listed.Name;
        form.ActivityNumber = Kept(form.ActivityNumber) ?? listed.ActivityNumber;
        form.Department = Kept(form.Department) ?? listed.DepartmentCode;
        form.Trainers = Kept(form.Trainers) ?? Text(listed.Trainers);
        form.TraineesPerYear = Kept(form.TraineesPerYear) ?? Text(listed.TraineesPerYear);
        form.Qualiopi |= listed.Qualiopi;
    }

    private static string? Kept(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    private static string? Text(int number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}
