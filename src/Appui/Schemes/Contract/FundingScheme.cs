using Appui.Shared;

namespace Appui.Schemes.Contract;

/// <summary>Whether a scheme can be asked for.</summary>
public enum SchemeStatus
{
    /// <summary>Can be asked for today.</summary>
    Open,

    /// <summary>Was open; kept for reading.</summary>
    Closed,

    /// <summary>Invented for the demonstration, and said to be.</summary>
    Illustrative,
}

/// <summary>Who pays.</summary>
/// <param name="Kind">One of <see cref="SchemeCatalogue.FunderKinds"/>.</param>
public sealed record Funder(string Kind, Translated Name);

/// <summary>Whom a scheme is for; null lists mean everyone.</summary>
public sealed record SchemeWho(IReadOnlyList<string>? Profiles, IReadOnlyList<string>? Regions, bool Qualiopi);

/// <summary>Where a scheme's rules were read.</summary>
public sealed record SchemeSource(Translated Title, string? Url);

/// <summary>What a part of a grant waits for.</summary>
public enum PaymentMoment
{
    /// <summary>The agreement is signed: an advance.</summary>
    Agreement,

    /// <summary>The work begins.</summary>
    Start,

    /// <summary>Half of the work is done and shown.</summary>
    Midway,

    /// <summary>All of it is done and reported: a balance.</summary>
    End,
}

/// <summary>A part of a grant, and when it reaches the provider's account.</summary>
/// <param name="AfterMonths">Months between the moment and the money.</param>
public sealed record SchemePayment(int Percent, PaymentMoment When, int AfterMonths);

/// <summary>The State-aid rule a grant is given under.</summary>
public enum AidRegime
{
    /// <summary>Not State aid, or not known to be.</summary>
    None,

    /// <summary>Counts against the de minimis ceiling (Reg. (EU) 2023/2831).</summary>
    DeMinimis,

    /// <summary>Exempted by category (Reg. (EU) 651/2014): outside the de minimis ceiling.</summary>
    Gber,
}

/// <summary>A funding scheme (dispositif d'aide) and its rules, as data with dates and a source: never constants.</summary>
/// <param name="RatePercent">Share of a cost line that the scheme can pay.</param>
/// <param name="FloorEuros">Smallest grant that is paid at all; 0 when there is none.</param>
/// <param name="CeilingEuros">Largest grant.</param>
/// <param name="Categories">Cost categories it pays.</param>
/// <param name="ExclusiveSets">Sets in which at most one scheme may be used.</param>
/// <param name="Regime">State-aid rule.</param>
/// <param name="DecisionMonths">Months from the application to the decision.</param>
/// <param name="Payments">Parts in which a grant is paid, in order: 100 % together.</param>
public sealed record FundingScheme(
    string Code,
    SchemeStatus Status,
    DateOnly VerifiedOn,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    Funder Funder,
    Translated Title,
    Translated Summary,
    SchemeSource Source,
    int RatePercent,
    int FloorEuros,
    int CeilingEuros,
    IReadOnlyList<string> Categories,
    SchemeWho Who,
    IReadOnlyList<string> ExclusiveSets,
    AidRegime Regime,
    int DecisionMonths,
    IReadOnlyList<SchemePayment> Payments
)
{
    /// <summary>Counts against the de minimis ceiling.</summary>
    public bool DeMinimis => Regime == AidRegime.DeMinimis;
}

/// <summary>Who asks: decides which schemes concern them.</summary>
public sealed record SchemeAsker(string Profile, string? Region, bool Qualiopi, DateOnly Today, bool Demonstration);

/// <summary>Why a scheme does not concern somebody.</summary>
public enum SchemeBar
{
    None,
    Closed,
    Illustrative,
    NotThatDay,
    OtherProfile,
    OtherRegion,
    NeedsQualiopi,
}

/// <summary>Which schemes concern whom. Pure.</summary>
public static class SchemeRules
{
    /// <summary>De minimis ceiling per undertaking over three rolling years, in euros. Reg. (EU) 2023/2831 art. 3.2, until 31 December 2030.</summary>
    public const int DeMinimisCeilingEuros = 300_000;

    /// <summary>The first reason why a scheme cannot be counted on, or None.</summary>
    public static SchemeBar BarOf(FundingScheme scheme, SchemeAsker asker)
    {
        if (scheme.Status == SchemeStatus.Closed)
            return SchemeBar.Closed;
        if (scheme.Status == SchemeStatus.Illustrative && !asker.Demonstration)
            return SchemeBar.Illustrative;
        if (asker.Today < scheme.ValidFrom || asker.Today > scheme.ValidTo)
            return SchemeBar.NotThatDay;
        if (scheme.Who.Profiles is { } profiles && !profiles.Contains(asker.Profile, StringComparer.Ordinal))
            return SchemeBar.OtherProfile;
        if (scheme.Who.Regions is { } regions && (asker.Region is null || !regions.Contains(asker.Region, StringComparer.Ordinal)))
            return SchemeBar.OtherRegion;
        return scheme.Who.Qualiopi && !asker.Qualiopi ? SchemeBar.NeedsQualiopi : SchemeBar.None;
    }
}
