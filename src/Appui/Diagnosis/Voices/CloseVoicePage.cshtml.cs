using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Voices;

/// <summary>Before a voice is closed: what closing does, and how many answered.</summary>
public sealed class CloseVoicePageModel(FindVoices voices, CloseVoice close, CurrentActor current) : AppuiPage
{
    /// <summary>The voice to close.</summary>
    public VoiceState State { get; private set; } = null!;

    /// <summary>Where one comes from.</summary>
    public string Back => $"{current.Prefix}/diagnostic/voix";

    /// <summary>Asks for certainty.</summary>
    public async Task<IActionResult> OnGet(Guid id, CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(current.Actor) is not null || await voices.One(id, stop) is not { } state)
            return NotFound();
        State = state;
        return Page();
    }

    /// <summary>Closes it and shows the result.</summary>
    public async Task<IActionResult> OnPost(Guid id, CancellationToken stop) =>
        (await close.Run(id, current.Actor, stop)).Refusal is null ? Redirect($"{current.Prefix}/diagnostic/resultat#voix") : NotFound();
}
