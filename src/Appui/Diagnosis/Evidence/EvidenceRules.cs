using Appui.Shared;

namespace Appui.Diagnosis.Evidence;

/// <summary>What backs an answer and what does not. Pure.</summary>
public static class EvidenceRules
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest remark, in characters.</summary>
    public const int LongestRemark = 1000;

    /// <summary>Most evidences of one answer.</summary>
    public const int Most = 10;

    /// <summary>How far a choice is backed: a reader's yes is about the choice that was read; a no counts for nothing.</summary>
    public static EvidenceLevel LevelOf(string choice, IEnumerable<AnswerEvidence> evidence)
    {
        var level = EvidenceLevel.Declared;
        foreach (var one in evidence)
        {
            if (one.Verdict == EvidenceVerdict.Shows && one.ReadWith == choice)
                return EvidenceLevel.Verified;
            if (one.Verdict != EvidenceVerdict.ShowsNot || one.ReadWith != choice)
                level = EvidenceLevel.Documented;
        }

        return level;
    }

    /// <summary>Is a choice something that can be backed? "I don't know" is not.</summary>
    public static bool CanBeBacked(string? choice) => choice is { Length: > 0 } and not ScoringRules.Unknown;

    /// <summary>Why an evidence cannot be kept, or null.</summary>
    public static Refusal? Check(string? title, DateOnly? day, string? url, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > LongestTitle)
            return EvidenceRefusals.NameIt.With(LongestTitle);
        if (day is not { } dated || dated > today || dated.Year < 1990)
            return EvidenceRefusals.DateIt;
        if (!string.IsNullOrWhiteSpace(url) && !IsAddress(url.Trim()))
            return EvidenceRefusals.NotAnAddress;
        return null;
    }

    private static bool IsAddress(string url) =>
        url.Length <= 500
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0;
}
