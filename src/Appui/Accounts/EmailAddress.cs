using System.Globalization;
using System.Net.Mail;
using Appui.Shared;

namespace Appui.Accounts;

/// <summary>An e-mail address as it was typed, and the form by which addresses are compared.</summary>
public readonly record struct EmailAddress(string Text, string Normalized)
{
    /// <summary>Longest address kept (RFC 5321 §4.5.3.1: 254 with its local part and domain).</summary>
    public const int Longest = 254;

    /// <summary>Reads an address: one, without display name, with a domain that has a dot (or the demonstration's).</summary>
    public static Outcome<EmailAddress> Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
            return AccountsRefusals.EmailMissing;
        var at = text.LastIndexOf('@');
        var sound =
            text.Length <= Longest
            && at is > 0 and <= 64
            && text.IndexOf('.', at) > at + 1
            && text[^1] != '.'
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')')
            && MailAddress.TryCreate(text, out var address)
            && address.Address == text;
        return sound ? Of(text) : AccountsRefusals.EmailMalformed;
    }

    /// <summary>An address already known to be sound.</summary>
    public static EmailAddress Of(string text) => new(text, text.Normalize().ToUpper(CultureInfo.InvariantCulture));
}
