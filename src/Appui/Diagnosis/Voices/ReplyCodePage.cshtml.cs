using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Voices;

/// <summary>Somebody types the code of their slip.</summary>
public sealed class ReplyCodePageModel(FindDoorway doorway) : AppuiPage
{
    /// <summary>Code, as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Goes to the questions.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (VoiceRules.ReadCode(Code) is not { } code)
            return Refused(Mistyped);
        if ((await doorway.Run(code, stop)).Is(out _, out var refusal))
            return Redirect($"/repondre/{code}");
        return Refused(refusal.Kind == RefusalKind.Unknown ? Mistyped : refusal);
    }

    private static Refusal Mistyped => VoicesRefusals.UnknownCode with { Kind = RefusalKind.Invalid };
}
