using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Appui.Accounts.Trainees;

/// <summary>
/// PINs: drawn, and hashed slowly. The salt is the organisation's, not the trainee's: people type the organisation's code and their PIN, nothing
/// else, so the hash must be found again; within an organisation no two PINs are the same.
/// </summary>
public static class Pins
{
    private const int Rounds = 100_000;

    /// <summary>What is kept of a PIN. An organisation that does not exist takes as long.</summary>
    public static string Hash(Guid organisation, string pin)
    {
        var salt = SHA256.HashData(Encoding.UTF8.GetBytes($"appui pin {organisation:N}"));
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(pin, salt, Rounds, HashAlgorithmName.SHA512, 32));
    }

    /// <summary>As many different PINs as asked, none too easy.</summary>
    public static IReadOnlyList<string> Draw(int count)
    {
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        while (drawn.Count < count)
        {
            var pin = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
            if (!TraineeRules.IsEasy(pin))
                drawn.Add(pin);
        }

        return [.. drawn];
    }
}
