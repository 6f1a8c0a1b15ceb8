using Appui.Shared;

namespace Appui.Strategy;

/// <summary>Every way Strategy says no.</summary>
public static class StrategyRefusals
{
    public static Refusal OnlyManagement => New(RefusalKind.Forbidden, nameof(StrategyTexts.Refusal_OnlyManagement));

    public static Refusal NoDiagnosis => New(RefusalKind.Conflict, nameof(StrategyTexts.Refusal_NoDiagnosis));

    public static Refusal NoPlan => New(RefusalKind.Unknown, nameof(StrategyTexts.Refusal_NoPlan));

    public static Refusal OwnMoney => New(RefusalKind.Invalid, nameof(StrategyTexts.Refusal_OwnMoney), "own");

    public static Refusal StaffDays => New(RefusalKind.Invalid, nameof(StrategyTexts.Refusal_StaffDays));

    public static Refusal Horizon => New(RefusalKind.Invalid, nameof(StrategyTexts.Refusal_Horizon), "months");

    public static Refusal DeMinimis => New(RefusalKind.Invalid, nameof(StrategyTexts.Refusal_DeMinimis), "deminimis");

    public static Refusal Priority => New(RefusalKind.Invalid, nameof(StrategyTexts.Refusal_Priority), "priorities");

    public static Refusal NoPriority => New(RefusalKind.Invalid, nameof(StrategyTexts.Refusal_NoPriority), "priorities");

    public static Refusal NotANumber => New(RefusalKind.Invalid, nameof(StrategyTexts.Refusal_NotANumber));

    public static Refusal TooManyPlans => New(RefusalKind.TooMuch, nameof(StrategyTexts.Refusal_TooManyPlans));

    public static Refusal TooLong => New(RefusalKind.Unavailable, nameof(StrategyTexts.Refusal_TooLong));

    private static Refusal New(RefusalKind kind, string code, string? field = null) =>
        new(kind, code, StrategyTexts.ResourceManager, field);
}
