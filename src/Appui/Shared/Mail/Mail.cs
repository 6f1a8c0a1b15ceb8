using Appui.Shared.Storage;

namespace Appui.Shared.Mail;

/// <summary>A mail as it waits to be sent.</summary>
/// <param name="Id">Also its Message-Id: sent twice after a crash, a mail program shows it once.</param>
/// <param name="To">Address of one person.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text, always there.</param>
/// <param name="Html">The same with formatting, or null.</param>
/// <param name="QueuedAt">When it was put down.</param>
public sealed record OutgoingMail(Guid Id, string To, string Subject, string Text, string? Html, DateTime QueuedAt);

/// <summary>The door to mail: put it down in the transaction of your action, it leaves once that is saved.</summary>
public static class Mail
{
    /// <summary>Kind of the work.</summary>
    public const string Kind = "mail";

    /// <summary>Queues a mail to one person.</summary>
    public static void Queue(AppuiDb db, Actor actor, string to, string subject, string text, string? html, DateTime now)
    {
        var mail = new OutgoingMail(Ids.New(), to, subject.ReplaceLineEndings(" "), text, html, now);
        Appui.Shared.Work.Work.Enqueue(db, Kind, null, mail, actor, now);
    }
}
