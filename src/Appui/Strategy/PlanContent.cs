using Appui.Shared;

namespace Appui.Strategy;

/// <summary>Scores before or after: null where nothing is measured.</summary>
public sealed record PlanScores(double? Capacity, double? Progress, IReadOnlyDictionary<string, double?> Dimensions);

/// <summary>A dimension as the plan names it.</summary>
public sealed record PlanDimension(string Code, string Axis, Translated Name, Translated ShortName);

/// <summary>A scheme that pays part of the plan.</summary>
public sealed record PlanScheme(
    string Code,
    Translated Title,
    Translated Funder,
    string FunderKind,
    bool DeMinimis,
    bool IsIllustrative,
    int Euros
);

/// <summary>What one scheme pays of a line.</summary>
public sealed record PlanPayment(string Scheme, int Euros);

/// <summary>A cost line over the whole plan, on the high and low estimates.</summary>
public sealed record PlanLine(
    string Code,
    Translated Label,
    string Category,
    bool IsYearly,
    int LowEuros,
    int HighEuros,
    IReadOnlyList<PlanPayment> Payments
)
{
    /// <summary>What the provider pays of the line.</summary>
    public int OwnEuros => HighEuros - Payments.Sum(p => p.Euros);
}

/// <summary>An action of the plan, with its dates, its costs, who pays and what it changes.</summary>
/// <param name="Start">First month, counted from 0.</param>
/// <param name="HalfDays">Half-days of management, trainers and support.</param>
/// <param name="Dimensions">Dimensions it moves.</param>
public sealed record PlanStep(
    string Code,
    Translated Title,
    Translated Purpose,
    Translated WhoGains,
    Translated FirstStep,
    int Start,
    int Months,
    IReadOnlyList<int> HalfDays,
    IReadOnlyList<PlanLine> Lines,
    IReadOnlyList<string> Dimensions
)
{
    /// <summary>Cost on the high estimate.</summary>
    public int HighEuros => Lines.Sum(l => l.HighEuros);

    /// <summary>What the provider pays.</summary>
    public int OwnEuros => Lines.Sum(l => l.OwnEuros);

    /// <summary>All staff time.</summary>
    public int TotalHalfDays => HalfDays.Sum();

    /// <summary>What a scheme pays.</summary>
    public int PaidBy(string scheme) => Lines.Sum(l => l.Payments.Where(p => p.Scheme == scheme).Sum(p => p.Euros));
}

/// <summary>What keeps an action out.</summary>
public enum LeftOutReason
{
    AlreadyThere,
    Excluded,
    Requirement,
    OwnMoney,
    StaffDays,
    StaffTime,
    Calendar,
    Outweighed,
    FaceToFace,
    NotNow,
    NotAnswered,
}

/// <summary>An action left out, and the figures behind the reason.</summary>
/// <param name="Other">Title of the other action or dimension concerned.</param>
/// <param name="Need">What it would need (euros or half-days).</param>
/// <param name="Left">What is left (euros or half-days).</param>
public sealed record PlanLeftOut(string Code, Translated Title, int HighEuros, LeftOutReason Reason, Translated? Other, int Need, int Left);

/// <summary>A whole plan as it is shown, printed and given by the API.</summary>
public sealed record PlanContent(
    string ActionsVersion,
    string SchemesVersion,
    DateOnly FirstMonth,
    PlanLimits Limits,
    bool Proven,
    double GapPercent,
    bool IsDemonstration,
    int Considered,
    PlanScores Before,
    PlanScores After,
    IReadOnlyList<PlanDimension> Dimensions,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<PlanScheme> Schemes,
    IReadOnlyList<PlanLeftOut> LeftOut,
    IReadOnlyList<PlanLeftOut> WontDo
)
{
    /// <summary>Cost of everything on the high estimate.</summary>
    public int HighEuros => Steps.Sum(s => s.HighEuros);

    /// <summary>Cost of everything on the low estimate.</summary>
    public int LowEuros => Steps.Sum(s => s.Lines.Sum(l => l.LowEuros));

    /// <summary>What the provider pays.</summary>
    public int OwnEuros => Steps.Sum(s => s.OwnEuros);

    /// <summary>What others pay.</summary>
    public int GrantEuros => HighEuros - OwnEuros;

    /// <summary>Staff time, in half-days.</summary>
    public int TotalHalfDays => Steps.Sum(s => s.TotalHalfDays);

    /// <summary>Number of cost lines, each paid once.</summary>
    public int LineCount => Steps.Sum(s => s.Lines.Count);

    /// <summary>De minimis aid the plan would ask for.</summary>
    public int DeMinimisEuros => Schemes.Where(s => s.DeMinimis).Sum(s => s.Euros);

    /// <summary>First day of a month of the plan.</summary>
    public DateOnly Month(int index) => FirstMonth.AddMonths(index);

    /// <summary>Last day of the last action.</summary>
    public DateOnly? End => Steps.Count == 0 ? null : FirstMonth.AddMonths(Steps.Max(s => s.Start + s.Months)).AddDays(-1);
}
