using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MimeKit;

namespace Appui.Shared.Mail;

/// <summary>The mails that the demonstration would have sent. It exists in the demonstration only.</summary>
public sealed partial class DemoMailPageModel(AppuiSettings settings) : PageModel
{
    private const int Most = 100;

    /// <summary>The latest mails, newest first.</summary>
    public IReadOnlyList<MailLine> Mails { get; private set; } = [];

    /// <summary>The mail being read, or null.</summary>
    public MailText? Open { get; private set; }

    public IActionResult OnGet(string? name)
    {
        if (!settings.Demo || settings.SmtpHost.Length > 0)
            return NotFound();
        var folder = SendMail.Folder(settings);
        if (name is null)
        {
            Mails = Directory.Exists(folder)
                ? [.. Directory.GetFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal).Take(Most).Select(Line)]
                : [];
            return Page();
        }

        var file = Path.Combine(folder, name + ".eml");
        if (!FileName().IsMatch(name) || !System.IO.File.Exists(file))
            return NotFound();
        using var message = MimeMessage.Load(file);
        Open = new MailText(
            message.Subject ?? "",
            message.To.ToString(),
            message.Date.UtcDateTime,
            [.. (message.TextBody ?? "").ReplaceLineEndings("\n").Split('\n').Where(l => l.Trim().Length > 0).Select(Links)]
        );
        return Page();
    }

    private static MailLine Line(string file)
    {
        using var message = MimeMessage.Load(file);
        return new MailLine(Path.GetFileNameWithoutExtension(file), message.Subject ?? "", message.To.ToString(), message.Date.UtcDateTime);
    }

    // Addresses of this very platform become links.
    private List<(string Text, string? Address)> Links(string line)
    {
        List<(string, string?)> parts = [];
        var at = 0;
        foreach (Match match in Address().Matches(line))
        {
            parts.Add((line[at..match.Index], null));
            parts.Add((match.Value, match.Value.StartsWith(settings.BaseUrl + "/", StringComparison.Ordinal) ? match.Value : null));
            at = match.Index + match.Length;
        }

        parts.Add((line[at..], null));
        return parts;
    }

    [GeneratedRegex(@"^\d{8}-\d{6}-[0-9a-f]{32}$", RegexOptions.None, 100)]
    private static partial Regex FileName();

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.None, 100)]
    private static partial Regex Address();
}

/// <summary>A line of the list.</summary>
public sealed record MailLine(string Name, string Subject, string To, DateTime SentAt);

/// <summary>A mail, its text cut at the addresses.</summary>
public sealed record MailText(
    string Subject,
    string To,
    DateTime SentAt,
    IReadOnlyList<IReadOnlyList<(string Text, string? Address)>> Lines
);
