using Appui.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Editor;

/// <summary>Before a draft is published: what is left to correct, what it changes, under which number and from which day.</summary>
public sealed class PublishPageModel(FindInstruments find, Instruments instruments, CurrentActor current, TimeProvider clock)
    : EditorPage(find, current)
{
    /// <summary>Number, as typed.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>First day, as typed.</summary>
    [BindProperty]
    public string? EffectiveFrom { get; set; }

    /// <summary>What is left to correct.</summary>
    public IReadOnlyList<DraftFault> Faults { get; private set; } = [];

    /// <summary>What changes.</summary>
    public Differences Differences { get; private set; } = null!;

    /// <summary>The version that is asked today.</summary>
    public string InForce { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(string key, CancellationToken stop)
    {
        if (!await Read(key, stop))
            return NotFound();
        Version = ItemVersionRules.NextMinor(instruments.Released(Instruments.Maturity).Select(r => r.Instrument.Version));
        EffectiveFrom = clock.Today().AddDays(1).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>Publishes.</summary>
    public async Task<IActionResult> OnPost(string key, int revision, [FromServices] PublishInstrument publish, CancellationToken stop)
    {
        if (!await FindOwn(key, stop))
            return NotFound();
        var outcome = await publish.Run(Open.Row!.Id, Version?.Trim(), Typed.Day(EffectiveFrom), revision, Actor, stop);
        if (outcome.Refusal is not { } refusal)
            return Redirect(Here);
        return await Read(key, stop) || Open.State != InstrumentState.Draft ? Say(refusal) : NotFound();
    }

    private async Task<bool> Read(string key, CancellationToken stop)
    {
        if (!await FindOwn(key, stop))
            return false;
        var inForce = InForceRules.On(instruments.Released(Instruments.Maturity), clock.Today());
        InForce = inForce.Instrument.Version;
        Faults = PublishRules.FaultsOf(Open.File, inForce.File);
        Differences = PublishRules.Between(inForce.File, Open.File);
        return Open.IsDraft;
    }
}
