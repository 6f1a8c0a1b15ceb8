using System.Globalization;
using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>
/// Runs CP-SAT on one worker with a fixed seed and an allowance of deterministic time shared by all the solves of one plan. Only a stop ends a solve on a
/// clock, and then by throwing: a plan never depends on how busy the machine is.
/// </summary>
internal sealed class PlannerSolver(double effort, CancellationToken stop)
{
    internal double Left { get; private set; } = effort;

    /// <summary>Solves with at most that much effort; without an objective the first solution is enough.</summary>
    internal SolverAnswer Run(CpModel model, double most, SolverWay way)
    {
        stop.ThrowIfCancellationRequested();
        var allowed = Math.Min(most, Left) / way.Price;
        if (allowed <= 0)
            return SolverAnswer.None;
        using var wrapper = new SolveWrapper();
        wrapper.SetStringParameters(
            string.Create(
                CultureInfo.InvariantCulture,
                $"num_workers:1 random_seed:20261101 max_deterministic_time:{allowed:0.######} {way.Parameters}"
            )
        );
        using var registration = stop.Register(wrapper.StopSearch);
        var response = wrapper.Solve(model.Model);
        stop.ThrowIfCancellationRequested();
        Spend(response.DeterministicTime * way.Price);
        return new SolverAnswer(response);
    }

    /// <summary>Counts work done beside the solver.</summary>
    internal void Spend(double work)
    {
        stop.ThrowIfCancellationRequested();
        Left -= work;
    }
}

/// <summary>How to search, and what a deterministic second of it costs: they are not equally long.</summary>
internal sealed record SolverWay(string Parameters, double Price)
{
    /// <summary>Choosing and paying lives on the linear relaxation.</summary>
    internal static readonly SolverWay Relaxing = new("linearization_level:2", 1);

    /// <summary>Calendars live on propagation: the relaxation only slows them down.</summary>
    internal static readonly SolverWay Propagating = new("linearization_level:0", 1.3);

    /// <summary>Dearer, and settles other calendars.</summary>
    internal static readonly SolverWay EdgeFinding = new("linearization_level:0 use_timetable_edge_finding_in_cumulative:true", 3);
}

/// <summary>What the solver said.</summary>
internal sealed class SolverAnswer(CpSolverResponse? response)
{
    internal static readonly SolverAnswer None = new(null);

    internal bool Found => response?.Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;

    internal bool Proven => response?.Status is CpSolverStatus.Optimal or CpSolverStatus.Infeasible;

    internal bool Impossible => response?.Status is CpSolverStatus.Infeasible;

    /// <summary>A value of the objective that no solution beats; null when nothing is known.</summary>
    internal double? Bound =>
        response?.Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible or CpSolverStatus.Unknown
        && double.IsFinite(response.BestObjectiveBound)
            ? response.BestObjectiveBound
            : null;

    internal long Value(IntVar variable) => response!.Solution[variable.Index];
}
