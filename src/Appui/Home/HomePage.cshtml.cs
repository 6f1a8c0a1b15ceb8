using System.Globalization;
using Appui.Accounts.Contract;
using Appui.Diagnosis.Contract;
using Appui.Shared;
using Appui.Shared.Ui;
using Appui.Strategy.Contract;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Home;

/// <summary>Where a member starts: at most five next steps, one picture that matters, what moved.</summary>
public sealed class HomePageModel(
    IEnumerable<NextStep> sources,
    MaturityReader maturity,
    PlanReader plans,
    CurrentActor current,
    TimeProvider clock
) : AppuiPage
{
    private const Roles Planners = Roles.Manager | Roles.Trainer;

    /// <summary>What to do next, first things first.</summary>
    public IReadOnlyList<NextStepItem> Steps { get; private set; } = [];

    /// <summary>Where the provider stands, for those who plan.</summary>
    public MaturityState? Maturity { get; private set; }

    /// <summary>The newest plan, for those who plan.</summary>
    public PlanCard? Plan { get; private set; }

    /// <summary>Who a trainee may call.</summary>
    public IReadOnlyList<ContactCard> Trainers { get; private set; } = [];

    /// <summary>Somebody who is here to learn, and nothing else.</summary>
    public bool IsTrainee => current.Actor.Roles == Roles.Trainee;

    /// <summary>Name of the organisation.</summary>
    public string Organisation => current.OrganisationName ?? "";

    /// <summary>First name of the member, as this organisation knows them.</summary>
    public string FirstName => (current.DisplayName ?? "").Split(' ')[0];

    /// <summary>Beginning of addresses in this organisation.</summary>
    public string Prefix => current.Prefix;

    /// <summary>Does the role plan, in an organisation that can?</summary>
    public bool IsPlanner => current.Actor.Has(Planners) && current.MayHavePlans;

    /// <summary>Do they have trainees to let in?</summary>
    public bool MayTeach => current.Actor.Has(Planners) && current.HasTrainees;

    /// <summary>What they find who neither plan nor learn.</summary>
    public RoleStart? Start { get; private set; }

    /// <summary>Their phone and e-mail as the providers of the region see them, when they accept to be called.</summary>
    public string? Callable { get; private set; }

    /// <summary>Today and how much there is to do.</summary>
    public string Purpose
    {
        get
        {
            var today = clock.Today(current.Zone);
            var date = $"{Show.Capital(today.ToString("dddd", CultureInfo.CurrentUICulture))} {Show.Day(today)}.";
            var steps = Steps.Count switch
            {
                0 => HomeTexts.Home_Nothing,
                1 => HomeTexts.Home_Steps_One,
                var count => string.Format(HomeTexts.Home_Steps, Show.Capital(Show.Words(count))),
            };
            return $"{date} {steps}";
        }
    }

    /// <summary>Gathers what each capability answers to "what next?".</summary>
    public async Task<IActionResult> OnGet([FromServices] OrganisationDirectory directory, CancellationToken stop)
    {
        if (IsTrainee)
            Trainers = await directory.Trainers(stop);
        List<NextStepItem> found = [];
        foreach (var source in sources.Where(s => current.Actor.Has(s.For)))
            found.AddRange(await source.Find(HttpContext.RequestServices, current.Actor, stop));
        Steps = [.. found.OrderBy(s => s.When ?? DateOnly.MaxValue).ThenByDescending(s => s.Weight).Take(5)];
        if (IsPlanner)
        {
            Maturity = await maturity.Find(null, stop);
            Plan = await plans.Newest(stop);
        }
        else if (!IsTrainee)
        {
            Start = RoleStart.Of(current.Actor.Roles, Prefix);
            Callable = await Published(directory, stop);
        }

        return Page();
    }

    private async Task<string?> Published(OrganisationDirectory directory, CancellationToken stop)
    {
        if (await directory.Find(current.Actor.OrganisationId, stop) is not { RegionCode: { } region })
            return null;
        var contacts = await directory.Contacts(region, stop);
        return contacts.FirstOrDefault(c => c.Name == current.DisplayName && c.Organisation == Organisation) is { } card
            ? string.Join(", ", new[] { card.Phone?.Replace(' ', '\u00a0'), card.Email }.Where(way => way is not null))
            : null;
    }
}
