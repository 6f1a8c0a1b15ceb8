using Appui.Shared;

namespace Appui.Accounts.SignUp;

/// <summary>What a password must be: long, and not one that everybody tries first. No other rule (CNIL, délibération 2022-100; NIST SP 800-63B §3.1.1).</summary>
public static class PasswordRules
{
    /// <summary>Shortest password accepted, in characters.</summary>
    public const int Shortest = 12;

    /// <summary>Longest password accepted: hashing a novel serves nobody.</summary>
    public const int Longest = 200;

    private static readonly HashSet<string> Common = Read();

    /// <summary>Why a password is refused, or null. A common one typed twice, or followed by digits, is still common.</summary>
    public static Refusal? Check(string? password) =>
        password switch
        {
            null or { Length: < Shortest } => AccountsRefusals.PasswordTooShort.With(Shortest, password?.Length ?? 0),
            { Length: > Longest } => AccountsRefusals.PasswordTooLong.With(Longest),
            _ => IsCommon(password.ToLowerInvariant()) ? AccountsRefusals.PasswordCommon : null,
        };

    private static bool IsCommon(string lower) =>
        Common.Contains(lower) || Common.Contains(lower.TrimEnd("0123456789!.?*".ToCharArray())) || IsRepeated(lower);

    // One unit of up to half the length, again and again: "aaaaaaaaaaaa", "azertyazerty".
    private static bool IsRepeated(string lower)
    {
        for (var unit = 1; unit <= lower.Length / 2; unit++)
        {
            var start = lower[..unit];
            var isRepeated = Enumerable.Range(0, lower.Length).All(i => lower[i] == start[i % unit]);
            if (isRepeated && (unit < 4 || Common.Contains(start)))
                return true;
        }

        return false;
    }

    private static HashSet<string> Read()
    {
        using var stream =
            typeof(PasswordRules).Assembly.GetManifestResourceStream("reference/common-passwords.csv")
            ?? throw new InvalidOperationException("common-passwords.csv is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToHashSet(StringComparer.Ordinal);
    }
}
