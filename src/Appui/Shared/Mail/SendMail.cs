using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Appui.Shared.Mail;

/// <summary>Sends a queued mail by SMTP, or writes it to a file where no server is set (demonstration, first steps).</summary>
public sealed class SendMail(AppuiSettings settings)
{
    /// <summary>Folder of the mails written to files.</summary>
    public static string Folder(AppuiSettings settings) => Path.Combine(settings.Dir, "mail");

    /// <summary>Sends one mail. A server that does not answer throws: it is tried again later.</summary>
    public async Task<Outcome> Run(OutgoingMail mail, CancellationToken stop)
    {
        if (!MailboxAddress.TryParse(mail.To, out var to))
            return SharedRefusals.BadMailAddress.With(mail.To);
        using var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = new DateTimeOffset(mail.QueuedAt, TimeSpan.Zero),
            MessageId = $"{mail.Id:N}@{new Uri(settings.BaseUrl).Host}",
            Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(MailboxAddress.Parse(settings.MailFrom));
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (settings.SmtpHost.Length > 0)
            await Send(message, stop);
        else
            await Write(message, mail, stop);
        return Outcome.Done;
    }

    private async Task Send(MimeMessage message, CancellationToken stop)
    {
        using var client = new SmtpClient { Timeout = 20_000 };
        await client.ConnectAsync(settings.SmtpHost, settings.SmtpPort, SecureSocketOptions.Auto, stop);
        if (settings.SmtpUser.Length > 0)
            await client.AuthenticateAsync(settings.SmtpUser, settings.SmtpPassword, stop);
        await client.SendAsync(message, stop);
        await client.DisconnectAsync(true, stop);
    }

    private async Task Write(MimeMessage message, OutgoingMail mail, CancellationToken stop)
    {
        var folder = Folder(settings);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{mail.QueuedAt:yyyyMMdd-HHmmss}-{mail.Id:N}.eml");
        await using (var stream = File.Create(file + ".new"))
            await message.WriteToAsync(stream, stop);
        File.Move(file + ".new", file, true);
    }
}
