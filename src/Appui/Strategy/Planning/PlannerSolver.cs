using System.Globalization;
using Google.OrTools.Sat;

namespace Appui.Strategy.Planning;

/// <summary>Runs CP-SAT on one worker with a fixed seed and an allowance of deterministic time shared by all the solves of one plan.</summary>
internal sealed class PlannerSolver(double effort, CancellationToken stop)
{
    private double left = effort;

    internal double Left => stop.IsCancellationRequested ? 0 : left;

    /// <summary>Choosing and paying lives on the linear relaxation.</summary>
    internal const string Relaxing = "num_workers:1 linearization_level:2";

    /// <summary>Calendars live on propagation: the relaxation only slows them down.</summary>
    internal const string Propagating = "num_workers:1 linearization_level:0";

    /// <summary>Solves with at most that much effort; without an objective the first solution is enough.</summary>
    internal SolverAnswer Run(CpModel model, double most, string how = Relaxing)
    {
        var allowed = Math.Min(most, Left);
        if (allowed <= 0)
            return SolverAnswer.None;
        using var wrapper = new SolveWrapper();
        wrapper.SetStringParameters(
            string.Create(CultureInfo.InvariantCulture, $"{how} random_seed:20261101 max_deterministic_time:{allowed:0.######}")
        );
        using var registration = stop.Register(wrapper.StopSearch);
        var response = wrapper.Solve(model.Model);
        left -= response.DeterministicTime;
        return new SolverAnswer(response);
    }
}

/// <summary>What the solver said.</summary>
internal sealed class SolverAnswer(CpSolverResponse? response)
{
    internal static readonly SolverAnswer None = new(null);

    internal bool Found => response?.Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;

    internal bool Proven => response?.Status is CpSolverStatus.Optimal or CpSolverStatus.Infeasible;

    internal bool Impossible => response?.Status is CpSolverStatus.Infeasible;

    /// <summary>Whether <see cref="Bound"/> means something.</summary>
    internal bool Bounded =>
        response?.Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible or CpSolverStatus.Unknown && !double.IsInfinity(Bound);

    /// <summary>A value of the objective that no solution beats.</summary>
    internal double Bound => response?.BestObjectiveBound ?? double.NaN;

    internal long Value(IntVar variable) => response!.Solution[variable.Index];
}
