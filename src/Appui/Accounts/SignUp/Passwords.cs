using Microsoft.AspNetCore.Identity;

namespace Appui.Accounts.SignUp;

/// <summary>Hashes and checks passwords and PINs with Identity's slow hash. Checking takes as long when there is nothing to check against.</summary>
public static class Passwords
{
    private static readonly PasswordHasher<Person> Hasher = new();
    private static readonly Person Nobody = Person.New("", DateTime.UnixEpoch);
    private static readonly string NobodyHash = Hasher.HashPassword(Nobody, "nobody has this password");

    /// <summary>What is kept of a password.</summary>
    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>True when the password is the one whose hash is given; false, after the same time, when there is none.</summary>
    public static bool Match(string? hash, string? typed)
    {
        var password = typed is { Length: > 0 and <= PasswordRules.Longest } ? typed : "-";
        var result = Hasher.VerifyHashedPassword(Nobody, hash ?? NobodyHash, password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
