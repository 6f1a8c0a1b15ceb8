using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Voices;

/// <summary>A manager lets trainers, trainees and companies be heard: slips, mails or an open address, how many answered, and closing.</summary>
public sealed class VoicesPageModel(FindDiagnosis find, FindVoices voices, OpenVoice open, CurrentActor current, TimeProvider clock)
    : AppuiPage
{
    /// <summary>Voice chosen.</summary>
    [BindProperty]
    public Voice Voice { get; set; }

    /// <summary>Slips and mails, or one address for all.</summary>
    [BindProperty]
    public VoiceDoor Door { get; set; }

    /// <summary>Last day, as typed.</summary>
    [BindProperty]
    public string? ClosesOn { get; set; }

    /// <summary>Number of slips, as typed.</summary>
    [BindProperty]
    public string? Codes { get; set; }

    /// <summary>Addresses, as typed.</summary>
    [BindProperty]
    public string? Mails { get; set; }

    /// <summary>Headcount, as typed.</summary>
    [BindProperty]
    public string? Headcount { get; set; }

    /// <summary>The diagnosis that is spoken about; null when there is none yet.</summary>
    public OpenDiagnosis? Open { get; private set; }

    /// <summary>How far each voice is.</summary>
    public IReadOnlyList<VoiceState> States { get; private set; } = [];

    /// <summary>What was just made, to hand out; shown once.</summary>
    public VoiceKeys? Keys { get; private set; }

    /// <summary>Address of this page.</summary>
    public string Here => $"{current.Prefix}/diagnostic/voix";

    /// <summary>Beginning of the addresses of the diagnosis.</summary>
    public string Diagnosis => $"{current.Prefix}/diagnostic";

    /// <summary>How to write the last day, and the latest one.</summary>
    public string EndHint =>
        string.Format(DiagnosisTexts.Voices_Until_Help, Show.Day(clock.Today(current.Zone).AddDays(VoiceRules.LongestDays)));

    /// <summary>Name on the slips.</summary>
    public string Organisation => current.OrganisationName ?? "";

    /// <summary>The voices that may be heard, with how many questions each is asked.</summary>
    public IReadOnlyList<(Voice Voice, int Items)> Offered =>
        Open is null
            ? []
            :
            [
                .. Enum.GetValues<Voice>()
                    .Where(v => v != Voice.Management)
                    .Select(v => (v, Open.Instrument.For(Open.Diagnosis.Profile, v).Count))
                    .Where(v => v.Count > 0),
            ];

    /// <summary>The round of a voice through a door, if it was opened.</summary>
    public VoiceState? StateOf(Voice voice, VoiceDoor door) => States.FirstOrDefault(s => s.Round.Voice == voice && s.Round.Door == door);

    /// <summary>How many items the management has still to answer, so that its view can be compared.</summary>
    public int OwnLeft => Open?.Asked.Count(i => i.Voices.Count > 1 && !Open.Answers.ContainsKey(i.Code)) ?? 0;

    /// <summary>Shows the voices.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (DiagnosisAccess.MayManage(current.Actor) is not null)
            return NotFound();
        await Read(stop);
        return Page();
    }

    /// <summary>Lets a voice be heard, or makes more slips.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var order = new VoiceOrder(
            Voice,
            Door,
            Typed.Day(ClosesOn),
            Whole(Codes),
            Door == VoiceDoor.Codes ? VoiceOrderRules.Addresses(Mails) : [],
            Whole(Headcount)
        );
        var outcome = await open.Run(order, current.Actor, current.Zone, stop);
        if (outcome.Refusal is { Kind: RefusalKind.Forbidden })
            return NotFound();
        await Read(stop);
        if (!outcome.Is(out var keys, out var refusal))
            return Refused(refusal);
        Keys = keys;
        return Page();
    }

    private async Task Read(CancellationToken stop)
    {
        Open = await find.Run(null, stop);
        States = Open is null ? [] : await voices.Run(Open, stop);
    }

    // What is no number is refused with its field, like a number that is too large.
    private static int? Whole(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : Typed.Number(typed) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < 1_000_000 ? (int)number
        : -1;
}
