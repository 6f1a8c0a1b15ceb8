using Appui.Accounts.Contract;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis;

/// <summary>Two questions before the diagnosis of somebody without an account: how many you are, and where.</summary>
public sealed class StartPageModel(OpenProvisionalSpace open, StartDiagnosis start, Shared.CurrentActor current) : AppuiPage
{
    /// <summary>Size chosen.</summary>
    [BindProperty]
    public ProviderProfile? Profile { get; set; }

    /// <summary>Department chosen, by its INSEE code.</summary>
    [BindProperty]
    public string? Department { get; set; }

    /// <summary>The sizes offered, with what they mean.</summary>
    public IEnumerable<(ProviderProfile Value, string Title, string Text)> Sizes =>
        [
            (ProviderProfile.Solo, DiagnosisTexts.Size_Solo, DiagnosisTexts.Size_Solo_Text),
            (ProviderProfile.UpTo10, DiagnosisTexts.Size_UpTo10, DiagnosisTexts.Size_UpTo10_Text),
            (ProviderProfile.From11To50, DiagnosisTexts.Size_From11To50, DiagnosisTexts.Size_From11To50_Text),
            (ProviderProfile.Over50, DiagnosisTexts.Size_Over50, DiagnosisTexts.Size_Over50_Text),
            (ProviderProfile.Cfa, DiagnosisTexts.Size_Cfa, DiagnosisTexts.Size_Cfa_Text),
        ];

    /// <summary>Opens a space reached by a secret link and asks the first question.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (Profile is not { } profile || !Enum.IsDefined(profile))
            return Refused(DiagnosisRefusals.TellSize);
        if (!string.IsNullOrEmpty(Department) && Places.RegionOf(Department) is null)
            return Refused(DiagnosisRefusals.UnknownDepartment);

        var space = await open.Run(profile, string.IsNullOrEmpty(Department) ? null : Department, stop);
        current.Actor = new Shared.Actor(current.Actor.PersonId, null, space.OrganisationId, Shared.Roles.Visitor);
        await start.Run(current.Actor, stop);
        return Redirect($"/essai/{space.Link}/diagnostic/question/1");
    }
}
