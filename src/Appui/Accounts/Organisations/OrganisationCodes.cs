using System.Globalization;
using System.Text;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Organisations;

/// <summary>Short readable names of organisations in addresses, made from their name.</summary>
public static class OrganisationCodes
{
    /// <summary>Lower-case letters, digits and single hyphens, 40 at most: "Atelier Montjoie" is "atelier-montjoie".</summary>
    public static string Of(string name)
    {
        var code = new StringBuilder();
        foreach (var c in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                code.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && code.Length > 0 && code[^1] != '-')
                code.Append('-');
            if (code.Length == 40)
                break;
        }

        var text = code.ToString().Trim('-');
        return text.Length > 1 ? text : "organisme";
    }

    /// <summary>A code that no other organisation has: the name's, or with -2, -3…</summary>
    public static async Task<string> Free(AppuiDb db, string name, CancellationToken stop)
    {
        var code = Of(name);
        var taken = await db.Organisations.Where(o => o.Code.StartsWith(code)).Select(o => o.Code).ToListAsync(stop);
        if (!taken.Contains(code, StringComparer.Ordinal))
            return code;
        return Enumerable.Range(2, taken.Count + 1).Select(n => $"{code}-{n}").First(c => !taken.Contains(c, StringComparer.Ordinal));
    }
}
