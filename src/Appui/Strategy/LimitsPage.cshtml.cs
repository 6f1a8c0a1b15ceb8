using Appui.Accounts.Contract;
using Appui.Diagnosis.Contract;
using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Strategy;

/// <summary>What the provider can give and what matters most: everything a plan must hold within.</summary>
public sealed class LimitsPageModel(
    MaturityReader maturity,
    FindPlan find,
    MakePlan make,
    OrganisationDirectory organisations,
    CurrentActor current
) : AppuiPage
{
    /// <summary>What was typed, as it was typed, so that an error loses nothing.</summary>
    public sealed record Form(
        string? Own,
        string? Management,
        string? Trainer,
        string? Support,
        int Months,
        string? Deminimis,
        bool Qualiopi,
        Dictionary<string, int> Priorities
    );

    /// <summary>What the fields show.</summary>
    public Form Shown { get; private set; } = null!;

    /// <summary>Where the provider stands.</summary>
    public MaturityState State { get; private set; } = null!;

    /// <summary>Beginning of addresses in this space.</summary>
    public string Prefix => current.Prefix;

    /// <summary>Shows the limits of the newest plan, or careful ones for the provider's size.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (StrategyAccess.MayPlan(current.Actor) is not null)
            return NotFound();
        if (await maturity.Find(null, stop) is not { } state)
            return Redirect($"{Prefix}/diagnostic");
        State = state;
        Shown = await find.Run(null, stop) is { } plan ? FormOf(plan.Limits) : await Careful(stop);
        return Page();
    }

    /// <summary>Asks for the plan, then shows it being made.</summary>
    public async Task<IActionResult> OnPost([FromForm] Form form, CancellationToken stop)
    {
        if (await maturity.Find(null, stop) is not { } state)
            return Redirect($"{Prefix}/diagnostic");
        State = state;
        Shown = form with { Priorities = form.Priorities ?? [] };
        var faults = Unreadable().ToList();
        if (faults.Count == 0)
        {
            var (plan, refusals) = await make.Run(LimitsOf(Shown), current.Actor, stop);
            if (plan is not null)
                return Redirect($"{Prefix}/plan");
            faults.AddRange(refusals);
        }

        var page = Refused(faults[0]);
        foreach (var fault in faults.Skip(1))
            Refused(fault);
        return page;
    }

    private IEnumerable<Refusal> Unreadable()
    {
        foreach (
            var (field, typed) in new[]
            {
                ("own", Shown.Own),
                ("management", Shown.Management),
                ("trainer", Shown.Trainer),
                ("support", Shown.Support),
                ("deminimis", Shown.Deminimis),
            }
        )
        {
            if (!string.IsNullOrWhiteSpace(typed) && Typed.Number(typed) is null)
                yield return StrategyRefusals.NotANumber.With(typed.Length > 40 ? typed[..40] + "…" : typed).On(field);
        }
    }

    private static PlanLimits LimitsOf(Form form) =>
        new(
            Typed.EurosAtMost(form.Own) ?? 0,
            Typed.HalfDays(form.Management) ?? 0,
            Typed.HalfDays(form.Trainer) ?? 0,
            Typed.HalfDays(form.Support) ?? 0,
            form.Months,
            form.Priorities,
            Typed.Euros(form.Deminimis) ?? 0,
            form.Qualiopi
        );

    private Form FormOf(PlanLimits limits) =>
        new(
            Show.Number(limits.OwnEuros),
            Show.Days(limits.ManagementHalfDays),
            Show.Days(limits.TrainerHalfDays),
            Show.Days(limits.SupportHalfDays),
            limits.Months,
            limits.DeMinimisReceivedEuros == 0 ? "" : Show.Number(limits.DeMinimisReceivedEuros),
            limits.Qualiopi,
            State.Dimensions.ToDictionary(
                d => d.Code,
                d => limits.Priorities.TryGetValue(d.Code, out var p) ? p : LimitsRules.DefaultPriority(d.Code),
                StringComparer.Ordinal
            )
        );

    private async Task<Form> Careful(CancellationToken stop)
    {
        var organisation = await organisations.Find(current.Actor.OrganisationId, stop);
        return FormOf(LimitsRules.Careful(State.Profile, organisation?.Qualiopi ?? false));
    }
}
