namespace Appui.Standards.Identifiers;

/// <summary>What is wrong with a typed SIREN or SIRET.</summary>
public enum SirenProblem
{
    /// <summary>Nothing: it is sound.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Something other than digits and separators was typed.</summary>
    Characters,

    /// <summary>Not the expected number of digits (9 for a SIREN, 14 for a SIRET).</summary>
    Length,

    /// <summary>The digits do not agree with the check digit: one is wrong, or two are swapped.</summary>
    Key,
}

/// <summary>
/// A company in the French register (SIREN, 9 digits). The last digit is a Luhn key.
/// Source: Code de commerce, articles R123-220 to R123-223; INSEE, "Numéro Siren"; the key is ISO/IEC 7812-1, annex B.
/// </summary>
public readonly record struct Siren
{
    /// <summary>La Poste, whose establishments have a key of their own (see <see cref="Siret"/>).</summary>
    public const string LaPoste = "356000000";

    private readonly string? digits;

    private Siren(string digits) => this.digits = digits;

    /// <summary>Number of digits.</summary>
    public const int Length = 9;

    /// <summary>Reads what a person typed: spaces of any kind, dots and hyphens between the digits are ignored.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="siren">The number, meaningful only when the answer is <see cref="SirenProblem.None"/>.</param>
    public static SirenProblem Read(string? text, out Siren siren)
    {
        siren = default;
        var problem = Digits.Read(text, Length, out var digits);
        if (problem is SirenProblem.None && (Digits.LuhnSum(digits) % 10 != 0 || Digits.AreAllZero(digits)))
            problem = SirenProblem.Key;
        if (problem is SirenProblem.None)
            siren = new Siren(digits);
        return problem;
    }

    internal static Siren Of(Siret siret) => new(siret.ToString()[..Length]);

    /// <summary>
    /// The French VAT number made from this SIREN: FR, a two-digit key, the SIREN. The key is (12 + 3 × (SIREN mod 97)) mod 97.
    /// Source: Code général des impôts, article 286 ter; BOFiP BOI-TVA-DECLA-20-10-20. That the company is registered for VAT is not known from it.
    /// </summary>
    public string VatNumber
    {
        get
        {
            var number = int.Parse(ToString(), System.Globalization.CultureInfo.InvariantCulture);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"FR{(12 + (3 * (number % 97))) % 97:00}{ToString()}");
        }
    }

    /// <summary>The nine digits, without separator.</summary>
    public override string ToString() => digits ?? "";

    /// <summary>In groups of three with non-breaking spaces, as it is written in French.</summary>
    public string ToDisplay() => digits is null ? "" : $"{digits[..3]}\u00a0{digits[3..6]}\u00a0{digits[6..]}";
}

/// <summary>
/// An establishment in the French register (SIRET): the SIREN and five digits, the last of which is a Luhn key over all fourteen.
/// For La Poste (SIREN 356000000) the plain sum of the fourteen digits is a multiple of 5 instead, its head office 356 000 000 00048 excepted.
/// Source: Code de commerce, articles R123-220 to R123-223; INSEE, "Numéro Siret", note on La Poste.
/// </summary>
public readonly record struct Siret
{
    private const string LaPosteHeadOffice = "35600000000048";

    private readonly string? digits;

    private Siret(string digits) => this.digits = digits;

    /// <summary>Number of digits.</summary>
    public const int Length = 14;

    /// <summary>Reads what a person typed: spaces of any kind, dots and hyphens between the digits are ignored.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="siret">The number, meaningful only when the answer is <see cref="SirenProblem.None"/>.</param>
    public static SirenProblem Read(string? text, out Siret siret)
    {
        siret = default;
        var problem = Digits.Read(text, Length, out var digits);
        if (problem is SirenProblem.None && !HasSoundKey(digits))
            problem = SirenProblem.Key;
        if (problem is SirenProblem.None)
            siret = new Siret(digits);
        return problem;
    }

    /// <summary>Completes thirteen digits with their Luhn key: for generators of invented numbers, which begin with 000.</summary>
    /// <exception cref="ArgumentException">Not thirteen digits.</exception>
    public static Siret Complete(string thirteenDigits)
    {
        if (thirteenDigits.Length != Length - 1 || !thirteenDigits.All(char.IsAsciiDigit))
            throw new ArgumentException("Thirteen digits are expected.", nameof(thirteenDigits));
        var key = (10 - (Digits.LuhnSum(thirteenDigits + "0") % 10)) % 10;
        return new Siret(thirteenDigits + (char)('0' + key));
    }

    /// <summary>The company this establishment belongs to.</summary>
    public Siren Siren => digits is null ? default : Siren.Of(this);

    /// <summary>The fourteen digits, without separator.</summary>
    public override string ToString() => digits ?? "";

    /// <summary>SIREN in groups of three, then five digits, with non-breaking spaces.</summary>
    public string ToDisplay() => digits is null ? "" : $"{Siren.ToDisplay()}\u00a0{digits[9..]}";

    private static bool HasSoundKey(string digits) =>
        !Digits.AreAllZero(digits)
        && (
            digits.StartsWith(Siren.LaPoste, StringComparison.Ordinal)
                ? digits == LaPosteHeadOffice || digits.Sum(c => c - '0') % 5 == 0
                : Digits.LuhnSum(digits) % 10 == 0
        );
}

internal static class Digits
{
    // Long input is not a number: stop before copying it.
    private const int Longest = 64;

    internal static SirenProblem Read(string? text, int length, out string digits)
    {
        digits = "";
        if (string.IsNullOrWhiteSpace(text))
            return SirenProblem.Empty;
        if (text.Length > Longest)
            return SirenProblem.Length;
        var kept = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '\u200b' or '\ufeff')));
        if (!kept.All(char.IsAsciiDigit))
            return SirenProblem.Characters;
        if (kept.Length != length)
            return SirenProblem.Length;
        digits = kept;
        return SirenProblem.None;
    }

    // ISO/IEC 7812-1, annex B: from the right, every second digit counts double, minus 9 when it exceeds 9.
    internal static int LuhnSum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }

        return sum;
    }

    internal static bool AreAllZero(string digits) => digits.All(c => c == '0');
}
