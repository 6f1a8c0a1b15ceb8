using Appui.Shared;

namespace Appui.Strategy.Contract;

/// <summary>A plan in a few figures.</summary>
/// <param name="Payers">Who pays how many euros, a funder once whatever its schemes, the provider last; only those who pay.</param>
/// <param name="Next">Title, first step and first month of the actions, in order.</param>
public sealed record PlanCard(
    Guid Id,
    DateTime At,
    int Actions,
    int HighEuros,
    int OwnEuros,
    IReadOnlyList<Payer> Payers,
    IReadOnlyList<(Translated Title, Translated FirstStep, DateOnly Month)> Next
);

/// <summary>Reads of Strategy for the capabilities above.</summary>
public sealed class PlanReader(FindPlan find)
{
    /// <summary>The newest plan of the actor's organisation that is ready, or null.</summary>
    public async Task<PlanCard?> Newest(CancellationToken stop)
    {
        if (await find.Run(null, stop) is not { Content: { } content } open)
            return null;
        return new PlanCard(
            open.Plan.Id,
            open.Plan.ReadyAt ?? open.Plan.CreatedAt,
            content.Steps.Count,
            content.HighEuros,
            content.OwnEuros,
            PlanFunder.PayersOf(content),
            [.. content.Steps.Select(s => (s.Title, s.FirstStep, content.Month(s.Start)))]
        );
    }
}
