using Appui.Accounts.Contract;
using Appui.Network.Contract;
using Appui.Shared;
using Appui.Shared.Ui;
using Appui.Shared.Ui.Charts;
using Appui.Strategy.Contract;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Strategy;

/// <summary>The plan: what next, when, who pays what, what was left out and why, and who can help.</summary>
public sealed class PlanPageModel(
    FindPlan find,
    Guides guides,
    OrganisationDirectory organisations,
    CurrentActor current,
    AppuiSettings settings
) : AppuiPage
{
    private IReadOnlyList<PlanFunder>? funders;

    /// <summary>The plan shown, or null when there is none yet.</summary>
    public OpenPlan? Open { get; private set; }

    /// <summary>Its content; only read when it is ready.</summary>
    public PlanContent Made => Open!.Content!;

    /// <summary>Guides for what the plan moves.</summary>
    public IReadOnlyList<Guide> Guides { get; private set; } = [];

    /// <summary>People to call in the region.</summary>
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];

    /// <summary>Beginning of addresses in this space.</summary>
    public string Prefix => current.Prefix;

    /// <summary>Where the organisation's clocks are.</summary>
    public TimeZoneInfo Zone => current.Zone;

    /// <summary>Without an account, the plan can still be kept by making one.</summary>
    public bool IsVisitor => current.Link is not null;

    /// <summary>May the person change the limits?</summary>
    public bool MayPlan => StrategyAccess.MayPlan(current.Actor) is null;

    /// <summary>Invented schemes count here, and the page says so.</summary>
    public bool IsDemonstration => settings.Demo;

    /// <summary>Address of this very plan, with an ending such as <c>.pdf</c>.</summary>
    public string HrefOf(string ending) => $"{Prefix}/plan/{Open!.Plan.Id}{ending}";

    /// <summary>The actions on the timeline, in the colour of who pays most.</summary>
    public IReadOnlyList<GanttRow> GanttRows =>
        [
            .. Made.Steps.Select(step => new GanttRow(
                step.Title.ToString(),
                $"{StrategyWords.Days(step.TotalHalfDays)} · {StrategyWords.Payers(Made, step)}",
                step.Start,
                step.Months,
                HueOf(step)
            )),
        ];

    /// <summary>The funders, one column each.</summary>
    public IReadOnlyList<PlanFunder> Funders => funders ??= PlanFunder.Of(Made);

    /// <summary>Who pays which share of the whole.</summary>
    public IReadOnlyList<SplitPart> Shares => [.. PlanFunder.PayersOf(Made).Select(payer => payer.Part)];

    /// <summary>Shows the newest plan, or one by its id. While it is being made, the page looks again by itself.</summary>
    public async Task<IActionResult> OnGet(Guid? id, CancellationToken stop)
    {
        if (StrategyAccess.MayRead(current.Actor) is not null)
            return NotFound();
        Open = await Ready(id, stop);
        if (Open is null)
            return id is null ? Page() : NotFound();
        if (Open.Plan.State == PlanState.Pending)
            Response.Headers["Refresh"] = "2";
        if (Open.Content is { } content)
        {
            Guides = guides.For([.. content.Steps.SelectMany(s => s.Dimensions)], 3);
            var organisation = await organisations.Find(current.Actor.OrganisationId, stop);
            Contacts = await organisations.Contacts(organisation?.RegionCode, stop);
        }

        return Page();
    }

    private Hue HueOf(PlanStep step)
    {
        if (step.HighEuros == 0)
            return Hue.Grey;
        return Funders.MaxBy(f => f.Pays(step)) is { } most && most.Pays(step) > step.OwnEuros ? most.Kind.Hue() : PayerKind.Provider.Hue();
    }

    // Most plans take less than a second: rather than show "being made" and come back, wait a little.
    private async Task<OpenPlan?> Ready(Guid? id, CancellationToken stop)
    {
        var open = await find.Run(id, stop);
        for (var wait = 0; wait < 12 && open?.Plan.State == PlanState.Pending; wait++)
        {
            await Task.Delay(150, stop);
            open = await find.Run(id, stop);
        }

        return open;
    }
}
