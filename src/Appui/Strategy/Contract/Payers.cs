using Appui.Shared;
using Appui.Shared.Documents;
using Appui.Shared.Ui.Charts;

namespace Appui.Strategy.Contract;

/// <summary>Whose money it is: the natures that every picture of money tells apart, in the order it names them.</summary>
public enum PayerKind
{
    /// <summary>Opco.</summary>
    SkillsOperator,

    /// <summary>Région.</summary>
    Region,

    /// <summary>État.</summary>
    State,

    /// <summary>Fondation.</summary>
    Foundation,

    /// <summary>Europe, and any other funder.</summary>
    Europe,

    /// <summary>The provider itself, always last.</summary>
    Provider,
}

/// <summary>Who pays how much of a plan.</summary>
public sealed record Payer(PayerKind Kind, string Name, int Euros)
{
    /// <summary>The same as a part of a bar.</summary>
    public SplitPart Part => new(Name, Euros, Show.Euros(Euros), Kind.Hue());
}

/// <summary>The mark of each payer, the same on every page and document. Neighbours differ by lightness or by pattern too, not by hue alone.</summary>
public static class Payers
{
    /// <summary>The nature of a funder, as the schemes write it.</summary>
    public static PayerKind Of(string funderKind) =>
        funderKind switch
        {
            "skillsOperator" => PayerKind.SkillsOperator,
            "region" => PayerKind.Region,
            "state" => PayerKind.State,
            "foundation" => PayerKind.Foundation,
            _ => PayerKind.Europe,
        };

    /// <summary>Its mark on a page.</summary>
    public static Hue Hue(this PayerKind kind) =>
        kind switch
        {
            PayerKind.SkillsOperator => Shared.Ui.Charts.Hue.Blue,
            PayerKind.Region => Shared.Ui.Charts.Hue.Teal,
            PayerKind.State => Shared.Ui.Charts.Hue.IndigoStriped,
            PayerKind.Foundation => Shared.Ui.Charts.Hue.PlumDotted,
            PayerKind.Provider => Shared.Ui.Charts.Hue.Ochre,
            _ => Shared.Ui.Charts.Hue.GreyCrossed,
        };

    /// <summary>Its mark on paper, told apart without colour.</summary>
    public static Fill Fill(this PayerKind kind) =>
        kind switch
        {
            PayerKind.SkillsOperator => new(Ink.White, Hatch.Falling, Ink.Info),
            PayerKind.Region => new(Ink.Teal),
            PayerKind.State => new(Ink.White, Hatch.Rising, Ink.Indigo),
            PayerKind.Foundation => new(Ink.White, Hatch.Crossed, Ink.Plum),
            PayerKind.Provider => new(Ink.Ochre),
            _ => new(Ink.Sunk, Hatch.Level, Ink.Quiet),
        };
}
